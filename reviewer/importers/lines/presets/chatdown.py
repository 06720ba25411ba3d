"""Chatdown: names declared as `user=Kim` and `bot=Lumi`, turns as `user:`, `Kim:` or `Lumi->Kim:`."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.names import key_of

_DECLARED: Final = re.compile(r"^(?P<part>user|bot)\s?=\s?(?P<name>[^=\n]{1,60}?)\s*$", re.IGNORECASE)
_SAID: Final = re.compile(r"^(?P<name>[^\s:\[\]#][^:\[\]\n]{0,60}?)(?:\s?->\s?[^:\n]{1,60})?:(?P<body>.*)$", re.DOTALL)
_TOP: Final = 40
_BLANKS: Final = " \t"


def _headers(lines: list[str]) -> list[Header | None]:
    """Nothing without a declaration near the top; words in brackets over several lines hold no turns."""
    declared = {
        match["part"].casefold(): match["name"]
        for line in lines[:_TOP]
        if (match := _DECLARED.match(line.removeprefix("\ufeff")))
    }
    if not declared:
        return [None] * len(lines)
    names = {key_of(name): name for name in declared.values()} | {"user": "user", "bot": "bot"} | declared
    found: list[Header | None] = []
    depth = 0
    for line in lines:
        header = _header(line, names) if depth == 0 else None
        found.append(header)
        depth = max(0, depth + line.count("[") - line.count("]"))
        depth = 0 if not line.strip() else depth
    return found


def _header(line: str, names: dict[str, str]) -> Header | None:
    match = _SAID.match(line)
    name = names.get(key_of(match["name"])) if match else None
    return Header(name, None, match["body"].lstrip(_BLANKS), certain=True) if match and name else None


GRAMMAR: Final = Grammar("chatdown", "Chatdown", headers=_headers, strict=True, solid=True)
