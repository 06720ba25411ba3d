"""A name, a colon and words: the end of many headers."""

import re
from functools import lru_cache
from typing import Final

from reviewer.importers.lines.grammar import Header
from reviewer.importers.names import LONGEST, can_be_name, is_label
from reviewer.importers.notices import is_notice

_ANY_NAME: Final = re.compile(r"^(?P<name>[^\s:\n][^:\n]{0,79}):(?:\s(?P<body>.*))?$", re.DOTALL)
_NAME_COLON: Final = re.compile(
    rf"^[\u200e\u200f\ufeff]?(?P<name>[^\s:：][^:：\n]{{0,{LONGEST}}})(?P<colon>[:：])(?P<body>.*)$", re.DOTALL
)


def name_colon(line: str) -> Header | None:
    """The header of a line `Name: text`."""
    match = _NAME_COLON.match(line)
    if match is None:
        return None
    name, body = match["name"], match["body"]
    if body.startswith(("//", "\\", "/", ":", "=")) or (name[-1].isdigit() and body[:1].isdigit()):
        return None
    if not can_be_name(name) or _opens_notice(name):
        return None
    return Header(name, None, body, tight=match["colon"] == ":" and bool(body) and not body[0].isspace())


def is_fact(line: str) -> bool:
    """Whether a line is a label and what it stands for, such as `Agenda: …`."""
    header = name_colon(line)
    return header is not None and header.name is not None and is_label(header.name)


def any_name(rest: str) -> tuple[str, str] | None:
    """Name and words of `Name: text` where what stands before it leaves no doubt that a turn starts."""
    match = _ANY_NAME.match(rest)
    return (match["name"], match["body"] or "") if match else None


@lru_cache(maxsize=4096)
def _opens_notice(name: str) -> bool:
    return is_notice(name)
