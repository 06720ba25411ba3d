"""The edit that moves a review to another rubric, or to another version of its own.

Ratings and comments follow their criterion into the other rubric: by what it has in common with itself in other
versions, else by its name. Ratings without such a criterion are left out, comments become notes.
"""

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from reviewer.domain.annotation import Annotation
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Answer, Rating
from reviewer.domain.rubric import Criterion, Question, RubricSet

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Loss:
    """How much of a review has no place in another rubric."""

    ratings: int
    comments: int
    answers: int

    def __bool__(self) -> bool:
        return bool(self.ratings or self.comments or self.answers)


@dataclass(frozen=True, slots=True)
class Difference:
    """How many criteria another version has more, has no more, and has changed."""

    new: int
    gone: int
    changed: int


def change_rubric(full: FullReview, wanted: RubricSet) -> Edit | None:
    """The review is rated by `wanted`; None when it is already."""
    if full.review.rubric == wanted.rubric.id:
        return None
    review = Delta(full.review if full.saved else None, replace(full.review, rubric=wanted.rubric.id))
    places = _places(full.rubric, wanted)
    deltas = [review]
    deltas += [Delta(one, _rating_in(one, full.rubric, places)) for one in full.ratings]
    deltas += [_comment_in(one, places) for one in full.annotations if one.criterion is not None]
    deltas += [Delta(one, _answer_in(one, full, wanted)) for one in full.answers]
    return Edit(Op.CHANGE_RUBRIC, tuple(one for one in deltas if one.before != one.after), full.transcript.id)


def carried_over(part: Kind, full: FullReview, wanted: RubricSet) -> Kind:
    """A part of the review as it is under `wanted`; one that has no place there stays as it is.

    Nothing is stamped: it is the same version of the part, told in the terms of another rubric.
    """
    moved: Any = None
    match part:
        case Rating():
            moved = _rating_in(part, full.rubric, _places(full.rubric, wanted))
        case Annotation(criterion=str()):
            moved = _comment_in(part, _places(full.rubric, wanted)).after
        case Answer():
            moved = _answer_in(part, full, wanted)
    return moved or part


def loss(full: FullReview, wanted: RubricSet) -> Loss:
    """What `change_rubric` would leave out, or make a note."""
    places = _places(full.rubric, wanted)
    moved = ((one, _rating_in(one, full.rubric, places)) for one in full.ratings)
    return Loss(
        sum(_says_something(before) and (after is None or _level(after) != _level(before)) for before, after in moved),
        sum(one.criterion is not None and one.criterion not in places for one in full.annotations),
        sum(bool(one.text.strip()) and _answer_in(one, full, wanted) is None for one in full.answers),
    )


def difference(before: RubricSet, after: RubricSet) -> Difference:
    """What is other in a later version."""
    old, new = ({one.root: one for one in rubric.criteria} for rubric in (before, after))
    changed = sum(_content(old[root]) != _content(new[root]) for root in old.keys() & new.keys())
    return Difference(len(new.keys() - old.keys()), len(old.keys() - new.keys()), changed)


def _places(before: RubricSet, after: RubricSet) -> dict[str, Criterion]:
    """By the id of an old criterion the new one in its place."""
    by_root = {one.root: one for one in after.criteria}
    by_name = {one.name.casefold(): one for one in after.criteria}
    found: dict[str, Criterion] = {}
    for old in before.criteria:
        new = by_root.get(old.root) or by_name.get(old.name.casefold())
        if new is not None and new not in found.values():
            found[old.id] = new
    return found


def _rating_in(rating: Rating, before: RubricSet, places: dict[str, Criterion]) -> Rating | None:
    new, old = places.get(rating.criterion), before.criterion(rating.criterion)
    if new is None or old is None:
        return None
    same = len(new.levels) == len(old.levels)
    return replace(rating, criterion=new.id, value=rating.value if same else None)


def _comment_in(annotation: Annotation, places: dict[str, Criterion]) -> Delta:
    new = places.get(annotation.criterion or "")
    return Delta(annotation, replace(annotation, criterion=new.id if new else None))


def _answer_in(answer: Answer, full: FullReview, wanted: RubricSet) -> Answer | None:
    """The answer to the same question; questions of an exercise stay."""
    asked = next((one for one in full.rubric.questions if one.id == answer.question), None)
    if asked is None:
        return answer
    found = next((one for one in wanted.questions if _same_question(one, asked, full.rubric, wanted)), None)
    return replace(answer, question=found.id) if found else None


def _same_question(new: Question, old: Question, before: RubricSet, after: RubricSet) -> bool:
    texts = {one.text for one in after.questions}
    if old.text in texts:
        return new.text == old.text
    versions = before.rubric.root == after.rubric.root
    return versions and new.position == old.position and new.text not in {one.text for one in before.questions}


def _level(rating: Rating) -> tuple[int | None, bool]:
    return rating.value, rating.not_applicable


def _says_something(rating: Rating) -> bool:
    return rating.value is not None or rating.not_applicable or bool(rating.note)


def _content(one: Criterion) -> Criterion:
    return replace(one, id="", rubric="", origin="", position=1)
