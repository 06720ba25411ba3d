"""What came back for an exercise: a line for each review, as an instructor reads it."""

from dataclasses import dataclass
from datetime import datetime

from reviewer.domain.dialogue import groups
from reviewer.domain.edits.exercises import is_opened
from reviewer.domain.full_review import FullReview
from reviewer.store.reading import Reading


@dataclass(frozen=True, slots=True)
class Handed:
    """One review of the exercise. `handed_in_at` is ISO 8601 in UTC, `handed_in_on` the day of it where this computer
    is; `score` from 0 to 100 as it is shown.
    """

    review: str
    transcript: str
    student: str
    title: str
    score: int | None
    answered: int
    asked: int
    comments: int
    revised: int
    handed_in_at: str | None
    handed_in_on: str
    late: bool
    version: int
    opened: bool


def what_came_back(reading: Reading, exercise_id: str, own: str) -> list[Handed]:
    """All reviews of the exercise but those of the reviewer `own` (id), by student and chat."""
    reviews = [one for one in reading.reviews_in(exercise_id) if one.reviewer != own]
    fulls = [full for one in reviews if (full := reading.full_review(one.id)) is not None]
    lines = [_line(reading, full) for full in fulls]
    return sorted(lines, key=lambda one: (one.student.casefold(), one.title.casefold(), one.review))


def local_day(moment: str) -> str:
    """The day (ISO 8601) of a moment (ISO 8601 with offset) where this computer is; empty for what is no moment."""
    try:
        return datetime.fromisoformat(moment).astimezone().date().isoformat()
    except ValueError:
        return ""


def _line(reading: Reading, full: FullReview) -> Handed:
    asked = {one.id for one in full.questions}
    due = full.exercise.collection.due if full.exercise else None
    handed = full.review.handed_in_at
    day = local_day(handed) if handed else ""
    return Handed(
        review=full.review.id,
        transcript=full.transcript.id,
        student=full.reviewer.name,
        title=full.transcript.title,
        score=full.score.shown,
        answered=len({one.question for one in full.answers if one.text.strip()} & asked),
        asked=len(asked),
        comments=len(full.annotations),
        revised=len(groups(full.changes)),
        handed_in_at=handed,
        handed_in_on=day,
        late=bool(due and day > due),
        version=full.review.version,
        opened=is_opened(full.review, reading.seen(full.review.id)),
    )
