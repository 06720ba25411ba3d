"""Taking over what somebody else said of a transcript."""

from collections.abc import Mapping
from dataclasses import replace

from reviewer.domain.annotation import Annotation
from reviewer.domain.edit import Delta, Edit, Op, Record
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.review import Point, Review, Status
from reviewer.domain.rubric import RubricSet


def copy_review(source: FullReview, mine: FullReview) -> Edit:
    """The comments of `source` with their replies stand in `mine` too; all records are new.

    A review that is not begun yet also takes over the rubric, ratings, answers, summary and revisions.
    """
    review = mine.review if mine.saved else _begun(source, mine)
    rubric = mine.rubric if mine.saved else source.rubric
    ids = {one.id: new_id() for one in source.annotations}
    records: list[Record] = []
    if not mine.saved:
        records.append(_summarised(source, review, ids))
    for one in source.annotations:
        criterion = _criterion(one, source.rubric, rubric)
        records.append(replace(one, id=ids[one.id], review=review.id, criterion=criterion))
    records += [replace(one, id=new_id(), annotation=ids[one.annotation]) for one in source.replies]
    if not mine.saved:
        records += _rest(source, review, ids)
    return Edit(Op.COPY_REVIEW, tuple(Delta(None, record) for record in records), source.transcript.id)


def _begun(source: FullReview, mine: FullReview) -> Review:
    return replace(mine.review, rubric=source.review.rubric)


def _summarised(source: FullReview, review: Review, ids: Mapping[str, str]) -> Review:
    theirs = source.review
    return replace(
        review,
        status=Status.IN_PROGRESS,
        headline=theirs.headline,
        worked=_linked(theirs.worked, ids),
        to_change=_linked(theirs.to_change, ids),
        try_next=_linked(theirs.try_next, ids),
    )


def _rest(source: FullReview, review: Review, ids: Mapping[str, str]) -> list[Record]:
    records: list[Record] = [replace(one, id=new_id(), review=review.id) for one in source.ratings]
    records += [replace(one, id=new_id(), review=review.id) for one in source.answers]
    revisions = {one.id: new_id() for one in source.revisions}
    records += [replace(one, id=revisions[one.id], review=review.id) for one in source.revisions]
    for turn in source.revised_turns:
        links = tuple(ids[link] for link in turn.annotations if link in ids)
        records.append(replace(turn, id=new_id(), revision=revisions[turn.revision], annotations=links))
    return records


def _linked(points: tuple[Point, ...], ids: Mapping[str, str]) -> tuple[Point, ...]:
    return tuple(Point(one.text, tuple(ids[link] for link in one.annotations if link in ids)) for one in points)


def _criterion(annotation: Annotation, theirs: RubricSet, mine: RubricSet) -> str | None:
    """The same criterion in another rubric, or a note where there is none."""
    criterion = theirs.criterion(annotation.criterion)
    if criterion is None:
        return None
    return next((one.id for one in mine.criteria if one.root == criterion.root), None)
