"""Botium: `#me` or `#bot` on a line of its own, the words below, and the title in the first line."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header

_PART: Final = re.compile(r"^#(?P<name>[^\W\d_][\w-]{0,30})[ \t]*$")
_PARTS: Final = frozenset({"me", "bot"})
_AROUND: Final = frozenset({"begin", "end", "include"})


def _headers(lines: list[str]) -> list[Header | None]:
    """Nothing where neither `me` nor `bot` speaks: other lines with one word behind a sign are headings."""
    found = [_PART.match(line) if line.startswith("#") else None for line in lines]
    if not any(one and one["name"].casefold() in _PARTS for one in found):
        return [None] * len(lines)
    return [_header(one["name"], lines, at) if one else None for at, one in enumerate(found)]


def _header(name: str, lines: list[str], at: int) -> Header:
    """The part that speaks; what runs before and after the talk is the program's, with the lines under it."""
    if name.casefold() not in _AROUND:
        return Header(name, None, "", certain=True)
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _PART.match(lines[end]):
        end += 1
    return Header(None, None, "\n".join(lines[at:end]), span=end - at)


GRAMMAR: Final = Grammar("botium", "Botium conversation", headers=_headers, strict=True, solid=True)
