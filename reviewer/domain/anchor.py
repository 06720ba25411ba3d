"""Places in a transcript: exact words, or whole turns, that can be found again in another copy.

Positions count Unicode code points, ends are exclusive. The quote with its context follows the W3C Web Annotation
TextQuoteSelector; the search (exact, then context, then nearness) follows the idea of Hypothesis' matchQuote.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Anchor:
    """From code point `start` of turn `first_turn` to code point `end` of turn `last_turn`.

    Turns count from 1. With `whole_turns` the anchor stands for the turns as such, not for their words. Quotes over
    several turns join the turns with a line feed. When not `found`, the words are no longer in the transcript, and the
    place is where they once stood.
    """

    first_turn: int
    start: int
    last_turn: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    whole_turns: bool = False
    found: bool = True

    def span_in(self, position: int, length: int) -> tuple[int, int] | None:
        """The code points covered in the turn at `position`, whose text has `length`, or None."""
        if not self.found or not self.first_turn <= position <= self.last_turn:
            return None
        start = self.start if position == self.first_turn else 0
        end = self.end if position == self.last_turn else length
        return min(start, length), min(end, length)

    @property
    def extent(self) -> tuple[int, int]:
        """Sort key for 'shorter': turns spanned, then code points quoted."""
        return self.last_turn - self.first_turn, len(self.quote)


def anchor_at(
    texts: Mapping[int, str],
    first_turn: int,
    start: int,
    last_turn: int,
    end: int,
    *,
    whole_turns: bool = False,
) -> Anchor:
    """An anchor with its quote and 32 code points of context, read from `texts` (turn position to text).

    Raises:
        ValueError: the place is empty, reversed or outside the texts.
    """
    if (last_turn, end) <= (first_turn, start) and not whole_turns:
        raise ValueError("an anchor needs at least one code point")
    if not (0 <= start <= len(texts[first_turn]) and 0 <= end <= len(texts[last_turn])):
        raise ValueError("the place is outside the turn")
    quote = _text_between(texts, first_turn, start, last_turn, end)
    head, tail = texts[first_turn][:start], texts[last_turn][end:]
    return Anchor(first_turn, start, last_turn, end, quote, head[-CONTEXT:], tail[:CONTEXT], whole_turns)


def turn_anchor(texts: Mapping[int, str], first_turn: int, last_turn: int) -> Anchor:
    """An anchor that stands for whole turns."""
    return anchor_at(texts, first_turn, 0, last_turn, len(texts[last_turn]), whole_turns=True)


def without_outer_blanks(anchor: Anchor, texts: Mapping[int, str]) -> Anchor:
    """The same words without blanks before and after them; unchanged for whole turns and for blanks alone.

    `texts` holds the turns that the anchor touches.
    """
    if anchor.whole_turns or not anchor.quote.strip():
        return anchor
    first, start, last, end = anchor.first_turn, anchor.start, anchor.last_turn, anchor.end
    while not texts[first][start:].strip():
        first, start = first + 1, 0
    while not texts[last][:end].strip():
        last, end = last - 1, len(texts[last - 1])
    start += len(texts[first][start:]) - len(texts[first][start:].lstrip())
    end -= len(texts[last][:end]) - len(texts[last][:end].rstrip())
    return anchor_at(texts, first, start, last, end)


def holds(anchor: Anchor, texts: Mapping[int, str]) -> bool:
    """Whether the anchor's quote stands exactly at its place in `texts`."""
    if anchor.last_turn < anchor.first_turn:
        return False
    try:
        return _text_between(texts, anchor.first_turn, anchor.start, anchor.last_turn, anchor.end) == anchor.quote
    except KeyError:
        return False


def find_again(anchor: Anchor, texts: Mapping[int, str]) -> Anchor | None:
    """The same words in another copy: the best exact hit by context and nearness, or None; never a guess."""
    if holds(anchor, texts):
        return anchor
    span = anchor.last_turn - anchor.first_turn
    if span < 0:
        return None
    best: tuple[float, Anchor] | None = None
    for first in sorted(texts):
        if not all(first + step in texts for step in range(span + 1)):
            continue
        for candidate in _hits(anchor, texts, first, first + span):
            rating = _likeness(anchor, candidate)
            if best is None or rating > best[0]:
                best = rating, candidate
    return best[1] if best else None


def _text_between(texts: Mapping[int, str], first: int, start: int, last: int, end: int) -> str:
    if first == last:
        return texts[first][start:end]
    middle = (texts[position] for position in range(first + 1, last))
    return "\n".join([texts[first][start:], *middle, texts[last][:end]])


def _hits(anchor: Anchor, texts: Mapping[int, str], first: int, last: int) -> list[Anchor]:
    joined = _text_between(texts, first, 0, last, len(texts[last]))
    before_last = len(joined) - len(texts[last])
    hits, at = [], joined.find(anchor.quote)
    while at != -1 and anchor.quote:
        end = at + len(anchor.quote) - before_last
        if at <= len(texts[first]) and end >= 0:
            found = anchor_at(texts, first, at, last, end, whole_turns=anchor.whole_turns)
            hits.append(replace(found, quote=anchor.quote))
        at = joined.find(anchor.quote, at + 1)
    return hits


def _likeness(old: Anchor, new: Anchor) -> float:
    prefix = SequenceMatcher(None, old.prefix, new.prefix, autojunk=False).ratio()
    suffix = SequenceMatcher(None, old.suffix, new.suffix, autojunk=False).ratio()
    nearness = 1 / (1 + abs(old.first_turn - new.first_turn))
    return 20 * prefix + 20 * suffix + 2 * nearness
