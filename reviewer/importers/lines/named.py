"""A name, a colon and words: the end of many headers."""

import re
from functools import lru_cache
from typing import Final

from reviewer.importers.lines.grammar import Header
from reviewer.importers.names import LONGEST, can_be_name
from reviewer.importers.notices import is_notice

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


@lru_cache(maxsize=4096)
def _opens_notice(name: str) -> bool:
    return is_notice(name)
