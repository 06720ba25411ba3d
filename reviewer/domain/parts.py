"""The parts of a review that people exchange: which there are, whose they are, their text, and what sets them aside."""

import json
from typing import Any, Final

from reviewer.domain.absent import Absent, PartKind
from reviewer.domain.annotation import Annotation
from reviewer.domain.codec import from_plain, to_plain
from reviewer.domain.edit import SHARED, SharedRecord
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Answer, Rating, Reply, Review
from reviewer.domain.revision import RevisedTurn, Revision

Part = Rating | Annotation | Reply | Answer | Revision | RevisedTurn
"""A shared record other than the review itself."""

PARTS: Final[dict[PartKind, type[Part]]] = {
    PartKind.RATING: Rating,
    PartKind.ANNOTATION: Annotation,
    PartKind.REPLY: Reply,
    PartKind.ANSWER: Answer,
    PartKind.REVISION: Revision,
    PartKind.REVISED_TURN: RevisedTurn,
}
KINDS: Final = {part: kind for kind, part in PARTS.items()}


def parts_of(full: FullReview) -> tuple[Part, ...]:
    """All parts of a review that are shown."""
    return (
        *full.ratings, *full.annotations, *full.replies, *full.answers, *full.revisions, *full.revised_turns,
    )  # fmt: skip


def is_untouched(full: FullReview) -> bool:
    """Whether nobody has begun this review: it was never saved, and holds nothing."""
    return not (full.review.rev or full.review.updated or parts_of(full) or full.absent)


def is_part(record: object) -> bool:
    """Whether this is a shared record other than a review."""
    return isinstance(record, SHARED) and not isinstance(record, Review)


def canonical(record: SharedRecord) -> str:
    """The record as JSON on one line, keys in order: one text for one content."""
    return json.dumps(to_plain(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def deleted(part: Part, review: str, rev: int, updated: str) -> Absent:
    """What is left of a deleted part."""
    return Absent(part.id, review, KINDS[type(part)], rev, updated)


def set_aside(part: Part, review: str) -> Absent:
    """A part that is kept but not shown."""
    return Absent(part.id, review, KINDS[type(part)], part.rev, part.updated, canonical(part))


def part_in(absent: Absent) -> Part | None:
    """The part that was set aside; None for a deleted one.

    Raises:
        Malformed: its content cannot be read.
    """
    return None if absent.content is None else from_plain(PARTS[absent.kind], _content(absent.content))


def _content(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
