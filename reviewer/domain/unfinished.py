"""What a review lacks before it is marked as done, and where."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.annotation import Verdict
from reviewer.domain.full_review import FullReview


class Lack(StrEnum):
    """What can be missing."""

    RATING = "rating"
    TEXT = "text"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing: the id and the name of the criterion, comment or question that lacks it."""

    lack: Lack
    of: str
    name: str


def gaps(full: FullReview) -> list[Gap]:
    """Criteria without a rating, concerns without text, and in an exercise questions without an answer."""
    unrated = [
        Gap(Lack.RATING, part.criterion.id, part.criterion.name)
        for part in full.score.parts
        if part.value is None and not part.not_applicable
    ]
    silent = [
        Gap(Lack.TEXT, one.id, f"Comment {full.numbers[one.id]}")
        for one in full.annotations
        if one.verdict is Verdict.CONCERN and not one.text.strip()
    ]
    answered = {one.question for one in full.answers if one.text.strip()}
    asked = full.questions if full.exercise else ()
    open_ = [Gap(Lack.ANSWER, one.id, f"Question {one.position}") for one in asked if one.id not in answered]
    return [*unrated, *silent, *open_]
