"""The margin of a chat that stands indented, as a list, numbered, or quoted with `>`, in its file."""

import re
from collections import Counter
from itertools import pairwise
from typing import Final

SHARE: Final = 0.6
FEWEST_NUMBERED: Final = 4
NUMBERED_SHARE: Final = 0.8
LOOKED_AT: Final = 10_000

_MARGIN: Final = re.compile(r"[ \t\u00a0]{0,12}(?:>[ \t]{0,2}){0,8}(?:[-*•][ \t]{1,3})?(?=[^\s>])")
_NUMBER: Final = re.compile(r"[ \t]{0,8}[\[(]?(?P<number>\d{1,6})[.)\]:]?[ \t]{1,8}(?=\S)")
_QUOTE_OR_BLANK: Final = re.compile(r"[>\s]*")


def without_margin(lines: list[str]) -> list[str]:
    """The lines as they are, or without their numbers, or without the margin that most of the first ones share."""
    if _are_numbered(lines):
        return [_NUMBER.sub("", line, count=1) for line in lines]
    margins = Counter(found[0] for line in lines[:LOOKED_AT] if (found := _MARGIN.match(line)))
    if not margins:
        return lines
    margin, count = margins.most_common(1)[0]
    if not margin or count < SHARE * margins.total():
        return lines
    return [_without(line, margin) for line in lines]


def _are_numbered(lines: list[str]) -> bool:
    """Whether nearly every line begins with a number, each one more than the one before."""
    written = [line for line in lines[:LOOKED_AT] if line.strip()]
    if len(written) < FEWEST_NUMBERED or not _NUMBER.match(written[0]):
        return False
    numbers = [int(found["number"]) for line in written if (found := _NUMBER.match(line))]
    next_ones = sum(later == earlier + 1 for earlier, later in pairwise(numbers))
    return next_ones >= NUMBERED_SHARE * (len(written) - 1)


def _without(line: str, margin: str) -> str:
    if line.startswith(margin):
        return line[len(margin) :]
    return "" if ">" in margin and _QUOTE_OR_BLANK.fullmatch(line) else line
