"""What a library begins with: the shipped rubrics; and what a review begins with: nothing said yet."""

from collections.abc import Callable
from functools import cache

from reviewer import resources
from reviewer.domain.edit import Delta, Edit, Op, Record
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.review import Review, Reviewer
from reviewer.domain.rubric import Rubric, RubricSet
from reviewer.domain.rubric_file import read_rubric
from reviewer.domain.rubric_versions import default_among, versions_of
from reviewer.errors import Conflict, UsageError
from reviewer.store.faults import CHANGED_ELSEWHERE
from reviewer.store.reading import Reading

DEFAULT_RUBRIC = "Live chat evaluation"


@cache
def shipped_ids() -> frozenset[str]:
    """The ids of the rubrics that come with the program, which are the same in every library."""
    return frozenset(_shipped(name).rubric.id for name in resources.names("rubrics", suffix=".toml"))


def install_rubrics(reading: Reading, do: Callable[[Edit], Edit]) -> None:
    """Save the shipped rubrics that the library was never given; a better text comes as the next version.

    A rubric that people deleted, retired or took further themselves stays as they left it.
    """
    shipped = (_shipped(name) for name in resources.names("rubrics", suffix=".toml"))
    new = [one for one in shipped if reading.record(Rubric, one.rubric.id) is None]
    given = reading.given_rubrics() if new else frozenset[str]()
    for rubric in new:
        if not _is_wanted(rubric, versions_of(reading.rubrics(), rubric.rubric.root), given):
            continue
        records: tuple[Record, ...] = (rubric.rubric, *rubric.criteria, *rubric.questions)
        try:
            do(Edit(Op.ADD_RUBRIC, tuple(Delta(None, record) for record in records)))
        except Conflict:
            if reading.rubric(rubric.rubric.id) is None:
                raise


def fresh_review(
    reading: Reading, transcript_id: str, reviewer: Reviewer, rubric_id: str | None, preferred: str = ""
) -> FullReview:
    """A review that its first edit saves; without `rubric_id` it follows that of its exercise,
    else the rubric with the root `preferred`.

    Raises:
        UsageError: there is no such transcript or rubric.
    """
    transcript = reading.transcript(transcript_id)
    if transcript is None:
        raise UsageError("This transcript is no longer in the library.")
    exercise = reading.exercise(transcript.collection)
    given = exercise.collection.rubric if exercise else None
    rubric = _rubric(reading.rubrics(), rubric_id or given, preferred)
    review = Review(new_id(), transcript.id, reviewer.id, rubric.rubric.id)
    speakers = reading.speakers(transcript.id)
    return FullReview(transcript, speakers, rubric, reviewer, review, exercise=exercise)


def reviewer_named(reading: Reading, name: str) -> Reviewer | None:
    """The reviewer of this name in the library."""
    return next((one for one in reading.reviewers() if one.name == name), None)


def refuse_second_review(reading: Reading, edit: Edit, reviewer: Reviewer) -> None:
    """A reviewer writes one review of a transcript, and another window may have begun it in the meantime.

    Raises:
        Conflict: `edit` begins it again.
    """
    begun = [one.after for one in edit.deltas if one.before is None and isinstance(one.after, Review)]
    if not begun or edit.op in (Op.IMPORT_REVIEW, Op.IMPORT_PROJECT):
        return
    namesake = reviewer_named(reading, reviewer.name)
    stranger = namesake is not None and reading.record(Reviewer, reviewer.id) is None
    if stranger or any(reading.review_by(one.transcript, one.reviewer) for one in begun):
        raise Conflict(CHANGED_ELSEWHERE)


def _shipped(name: str) -> RubricSet:
    return read_rubric(resources.read_text("rubrics", name), name)


def _is_wanted(shipped: RubricSet, held: list[RubricSet], given: frozenset[str]) -> bool:
    head = shipped.rubric
    if not held:
        return head.root not in given
    newest = held[0].rubric
    return head.id not in given and not newest.retired and newest.version < head.version


def _rubric(rubrics: list[RubricSet], rubric_id: str | None, preferred: str) -> RubricSet:
    if rubric_id is None:
        chosen = default_among(rubrics, preferred, DEFAULT_RUBRIC) or max(
            rubrics, key=lambda one: one.rubric.version, default=None
        )
    else:
        chosen = next((one for one in rubrics if one.rubric.id == rubric_id), None)
    if chosen is None:
        raise UsageError("This rubric is no longer in the library.")
    return chosen
