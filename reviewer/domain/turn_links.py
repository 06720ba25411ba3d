"""Turns that a text speaks of: “turn 5” and “turns 5–6” in an answer lead to the turn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reviewer.domain.anchor import Anchor

LONGEST_QUOTE: Final = 300
"""Code points of a quote that go into an answer; longer ones are cut in the middle."""
_LINK: Final = re.compile(r"\bturns? (\d{1,7})(?:[–-]\d{1,7})?\b")


@dataclass(frozen=True, slots=True)
class TurnLink:
    """Code points `start` to `end` (exclusive) name the turn at position `turn`."""

    start: int
    end: int
    turn: int


def turn_links(text: str, most: int) -> Iterator[TurnLink]:
    """Every turn that the text names and the transcript of `most` turns has."""
    for found in _LINK.finditer(text):
        turn = int(found[1])
        if 1 <= turn <= most:
            yield TurnLink(found.start(), found.end(), turn)


def quoted(anchor: Anchor) -> str:
    """What an answer says of words: “You can may be put” (turn 7)."""
    words = " ".join(anchor.quote.split())
    if len(words) > LONGEST_QUOTE:
        half = LONGEST_QUOTE // 2
        words = f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
    first, last = anchor.first_turn, anchor.last_turn
    place = f"turn {first}" if first == last else f"turns {first}–{last}"
    return place if anchor.whole_turns else f"“{words}” ({place})"


def word_count(text: str) -> int:
    """Words between blanks that hold a letter or a digit."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())
