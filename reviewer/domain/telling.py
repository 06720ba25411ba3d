"""Differences between two states of a review, in the words that people wrote: what it is about, and both sides."""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.domain.annotation import Annotation
from reviewer.domain.differences import Difference, Fate
from reviewer.domain.edit import SharedRecord
from reviewer.domain.full_review import FullReview
from reviewer.domain.parts import KINDS
from reviewer.domain.review import Answer, Point, Rating, Reply, Review
from reviewer.domain.revision import RevisedTurn, Revision

REVIEW = "review"
"""The kind of a difference in the review itself: its summary and how far it has come."""


@dataclass(frozen=True, slots=True)
class Told:
    """One difference. `kind` is a PartKind or REVIEW; `turn` counts from 1, None where it is about no turn.

    `about` names it: the quoted words, a criterion, a question, a revision. `here` and `there` are what each side says,
    of two that both say something only where they differ.
    """

    fate: Fate
    kind: str
    id: str
    turn: int | None
    about: str
    here: str
    there: str


def told(differences: Iterable[Difference], *states: FullReview) -> tuple[Told, ...]:
    """Differences with the words that they are about; `states` are all states of the review that can know them."""
    names = _Names(states)
    return tuple(_told(one, names) for one in differences)


def _told(difference: Difference, names: "_Names") -> Told:
    record = difference.record
    alone = difference.here is None or difference.there is None
    here, there = (names.said(one, alone=alone) for one in (difference.here, difference.there))
    if here and there:
        differ = [place for place, (one, other) in enumerate(zip(here, there, strict=True)) if one != other]
        here, there = ([side[place] for place in differ] for side in (here, there))
    kind = REVIEW if isinstance(record, Review) else KINDS[type(record)].value
    return Told(
        difference.fate, kind, record.id, names.turn(record), names.about(record), _joined(here), _joined(there)
    )


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)


class _Names:
    """What ids stand for, in any of several states of a review; the first that knows one is asked."""

    def __init__(self, states: Iterable[FullReview]) -> None:
        known = tuple(states)
        self._criteria = {one.id: one for full in known for one in full.rubric.criteria}
        self._questions = {one.id: one.text for full in known for one in (*full.rubric.questions, *full.questions)}
        self._comments = {one.id: one for full in reversed(known) for one in full.annotations}
        self._revisions = {one.id: one.name for full in reversed(known) for one in full.revisions}

    def turn(self, record: SharedRecord) -> int | None:
        """The turn that a part is about."""
        match record:
            case Annotation():
                return record.anchor.first_turn
            case Reply(annotation=one) if one in self._comments:
                return self._comments[one].anchor.first_turn
            case RevisedTurn():
                return next(iter(record.origins), None)
        return None

    def about(self, record: SharedRecord) -> str:
        """What a part is about."""
        match record:
            case Annotation():
                return record.anchor.quote
            case Reply(annotation=one) if one in self._comments:
                return self._comments[one].anchor.quote
            case Rating():
                return self._criterion(record.criterion)
            case Answer():
                return self._questions.get(record.question, "")
            case Revision():
                return record.name
            case RevisedTurn():
                return self._revisions.get(record.revision, "")
        return ""

    def said(self, record: SharedRecord | None, *, alone: bool) -> list[str]:
        """What a part says, piece by piece; the pieces of two of one kind stand in the same order.

        Its place belongs to that unless it stands `alone`, where the name tells it.
        """
        match record:
            case Review():
                lists = (record.worked, record.to_change, record.try_next)
                return [record.status.value.replace("_", " "), record.headline, *map(_points, lists)]
            case Rating():
                return [self._level(record), record.note]
            case Annotation():
                verdict = record.verdict.value if record.verdict.value != "none" else ""
                place = "" if alone else f"{record.anchor.first_turn}: {record.anchor.quote}"
                return [self._criterion(record.criterion), verdict, place, record.text, record.suggestion or ""]
            case Reply() | Answer():
                return [record.text]
            case Revision():
                return [record.name, record.rationale]
            case RevisedTurn():
                return [record.kind.value, record.text, record.reason]
        return []

    def _criterion(self, criterion: str | None) -> str:
        known = self._criteria.get(criterion or "")
        return known.name if known else ""

    def _level(self, rating: Rating) -> str:
        known = self._criteria.get(rating.criterion)
        if rating.not_applicable:
            return "not applicable"
        if rating.value is None:
            return "not rated"
        named = known.levels[rating.value - 1].name if known and 1 <= rating.value <= len(known.levels) else ""
        return f"{rating.value} {named}".rstrip()


def _points(points: tuple[Point, ...]) -> str:
    return "\n".join(point.text for point in points)
