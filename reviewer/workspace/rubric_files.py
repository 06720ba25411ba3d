"""Rubric files in and out."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer import __version__
from reviewer.domain.edit import Op, Record
from reviewer.domain.edits import rubrics as edits
from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_file import read_rubric
from reviewer.domain.rubric_versions import versions_of
from reviewer.domain.rubric_writing import write_rubric
from reviewer.errors import Unreadable
from reviewer.exchange.refi_qda.codes import codebook
from reviewer.exporters.naming import file_name
from reviewer.exporters.writing import write_whole
from reviewer.importers.base import Source
from reviewer.workspace.workspace import Workspace

SUFFIX = ".toml"
CODEBOOK_SUFFIX = ".qdc"
MOST_BYTES = 1 << 20
_CRITERIA = re.compile(rb"^\s*\[\[criteria\]\]\s*(?:#.*)?$", re.MULTILINE)
_LEVELS = re.compile(rb"^\s*levels\s*=", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BroughtRubric:
    """What the library holds now, and whether it held it before."""

    rubric: RubricSet
    already_there: bool
    notice: str = ""
    """What was not taken, in a sentence."""


def is_rubric(source: Source) -> bool:
    """Whether a source is meant as a rubric: it says so by its content, or by the name of a file that is no chat."""
    head = source.content[:MOST_BYTES]
    if _CRITERIA.search(head) and _LEVELS.search(head):
        return True
    return source.name.casefold().endswith(SUFFIX)


def read_rubric_source(source: Source) -> RubricSet:
    """The rubric of a source.

    Raises:
        Unreadable: it is none, or one that could not be used.
    """
    if source.path is not None or len(source.content) > MOST_BYTES:
        raise Unreadable(f"{source.name} is too large for a rubric, which has 1 MB at most.")
    try:
        text = source.content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise Unreadable(f"{source.name} is not a rubric file: it is not UTF-8 text.") from wrong
    return read_rubric(text, source.name)


def import_rubric(workspace: Workspace, source: Source) -> BroughtRubric:
    """Put the rubric of a source into the library as one edit.

    Where the library holds other words under the same id, the file becomes the next version of that rubric.

    Raises:
        Unreadable: it is none, or one that could not be used; nothing was changed.
        LibraryError: the library cannot take it.
    """
    rubric = read_rubric_source(source)
    everything = workspace.reading.rubrics()
    family = versions_of(everything, rubric.rubric.root)
    same = next((one for one in family if _words(one) == _words(rubric)), None)
    if same is not None:
        back = edits.retire(family, retired=False)
        if back:
            workspace.do(back)
        return BroughtRubric(workspace.reading.rubric(same.rubric.id) or same, already_there=back is None)
    if family and (rubric.rubric.version in {one.rubric.version for one in family}):
        rubric = replace(rubric, rubric=replace(rubric.rubric, version=family[0].rubric.version + 1))
    rubric = replace(rubric, rubric=replace(rubric.rubric, retired=False))
    records: tuple[Record, ...] = (rubric.rubric, *rubric.criteria, *rubric.questions)
    if any(_is_known(workspace, record) for record in records):
        rubric = edits.renewed(rubric)
    workspace.do(edits.add(rubric, Op.IMPORT_RUBRIC))
    return BroughtRubric(rubric, already_there=False)


def export_rubric(rubric: RubricSet, path: Path) -> None:
    """Write a rubric to a file, whole or not at all; to one that ends in `.qdc` as a codebook of REFI-QDA.

    Raises:
        CannotWrite: the file cannot be written; an older one is untouched.
    """
    offered = replace(rubric, rubric=replace(rubric.rubric, retired=False))
    is_codebook = path.suffix.casefold() == CODEBOOK_SUFFIX
    write_whole(path, [codebook([offered], __version__) if is_codebook else write_rubric(offered)])


def suggested_rubric_name(rubric: RubricSet) -> str:
    """The file name that an export of this rubric is offered under."""
    return file_name(rubric.rubric.name, f"version-{rubric.rubric.version}{SUFFIX}")


def _is_known(workspace: Workspace, record: Record) -> bool:
    return workspace.reading.record(type(record), record.id) is not None


def _words(rubric: RubricSet) -> tuple[object, ...]:
    """All that a rubric says, whatever its ids and its version."""
    head = replace(rubric.rubric, id="", family="", version=0, retired=False)
    criteria = tuple(replace(one, id="", rubric="", origin="") for one in rubric.criteria)
    questions = tuple(replace(one, id="", rubric="") for one in rubric.questions)
    return head, criteria, questions
