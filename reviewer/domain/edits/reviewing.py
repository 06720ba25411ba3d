"""Edits of one review: its comments, ratings, summary and status.

The first edit of a review that is not saved yet also creates it, so that undo takes both back.
"""

from dataclasses import replace

from reviewer.domain.anchor import Anchor
from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.review import Answer, Point, Rating, Seen, Status


def add_comment(
    full: FullReview,
    anchor: Anchor,
    criterion: str | None,
    verdict: Verdict,
    text: str = "",
    suggestion: str | None = None,
) -> Edit:
    """A comment on `anchor`; without text it is a bare highlight."""
    annotation = Annotation(new_id(), full.review.id, anchor, criterion, verdict, text, suggestion)
    return _edit(full, Op.ADD_COMMENT, Delta(None, annotation))


def edit_comment(full: FullReview, before: Annotation, after: Annotation) -> Edit:
    """`before` becomes `after`: other words, criterion, verdict, suggestion or place."""
    return _edit(full, Op.EDIT_COMMENT, Delta(before, after))


def attach_comment(full: FullReview, annotation: Annotation, anchor: Anchor) -> Edit:
    """A comment stands on other words."""
    return _edit(full, Op.ATTACH_COMMENT, Delta(annotation, replace(annotation, anchor=anchor)))


def delete_comment(full: FullReview, annotation: Annotation) -> Edit:
    """The comment with its replies, and its links from changes and summary, are gone."""
    replies = [Delta(reply, None) for reply in full.replies if reply.annotation == annotation.id]
    links = [
        Delta(one, replace(one, annotations=tuple(link for link in one.annotations if link != annotation.id)))
        for one in full.revised_turns
        if annotation.id in one.annotations
    ]
    summary = _without(full, annotation.id)
    return _edit(full, Op.DELETE_COMMENT, *replies, *links, *summary, Delta(annotation, None))


def rate(full: FullReview, criterion: str, value: int | None, *, not_applicable: bool = False) -> Edit:
    """Level `value` (from 1) for a criterion; None with `not_applicable` leaves it out; None alone clears it."""
    before = full.rating_of(criterion)
    base = before or Rating(new_id(), full.review.id, criterion)
    return _edit(full, Op.RATE, Delta(before, replace(base, value=value, not_applicable=not_applicable)))


def note_rating(full: FullReview, criterion: str, note: str) -> Edit:
    """A reason in words beside the rating of a criterion."""
    before = full.rating_of(criterion)
    base = before or Rating(new_id(), full.review.id, criterion)
    return _edit(full, Op.RATE_NOTE, Delta(before, replace(base, note=note)))


def summarise(
    full: FullReview,
    headline: str,
    worked: tuple[Point, ...],
    to_change: tuple[Point, ...],
    try_next: tuple[Point, ...],
) -> Edit:
    """The sentence at the head of the page, and its three short lists."""
    after = replace(full.review, headline=headline, worked=worked, to_change=to_change, try_next=try_next)
    if not full.saved:
        return Edit(Op.SUMMARISE, (Delta(None, after),), full.transcript.id)
    return _edit(full, Op.SUMMARISE, Delta(full.review, after))


def answer(full: FullReview, question: str, text: str) -> Edit:
    """The answer to one discussion question."""
    before = next((one for one in full.answers if one.question == question), None)
    base = before or Answer(new_id(), full.review.id, question, "")
    return _edit(full, Op.ANSWER, Delta(before, replace(base, text=text)))


def mark_done(full: FullReview, now: str) -> Edit:
    """The review is finished; `now` is ISO 8601 in UTC."""
    after = replace(full.review, status=Status.DONE, done_at=now)
    return Edit(Op.MARK_DONE, (Delta(full.review if full.saved else None, after),), full.transcript.id)


def reopen(full: FullReview) -> Edit:
    """A finished review can be changed again; one that was handed in becomes the next version."""
    before = full.review
    version = before.version + (1 if before.handed_in_at else 0)
    after = replace(before, status=Status.IN_PROGRESS, done_at=None, handed_in_at=None, version=version)
    return _edit(full, Op.REOPEN, Delta(full.review, after))


def delete_review(full: FullReview, seen: Seen | None = None) -> Edit | None:
    """The whole review is gone, and that it was `seen`; None when it was never begun."""
    if not full.saved:
        return None
    records = (
        *((seen,) if seen else ()),
        *full.absent,
        *full.revised_turns,
        *full.revisions,
        *full.answers,
        *full.replies,
        *full.annotations,
        *full.ratings,
        full.review,
    )
    return Edit(Op.DELETE_REVIEW, tuple(Delta(one, None) for one in records), full.transcript.id)


def _without(full: FullReview, annotation: str) -> list[Delta]:
    def unlinked(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(
            replace(point, annotations=tuple(link for link in point.annotations if link != annotation))
            for point in points
        )

    review = full.review
    after = replace(
        review,
        worked=unlinked(review.worked),
        to_change=unlinked(review.to_change),
        try_next=unlinked(review.try_next),
    )
    return [Delta(review, after)] if after != review else []


def _edit(full: FullReview, op: Op, *deltas: Delta) -> Edit:
    begun = () if full.saved else (Delta(None, full.review),)
    return Edit(op, (*begun, *deltas), full.transcript.id)
