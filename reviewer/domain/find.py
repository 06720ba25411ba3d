"""Finding words in turns."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer.domain.annotation import Annotation
from reviewer.domain.transcript import Turn


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found: at a turn (from 1) and code points, the end exclusive; or in the text of a `comment` (id)."""

    position: int
    start: int
    end: int
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for, and how exactly."""

    words: str
    same_case: bool = False
    whole_words: bool = False

    def pattern(self) -> re.Pattern[str] | None:
        """The pattern to search with; None when there is nothing to look for."""
        if not self.words:
            return None
        exact = re.escape(self.words)
        around = rf"(?<!\w){exact}(?!\w)" if self.whole_words else exact
        return re.compile(around, re.UNICODE if self.same_case else re.IGNORECASE)


def hits_in_comments(annotations: Iterable[Annotation], query: Query) -> Iterator[Hit]:
    """The comments whose text or suggested rewrite holds the words, once each, at the turn where they end."""
    pattern = query.pattern()
    if pattern is None:
        return
    for one in annotations:
        if pattern.search(one.text) or pattern.search(one.suggestion or ""):
            yield Hit(one.anchor.last_turn, one.anchor.start, one.anchor.end, one.id)


def hits_in(turns: Iterable[Turn], query: Query) -> Iterator[Hit]:
    """Every place where the words stand, in reading order."""
    pattern = query.pattern()
    if pattern is None:
        return
    for turn in turns:
        for match in pattern.finditer(turn.text):
            yield Hit(turn.position, match.start(), match.end())
