"""The codes of a project or a codebook: a parent for each rubric, and in it a code for each criterion."""

import io
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from lxml import etree

from reviewer import resources
from reviewer.domain.rubric import NOTE_NAME, NOTE_SLOT, Criterion, RubricSet
from reviewer.domain.transcript import Role, Speaker
from reviewer.domain.xml_words import in_xml
from reviewer.exchange.refi_qda.names import (
    CODEBOOK,
    NOTE,
    ORIGIN,
    SPEAKERS,
    SYSTEM,
    VERDICT,
    VERDICTS,
    guid,
    identity_of,
)

_NUMBERED: Final = re.compile(r" \(\d+\)\Z")
_VERDICT_NAMES: Final = {"concern": "Concern", "strength": "Strength"}


@dataclass(frozen=True, slots=True)
class Code:
    """A code with those below it; one that is not `codable` is a folder. `color` is #RRGGBB."""

    id: str
    name: str
    description: str = ""
    color: str = ""
    codable: bool = True
    below: tuple["Code", ...] = field(default=())


def codebook(rubrics: Iterable[RubricSet], version: str) -> bytes:
    """The `.qdc` file of these rubrics."""
    written = io.BytesIO()
    with etree.xmlfile(written, encoding="UTF-8") as file:
        file.write_declaration()
        names: Any = {None: CODEBOOK}
        with (
            file.element(f"{{{CODEBOOK}}}CodeBook", {"origin": f"{ORIGIN} {version}"}, nsmap=names),
            file.element(f"{{{CODEBOOK}}}Codes"),
        ):
            write_codes(file, distinct([*rubric_codes(rubrics), *own_codes()]), CODEBOOK)
    return written.getvalue() + b"\n"


def rubric_codes(rubrics: Iterable[RubricSet]) -> Iterator[Code]:
    """A folder for each version of a rubric, once, with its criteria."""
    for rubric in {one.rubric.id: one for one in rubrics}.values():
        head = rubric.rubric
        criteria = tuple(Code(one.id, one.name, _described(one), slot_colors()[one.slot]) for one in rubric.criteria)
        yield Code(head.id, f"{head.name}, version {head.version}", head.description, "", False, criteria)


def own_codes() -> Iterator[Code]:
    """The code of notes, and those of the two verdicts."""
    yield Code(NOTE, NOTE_NAME, "A comment under no criterion.", slot_colors()[NOTE_SLOT])
    verdicts = tuple(Code(VERDICTS[key], name) for key, name in _VERDICT_NAMES.items())
    yield Code(VERDICT, "Verdict", "Whether a comment is a concern or a strength.", "", False, verdicts)


def speaker_code(speaker: Speaker | None) -> Code:
    """The code of what a speaker says; speakers of one name and one part in the chat share it in all texts."""
    if speaker is None:
        return Code(identity_of("speaker", "", SYSTEM), f"{SYSTEM} line")
    name = in_xml(speaker.name)
    return Code(identity_of("speaker", speaker.role.value, name), f"{name} ({speaker.role.value})")


def speaker_codes(speakers: Iterable[Speaker]) -> Code:
    """A folder with a code for each speaker and one for the chat program."""
    codes = {one.id: one for one in map(speaker_code, (*speakers, None))}
    return Code(SPEAKERS, "Speakers", "Who says what.", "", False, tuple(codes.values()))


def speakers_by_code(codes: Iterable[Code]) -> dict[str, tuple[str, Role] | None]:
    """Name and part in the chat by the id of each code below the folder of speakers; None for the chat program."""
    found: dict[str, tuple[str, Role] | None] = {identity_of("speaker", "", SYSTEM): None}
    for one in codes:
        for written in (one.name, _NUMBERED.sub("", one.name)):
            name, _, role = written.removesuffix(")").rpartition(" (")
            if role in frozenset(Role) and one.id == identity_of("speaker", role, name):
                found[one.id] = name, Role(role)
    return found


def distinct(codes: Iterable[Code]) -> list[Code]:
    """The codes under names of their own, as some programs want it across all folders."""
    taken: set[str] = set()

    def renamed(code: Code) -> Code:
        name, number = code.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{code.name} ({number})"
        taken.add(name.casefold())
        return Code(
            code.id, name, code.description, code.color, code.codable, tuple(renamed(one) for one in code.below)
        )

    return [renamed(one) for one in codes]


def write_codes(file: Any, codes: Iterable[Code], namespace: str) -> None:
    """The codes, one after the other, to an incremental writer of lxml."""
    for one in codes:
        file.write("\n")
        with file.element(f"{{{namespace}}}Code", _attributes(one)):
            if one.description:
                with file.element(f"{{{namespace}}}Description"):
                    file.write(in_xml(one.description))
            write_codes(file, one.below, namespace)


def _attributes(code: Code) -> dict[str, str]:
    attributes = {"guid": guid(code.id), "name": in_xml(code.name), "isCodable": str(code.codable).lower()}
    return attributes | ({"color": code.color} if code.color else {})


def _described(criterion: Criterion) -> str:
    """The description, and what each level means."""
    levels = (
        f"{number} {level.name}: {level.description}".rstrip(": ")
        for number, level in enumerate(criterion.levels, start=1)
    )
    return "\n".join([criterion.description, *levels]).strip()


@cache
def slot_colors() -> dict[int, str]:
    """The colour of each slot on light ground, as #RRGGBB."""
    slots: dict[str, dict[str, str]] = tomllib.loads(resources.read_text("themes", "light.toml"))["slots"]
    return {int(number): slot["strong"] for number, slot in slots.items()}
