"""Files of ready comments into the comment bank."""

import re

from reviewer.domain.edits import phrases as edits
from reviewer.domain.phrase_file import read_phrases
from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.workspace.rubric_files import MOST_BYTES
from reviewer.workspace.workspace import Workspace

_PHRASES = re.compile(rb"^\s*(?:\[\[phrases\]\]|phrases\s*=)", re.MULTILINE)


def is_phrases(source: Source) -> bool:
    """Whether a source is meant as a file of ready comments: its name ends in .toml, and it has phrases."""
    return source.name.casefold().endswith(".toml") and bool(_PHRASES.search(source.content[:MOST_BYTES]))


def import_phrases(workspace: Workspace, source: Source) -> int:
    """Put what the comment bank lacks of a source into it as one edit; gives how many came.

    Raises:
        Unreadable: it is no file of ready comments; nothing was changed.
        LibraryError: the library cannot take it.
    """
    if source.path is not None or len(source.content) > MOST_BYTES:
        raise Unreadable(f"{source.name} is too large for a file of ready comments, which has 1 MB at most.")
    try:
        text = source.content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise Unreadable(f"{source.name} is not a file of ready comments: it is not UTF-8 text.") from wrong
    found, reading = read_phrases(text, source.name), workspace.reading
    roots = {criterion.root for rubric in reading.rubrics() for criterion in rubric.criteria}
    edit = edits.take_in(reading.phrases(), found, roots)
    if edit:
        workspace.do(edit)
    return len(edit.deltas) if edit else 0
