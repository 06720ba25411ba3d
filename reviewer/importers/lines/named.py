"""A name, a colon and words: the end of many headers."""

import re
from functools import lru_cache
from typing import Final

from reviewer.importers.lines.grammar import Header
from reviewer.importers.names import LONGEST, can_be_name, is_label
from reviewer.importers.notices import is_notice

_ANY_NAME: Final = re.compile(r"^(?!\*\*)(?P<name>[^\s:\n][^:\n]{0,79}):(?:\s(?P<body>.*))?$", re.DOTALL)
_MARKS: Final = ("\u200e", "\u200f", "\ufeff")
_NOT_SPOKEN: Final = frozenset("/\\:=")
_MARKED: Final = re.compile(
    rf"^(?:#{{1,6}}[ \t]+)?(?P<mark>\*\*|__)?(?P<name>[^*_#\s][^*\n]{{0,{LONGEST}}}?)(?(mark)(?P=mark))"
    r"(?P<rest>[ \t]*[\d(\[–—-].*)$",
    re.DOTALL,
)
_BRACKETED: Final = re.compile(r"^\[(?P<name>[^\[\]\n]{1,40})\][:：](?P<body>\s(?!\s*<?https?:).*)$", re.DOTALL)
_ASKED: Final = re.compile(r"^(?P<name>[QA])[ \t]?[-–—][ \t](?P<body>.*)$", re.DOTALL)


def name_colon(line: str) -> Header | None:
    """The header of a line `Name: text`, or `Q - text`."""
    if line[:1] in ("Q", "A") and (asked := _ASKED.match(line)):
        return Header(asked["name"], None, asked["body"])
    if line[:1] == "[" and (bracketed := _BRACKETED.match(line)) and _speaks(bracketed["name"]):
        return Header(bracketed["name"], None, bracketed["body"])
    start = 1 if line.startswith(_MARKS) else 0
    end = line.find(":", start, start + LONGEST + 2)
    wide = line.find("：", start, end if end >= 0 else start + LONGEST + 2)
    if wide >= 0:
        end = wide
    if end <= start:
        return None
    name, body = line[start:end], line[end + 1 :]
    first = body[:1]
    if not _speaks(name) or first in _NOT_SPOKEN or (first.isdigit() and name[-1].isdigit()):
        return None
    return Header(name, None, body, False, wide < 0 and first != "" and not first.isspace())


@lru_cache(maxsize=16384)
def _speaks(name: str) -> bool:
    return not name[0].isspace() and can_be_name(name) and not is_notice(name)


def unmarked(line: str) -> str:
    """A line without the signs by which Markdown makes its first words a heading or strong."""
    if not line.startswith(("#", "**", "__")):
        return line
    match = _MARKED.match(line)
    return f"{match['name']}{match['rest']}" if match else line


def is_fact(line: str) -> bool:
    """Whether a line is a label and what it stands for, such as `Agenda: …`."""
    header = name_colon(line)
    return header is not None and header.name is not None and is_label(header.name)


def any_name(rest: str) -> tuple[str, str] | None:
    """Name and words of `Name: text` where what stands before it leaves no doubt that a turn starts."""
    match = _ANY_NAME.match(rest)
    return (match["name"], match["body"] or "") if match else None
