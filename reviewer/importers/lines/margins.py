"""The margin of a chat that stands indented, as a list, or quoted with `>`, in its file."""

import re
from collections import Counter
from typing import Final

SHARE: Final = 0.6
LOOKED_AT: Final = 10_000

_MARGIN: Final = re.compile(r"[ \t\u00a0]{0,12}(?:>[ \t]{0,2}){0,8}(?:[-*•][ \t]{1,3})?(?=[^\s>])")
_QUOTE_OR_BLANK: Final = re.compile(r"[>\s]*")


def without_margin(lines: list[str]) -> list[str]:
    """The lines as they are, or without the margin that most of the first ones share."""
    margins = Counter(found[0] for line in lines[:LOOKED_AT] if (found := _MARGIN.match(line)))
    if not margins:
        return lines
    margin, count = margins.most_common(1)[0]
    if not margin or count < SHARE * margins.total():
        return lines
    return [_without(line, margin) for line in lines]


def _without(line: str, margin: str) -> str:
    if line.startswith(margin):
        return line[len(margin) :]
    return "" if ">" in margin and _QUOTE_OR_BLANK.fullmatch(line) else line
