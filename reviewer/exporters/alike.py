"""Rows of turns that nobody commented on or changed: kept together, as they differ in their numbers and words alone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from reviewer.domain.transcript import Turn

MOST: Final = 256
"""So many turns are kept together."""

View = TypeVar("View")
Kind = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike(Generic[View]):
    """Turns in order with what decides how the row of each looks.

    `view` makes the view of a kind from the position of a turn, its words, and its number in the revision, which is
    `shift` more than the position. It only puts them in their places, so that markup may stand for them.
    """

    view: Callable[[Kind, Any, Any, Any], View]
    kinds: list[Kind]
    turns: list[Turn]
    shift: int = 0

    def views(self) -> Iterator[View]:
        """The view of each turn."""
        for kind, turn in zip(self.kinds, self.turns, strict=True):
            yield self.view(kind, turn.position, turn.text, turn.position + self.shift)


@dataclass(frozen=True, slots=True)
class Rows(Generic[View]):
    """Views of rows, which can be read once; `told` has those together that are alike."""

    told: Iterable[View | Alike[View]]

    def __iter__(self) -> Iterator[View]:
        for one in self.told:
            if isinstance(one, Alike):
                yield from one.views()
            else:
                yield one
