"""A part of a review that is not shown, kept so that reviews from several libraries merge to one same result."""

from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """What an absent part is, by the name that review files use."""

    RATING = "rating"
    ANNOTATION = "annotation"
    REPLY = "reply"
    ANSWER = "answer"
    REVISION = "revision"
    REVISED_TURN = "revised_turn"


@dataclass(frozen=True, slots=True)
class Absent:
    """A part that was deleted, with the stamp of its deletion; or, with `content`, one that was set aside.

    A part is set aside when it has no place beside the others: a second rating of one criterion, a reply whose comment
    was deleted. `content` is that part as JSON (`domain/parts.py`). `id` is the part's own.
    """

    id: str
    review: str
    kind: PartKind
    rev: int
    updated: str
    content: str | None = None
