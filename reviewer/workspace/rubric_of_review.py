"""The rubric of a review that comes from elsewhere, where the library holds another one under the same id.

Versions in use never change, so such a rubric comes in as a version of its own and the review follows that.
"""

from dataclasses import replace

from reviewer.domain.absent import Absent
from reviewer.domain.edits.rubrics import renewed
from reviewer.domain.full_review import FullReview
from reviewer.domain.parts import part_in, set_aside
from reviewer.domain.review import Answer, Rating
from reviewer.domain.rubric import Criterion, RubricSet
from reviewer.domain.rubric_versions import versions_of
from reviewer.store.reading import Reading


def on_own_version(reading: Reading, full: FullReview) -> FullReview:
    """The review as it is where its rubric measures what the library's does, else on a version that does.

    Other words alone make no version: ratings mean the same under both.
    """
    held = reading.rubric(full.rubric.rubric.id)
    if held is None or (_measures(held) == _measures(full.rubric) and _ids(full.rubric) <= _ids(held)):
        return full
    family = versions_of(reading.rubrics(), held.rubric.root)
    known = next((one for one in family if _measures(one) == _measures(full.rubric)), None)
    return _moved(full, known or _next(full.rubric, family[0].rubric.version + 1))


def _next(rubric: RubricSet, version: int) -> RubricSet:
    return renewed(replace(rubric, rubric=replace(rubric.rubric, version=version)))


def _moved(full: FullReview, rubric: RubricSet) -> FullReview:
    pairs = [*zip(full.rubric.criteria, rubric.criteria, strict=True)]
    criteria = {before.id: after.id for before, after in pairs}
    questions = {before.id: after.id for before, after in zip(full.rubric.questions, rubric.questions, strict=True)}

    def aside(absent: Absent) -> Absent:
        part = part_in(absent)
        if isinstance(part, Rating):
            return set_aside(replace(part, criterion=criteria.get(part.criterion, part.criterion)), absent.review)
        if isinstance(part, Answer):
            return set_aside(replace(part, question=questions.get(part.question, part.question)), absent.review)
        return absent

    return replace(
        full,
        rubric=rubric,
        review=replace(full.review, rubric=rubric.rubric.id),
        ratings=tuple(replace(one, criterion=criteria[one.criterion]) for one in full.ratings),
        annotations=tuple(
            replace(one, criterion=criteria[one.criterion] if one.criterion else None) for one in full.annotations
        ),
        answers=tuple(replace(one, question=questions.get(one.question, one.question)) for one in full.answers),
        absent=tuple(map(aside, full.absent)),
    )


def _ids(rubric: RubricSet) -> set[str]:
    return {one.id for one in rubric.criteria} | {one.id for one in rubric.questions}


def _measures(rubric: RubricSet) -> tuple[object, ...]:
    """What a score follows from, and how many questions are asked."""
    criteria = tuple(_measure(one) for one in rubric.criteria)
    return rubric.rubric.critical_effect, criteria, len(rubric.questions)


def _measure(one: Criterion) -> tuple[object, ...]:
    points = tuple(level.points for level in one.levels)
    return one.root, one.weight, points, one.critical, one.fail_level
