"""Botium: `#me` or `#bot` on a line of its own, the words below, and the title in the first line."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header

_PART: Final = re.compile(r"^#(?P<name>[^\W\d_][\w-]{0,30})[ \t]*$")
_PARTS: Final = frozenset({"me", "bot"})


def _headers(lines: list[str]) -> list[Header | None]:
    """Nothing where neither `me` nor `bot` speaks: other lines with one word behind a sign are headings."""
    found = [_PART.match(line) if line.startswith("#") else None for line in lines]
    if not any(one and one["name"].casefold() in _PARTS for one in found):
        return [None] * len(lines)
    return [Header(one["name"], None, "", certain=True) if one else None for one in found]


GRAMMAR: Final = Grammar("botium", "Botium conversation", headers=_headers, strict=True, solid=True)
