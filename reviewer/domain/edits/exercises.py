"""Edits of exercises: what is asked, of which transcripts, and what is handed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reviewer.domain.edit import LIBRARY, Delta, Edit, Op, Record
from reviewer.domain.exercise import Exercise
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.review import Answer, Review, Seen, Status
from reviewer.domain.rubric import Question
from reviewer.domain.transcript import Collection, Transcript

EXERCISE = "exercise"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was written: its text and a soft target in words; `id` of the question that it was, if any."""

    text: str
    target_words: int | None = None
    id: str = ""


def begin(collection: Collection, asked: Sequence[Asked], transcripts: Iterable[Transcript]) -> Edit:
    """A new exercise with its questions, and transcripts that lie in it from now on."""
    home = replace(collection, kind=EXERCISE)
    moved = (Delta(one, replace(one, collection=home.id)) for one in transcripts if one.collection != home.id)
    questions = (Delta(None, one) for one in _questions(home, (), asked))
    return Edit(Op.ADD_EXERCISE, (Delta(None, home), *questions, *moved), LIBRARY)


def change(
    exercise: Exercise, collection: Collection, asked: Sequence[Asked], answers: Iterable[Answer] = ()
) -> Edit | None:
    """The exercise says `collection` and asks `asked`; None when nothing changes.

    `answers` are all that there are to questions of the exercise: those to questions that go, go with them.
    """
    deltas: list[Delta] = []
    if collection != exercise.collection:
        deltas.append(Delta(exercise.collection, collection))
    after = {one.id: one for one in _questions(collection, exercise.questions, asked)}
    before: dict[str, Question] = {one.id: one for one in exercise.questions}
    deltas += [Delta(one, None) for one in answers if one.question in before and one.question not in after]
    deltas += [Delta(one, None) for one in exercise.questions if one.id not in after]
    deltas += [Delta(before.get(one.id), one) for one in after.values() if before.get(one.id) != one]
    return Edit(Op.EDIT_EXERCISE, tuple(deltas), LIBRARY) if deltas else None


def delete(exercise: Exercise, transcripts: Iterable[Transcript], answers: Iterable[Answer]) -> Edit:
    """The exercise is gone with its questions and `answers` to them; `transcripts`, all that lie in it, stay."""
    freed = (Delta(one, replace(one, collection=None)) for one in transcripts)
    gone: tuple[Record, ...] = (*answers, *exercise.questions)
    return Edit(
        Op.DELETE_COLLECTION, (*freed, *(Delta(one, None) for one in gone), Delta(exercise.collection, None)), LIBRARY
    )


def hand_in(full: FullReview, now: str) -> Edit:
    """The review is finished and handed in at `now` (ISO 8601 in UTC)."""
    after = replace(full.review, status=Status.DONE, done_at=full.review.done_at or now, handed_in_at=now)
    return Edit(Op.HAND_IN, (Delta(full.review if full.saved else None, after),), full.transcript.id)


def mark_seen(review: str, now: str, before: Seen | None = None) -> Edit:
    """A review by somebody else was opened here; `before` is when it was last marked so."""
    after = replace(before, at=now) if before else Seen(new_id(), review, now)
    return Edit(Op.MARK_SEEN, (Delta(before, after),), LIBRARY)


def is_opened(review: Review, seen: Seen | None) -> bool:
    """Whether it was opened since it was handed in; a newer version has not been."""
    return seen is not None and (review.handed_in_at is None or seen.at >= review.handed_in_at)


def _questions(collection: Collection, known: Iterable[Question], asked: Sequence[Asked]) -> list[Question]:
    ids = {one.id for one in known}
    written = [one for one in asked if one.text.strip()]
    return [
        Question(one.id if one.id in ids else new_id(), None, place, one.text.strip(), one.target_words, collection.id)
        for place, one in enumerate(written, start=1)
    ]
