"""The rewritten dialogue, kept sparsely against the untouched original."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What a revised turn does to the original."""

    REWORDED = "reworded"
    REMOVED = "removed"
    INSERTED = "inserted"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Revision:
    """One strategy for the dialogue; a review may hold several, in the order of `position`, and recommend one."""

    id: str
    review: str
    name: str = ""
    rationale: str = ""
    position: int = 0
    recommended: bool = False
    author: str = ""
    rev: int = 0
    updated: str = ""


@dataclass(frozen=True, slots=True)
class RevisedTurn:
    """One change of the dialogue.

    `origin` is the position of the original turn (from 1), None for an inserted one, and `joined` those of further
    turns that were joined to it; several changes with one origin are the parts of a split. `order_key` sorts as text
    and never needs renumbering; `annotations` are the ids of the comments the change answers. A removed turn keeps the
    words that it would have again; none means those of the original.
    """

    id: str
    revision: str
    origin: int | None
    order_key: str
    speaker: str | None
    text: str
    kind: ChangeKind
    reason: str = ""
    annotations: tuple[str, ...] = ()
    joined: tuple[int, ...] = ()
    author: str = ""
    rev: int = 0
    updated: str = ""

    @property
    def origins(self) -> tuple[int, ...]:
        """The positions of all original turns that it holds words of."""
        return self.joined if self.origin is None else (self.origin, *self.joined)
