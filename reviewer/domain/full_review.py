"""One review with all that belongs to it, as views and exporters need it."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import TypeVar

from reviewer.domain.absent import Absent
from reviewer.domain.annotation import Annotation, in_reading_order, reading_key
from reviewer.domain.dialogue import RevisedDialogue
from reviewer.domain.edit import Edit, Record
from reviewer.domain.exercise import Exercise
from reviewer.domain.review import Answer, Rating, Reply, Review, Reviewer
from reviewer.domain.revision import RevisedTurn, Revision
from reviewer.domain.rubric import Criterion, Question, Rubric, RubricSet
from reviewer.domain.scoring import Score, score
from reviewer.domain.speaker_names import by_role
from reviewer.domain.transcript import Collection, Speaker, Transcript

One = TypeVar("One", bound=Record)

FEW = 20
"""So many changes are put in their places one by one."""


@dataclass(frozen=True)
class FullReview:
    """Everything saved about one review; `saved` is False until its first edit creates it.

    Annotations come in reading order, the rest in any fixed order.
    """

    transcript: Transcript
    speakers: tuple[Speaker, ...]
    rubric: RubricSet
    reviewer: Reviewer
    review: Review
    saved: bool = False
    ratings: tuple[Rating, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    replies: tuple[Reply, ...] = ()
    answers: tuple[Answer, ...] = ()
    revisions: tuple[Revision, ...] = ()
    revised_turns: tuple[RevisedTurn, ...] = field(default=())
    exercise: Exercise | None = None
    people: tuple[Reviewer, ...] = ()
    """Others who replied to comments of this review."""
    absent: tuple[Absent, ...] = ()
    """What was deleted or set aside, so that it is known when files of this review are merged."""
    shown: str | None = None
    """The id of the revision that is looked at."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked: the questions of the exercise, else those of the rubric."""
        return self.exercise.questions if self.exercise else self.rubric.questions

    @property
    def hides_names(self) -> bool:
        """Whether the exercise wants speakers called by their part in the chat."""
        return self.exercise is not None and self.exercise.collection.hide_names

    @property
    def shows_weights(self) -> bool:
        """Whether reviewers see what the criteria weigh."""
        return self.exercise is None or self.exercise.collection.show_weights

    @cached_property
    def shown_speakers(self) -> tuple[Speaker, ...]:
        """The speakers by the names that people see."""
        return by_role(self.speakers) if self.hides_names else self.speakers

    @cached_property
    def score(self) -> Score:
        """The score of the ratings so far."""
        return score(self.rubric, self.ratings)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Annotation id to the number shown."""
        return {one.id: number for number, one in enumerate(self.annotations, start=1)}

    @cached_property
    def longest(self) -> int:
        """No comment spans more turns after its first than this."""
        return max(map(_span, self.annotations), default=0)

    @cached_property
    def comments_under(self) -> Mapping[str | None, int]:
        """Criterion id to the number of its comments; None for notes."""
        return Counter(one.criterion for one in self.annotations)

    def number_of(self, annotation: Annotation) -> int:
        """The number of a comment that is there, without numbering all of them."""
        return self.number_at(annotation)

    def annotations_at(self, position: int) -> list[Annotation]:
        """The comments whose words lie in the turn at `position`, in reading order."""
        first = bisect_left(self.annotations, (False, position), key=_end)
        found = []
        for one in islice(self.annotations, first, None):
            anchor = one.anchor
            if not anchor.found or anchor.last_turn > position + self.longest:
                break
            if anchor.first_turn <= position:
                found.append(one)
        return found

    def number_at(self, annotation: Annotation) -> int:
        """The number that a comment which is not there now would have."""
        return bisect_left(self.annotations, reading_key(annotation), key=reading_key) + 1

    @cached_property
    def revision(self) -> Revision | None:
        """The revision that is shown, else the recommended one, else the first."""
        return next((one for one in self.revisions if one.id == self.shown), None) or self.recommended

    @property
    def recommended(self) -> Revision | None:
        """The revision that stands for the review; the first where none is marked."""
        marked = (one for one in self.revisions if one.recommended)
        return next(marked, self.revisions[0] if self.revisions else None)

    def showing(self, revision_id: str | None) -> "FullReview":
        """This review with another of its revisions shown; None for the one that stands for it."""
        return self if revision_id == self.shown else replace(self, shown=revision_id)

    @cached_property
    def changes(self) -> tuple[RevisedTurn, ...]:
        """The changes of the shown revision, in the order of the dialogue."""
        revision = self.revision
        found = [one for one in self.revised_turns if revision and one.revision == revision.id]
        return tuple(sorted(found, key=lambda one: (one.order_key, one.id)))

    @cached_property
    def dialogue(self) -> RevisedDialogue:
        """The shown revision beside the original, row by row."""
        return RevisedDialogue(self.transcript.turn_count, self.changes)

    def replies_to(self, annotation_id: str) -> list[Reply]:
        """The replies to one comment, in the order in which they were written."""
        return sorted((one for one in self.replies if one.annotation == annotation_id), key=_written)

    def name_of(self, reviewer_id: str) -> str:
        """The name of somebody who replied; empty when nobody knows it."""
        return next((one.name for one in (self.reviewer, *self.people) if one.id == reviewer_id), "")

    def rating_of(self, criterion_id: str) -> Rating | None:
        """The rating of one criterion, if any."""
        return next((one for one in self.ratings if one.criterion == criterion_id), None)

    def revised(self, position: int) -> RevisedTurn | None:
        """The first change of the original turn at `position` in the shown revision, if any."""
        return next(iter(self.dialogue.changes_of(position)), None)

    def speaker(self, speaker_id: str | None) -> Speaker | None:
        """The speaker with this id; None for a system line."""
        return next((one for one in self.speakers if one.id == speaker_id), None)

    def _begun_as(self, record: Record | None) -> bool:
        """Whether `record` is this review, not saved under its own id, but begun before and brought back."""
        own = self.review
        return (
            isinstance(record, Review)
            and not self.saved
            and (record.transcript, record.reviewer) == (own.transcript, own.reviewer)
        )

    @property
    def has_other_rubric(self) -> bool:
        """Whether the review follows a rubric that is not here, as after an edit that brought another; read it anew."""
        return self.review.rubric != self.rubric.rubric.id

    def after(self, edit: Edit) -> "FullReview":
        """This review once `edit` is saved; records of other reviews are left aside."""
        review, saved = self.review, self.saved
        for delta in edit.deltas:
            if isinstance(delta.record, Review) and (delta.record.id == review.id or self._begun_as(delta.after)):
                saved = delta.after is not None
                fresh = Review(review.id, review.transcript, review.reviewer, review.rubric)
                review = delta.after if isinstance(delta.after, Review) else fresh
        annotations = _annotations_after(self.annotations, edit, review.id)
        revisions = _revisions_after(self.revisions, edit, review.id)
        replies = self.replies
        if edit.touches(Reply) or (replies and edit.touches(Annotation)):
            replies = _after(replies, Reply, edit, {one.id for one in annotations}, "annotation")
        later = replace(
            self,
            transcript=_latest(self.transcript, edit),
            rubric=_rubric_after(self.rubric, edit),
            exercise=_exercise_after(self.exercise, edit),
            reviewer=_latest(self.reviewer, edit),
            review=review,
            saved=saved,
            ratings=_after(self.ratings, Rating, edit, {review.id}, "review"),
            annotations=annotations,
            replies=replies,
            answers=_after(self.answers, Answer, edit, {review.id}, "review"),
            revisions=revisions,
            revised_turns=_after(self.revised_turns, RevisedTurn, edit, {one.id for one in revisions}, "revision"),
            absent=_absent_after(self.absent, edit, review.id) if saved else (),
        )
        spans = (_span(delta.after) for delta in edit.deltas if isinstance(delta.after, Annotation))
        later.__dict__["longest"] = max(self.longest, *spans, 0)
        return later


def _end(annotation: Annotation) -> tuple[bool, int]:
    return not annotation.anchor.found, annotation.anchor.last_turn


def _span(annotation: Annotation) -> int:
    return annotation.anchor.last_turn - annotation.anchor.first_turn


def _annotations_after(annotations: tuple[Annotation, ...], edit: Edit, review: str) -> tuple[Annotation, ...]:
    """In reading order; few changes among many comments are put in their places without sorting all."""
    if not edit.touches(Annotation):
        return annotations
    if len(edit.deltas) > FEW:
        return tuple(in_reading_order(_after(annotations, Annotation, edit, {review}, "review")))
    kept = list(annotations)
    for delta in edit.deltas:
        for one in (delta.before, delta.after):
            if isinstance(one, Annotation):
                _take_out(kept, one, everywhere=one is delta.before)
        if isinstance(delta.after, Annotation) and delta.after.review == review:
            insort(kept, delta.after, key=reading_key)
    return tuple(kept)


def _take_out(kept: list[Annotation], annotation: Annotation, *, everywhere: bool) -> None:
    """Remove it from its place, and with `everywhere` from any other place that it has by now."""
    place = bisect_left(kept, reading_key(annotation), key=reading_key)
    if everywhere and (place >= len(kept) or kept[place].id != annotation.id):
        place = next((at for at, one in enumerate(kept) if one.id == annotation.id), len(kept))
    if place < len(kept) and kept[place].id == annotation.id:
        del kept[place]


def _written(reply: Reply) -> tuple[str, str]:
    return reply.at or reply.updated, reply.id


def _rubric_after(rubric: RubricSet, edit: Edit) -> RubricSet:
    if not edit.touches(Rubric, Criterion, Question):
        return rubric
    own = {rubric.rubric.id}
    return RubricSet(
        _latest(rubric.rubric, edit),
        tuple(sorted(_after(rubric.criteria, Criterion, edit, own, "rubric"), key=_position)),
        tuple(sorted(_after(rubric.questions, Question, edit, own, "rubric"), key=_position)),
    )


def _revisions_after(revisions: tuple[Revision, ...], edit: Edit, review: str) -> tuple[Revision, ...]:
    found = _after(revisions, Revision, edit, {review}, "review")
    return tuple(sorted(found, key=lambda one: (one.position, one.id))) if edit.touches(Revision) else found


def _absent_after(absent: tuple[Absent, ...], edit: Edit, review: str) -> tuple[Absent, ...]:
    if not edit.touches(Absent):
        return absent
    return tuple(sorted(_after(absent, Absent, edit, {review}, "review"), key=lambda one: one.id))


def _exercise_after(exercise: Exercise | None, edit: Edit) -> Exercise | None:
    if exercise is None or not edit.touches(Collection, Question):
        return exercise
    questions = _after(exercise.questions, Question, edit, {exercise.collection.id}, "collection")
    return Exercise(_latest(exercise.collection, edit), tuple(sorted(questions, key=_position)))


def _position(record: Criterion | Question) -> int:
    return record.position


def _latest(record: One, edit: Edit) -> One:
    found = [delta.after for delta in edit.deltas if isinstance(delta.after, type(record))]
    return next((one for one in reversed(found) if one.id == record.id), record)


def _after(records: Iterable[One], kind: type[One], edit: Edit, owners: set[str], owner_field: str) -> tuple[One, ...]:
    kept = {one.id: one for one in records}
    for delta in edit.deltas:
        if not isinstance(delta.record, kind) or getattr(delta.record, owner_field) not in owners:
            continue
        if isinstance(delta.after, kind):
            kept[delta.after.id] = delta.after
        else:
            kept.pop(delta.record.id, None)
    return tuple(one for one in kept.values() if getattr(one, owner_field) in owners)
