"""Research sets: `0⇥text`, a number for each of two speakers, and `⇥Customer:⇥text`."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header

_NUMBERED: Final = re.compile(r"^(?P<name>\d)\t(?P<body>[^\t\n]*\S[^\t\n]*)$")
_NAMED: Final = re.compile(r"^\t(?P<name>[^\W\d_][^:\t\n]{0,39}):\t(?P<body>.*)$", re.DOTALL)
_FEWEST: Final = 3
_WORDS: Final = 2
_MOST_SPEAKERS: Final = 4


def _headers(lines: list[str]) -> list[Header | None]:
    """Nothing where the figures count or number rows: few of them come again and again before words."""
    found = [_header(line) for line in lines]
    heads = [one for one in found if one]
    written = sum(1 for line in lines if line.strip())
    names = [one.name for one in heads]
    if len(heads) < max(_FEWEST, written // 2) or not 2 <= len(set(names)) < len(heads):
        return [None] * len(lines)
    numbered = [one for one in heads if one.name and one.name.isdigit()]
    wordy = sum(len(one.body.split()) >= _WORDS for one in numbered)
    if numbered and (len({one.name for one in numbered}) > _MOST_SPEAKERS or wordy < len(numbered) / 2):
        return [None] * len(lines)
    return found


def _header(line: str) -> Header | None:
    match = _NUMBERED.match(line) or _NAMED.match(line) if "\t" in line[:42] else None
    return Header(match["name"], None, match["body"], certain=True) if match else None


GRAMMAR: Final = Grammar("tab_id", "Number, tab, message", headers=_headers, strict=True)
