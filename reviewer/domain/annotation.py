"""A remark on exact words or whole turns; people call it a comment."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.anchor import Anchor


class Verdict(StrEnum):
    """Whether the words are a concern or a strength; a bare highlight is neither."""

    CONCERN = "concern"
    STRENGTH = "strength"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A comment under a criterion, or a note when `criterion` is None; `suggestion` rewrites the quoted words."""

    id: str
    review: str
    anchor: Anchor
    criterion: str | None
    verdict: Verdict
    text: str
    suggestion: str | None = None
    author: str = ""
    rev: int = 0
    updated: str = ""


def in_reading_order(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Sorted as they are numbered: by where they end, then the shorter first; those without a place last."""
    return sorted(annotations, key=reading_key)


def numbers(annotations: Iterable[Annotation]) -> dict[str, int]:
    """Annotation id to the number shown, counted from 1; the same in the window and on the page."""
    return {one.id: number for number, one in enumerate(in_reading_order(annotations), start=1)}


def reading_key(annotation: Annotation) -> tuple[bool, int, int, tuple[int, int], str]:
    """What comments are sorted by."""
    anchor = annotation.anchor
    return not anchor.found, anchor.last_turn, anchor.end, anchor.extent, annotation.id
