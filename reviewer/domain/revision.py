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
    """One strategy for the dialogue; a review may hold several."""

    id: str
    review: str
    name: str = ""
    rationale: str = ""
    author: str = ""
    rev: int = 0
    updated: str = ""


@dataclass(frozen=True, slots=True)
class RevisedTurn:
    """One change of the dialogue.

    `origin` is the position of the original turn (from 1), None for an inserted one. `order_key` sorts as text and
    never needs renumbering; `annotations` are the ids of the comments the change answers.
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
    author: str = ""
    rev: int = 0
    updated: str = ""
