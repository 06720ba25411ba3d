"""What a review marks in each turn: highlights, numbered pins, brackets around whole turns."""

from dataclasses import dataclass

from reviewer.domain.annotation import Annotation
from reviewer.domain.full_review import FullReview
from reviewer.domain.segments import Highlight, highlights_in
from reviewer.domain.transcript import Turn, TurnKind


@dataclass(frozen=True, slots=True)
class NumberedPin:
    """The number of an annotation, after code point `point`; `apart` when it stands for the turn, not for words."""

    annotation_id: str
    number: int
    slot: int | None
    point: int
    apart: bool


@dataclass(frozen=True, slots=True)
class Bracket:
    """A turn inside an anchor of whole turns; `opens` and `closes` say whether it is its first and last."""

    annotation_id: str
    slot: int | None
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class TurnMarks:
    """Everything marked in one turn, the shortest highlight first, pins in order of their numbers."""

    highlights: tuple[Highlight, ...] = ()
    pins: tuple[NumberedPin, ...] = ()
    brackets: tuple[Bracket, ...] = ()


class Marks:
    """The marks of one review, worked out turn by turn when asked for."""

    def __init__(self, full: FullReview) -> None:
        self._full = full
        self._by_turn: dict[int, TurnMarks] = {}

    def of(self, turn: Turn) -> TurnMarks:
        """The marks of one turn."""
        known = self._by_turn.get(turn.position)
        if known is None:
            known = self._by_turn[turn.position] = self._worked_out(turn)
        return known

    def slot(self, annotation: Annotation) -> int | None:
        """The colour slot of an annotation; None for a note."""
        criterion = self._full.rubric.criterion(annotation.criterion)
        return criterion.slot if criterion else None

    def _worked_out(self, turn: Turn) -> TurnMarks:
        at, length = turn.position, len(turn.text)
        here = self._full.annotations_at(at)
        words = [one for one in here if not (turn.kind is TurnKind.SYSTEM and _passes(one, at))]
        return TurnMarks(
            highlights_in(words, at, length),
            tuple(self._pin(one, length) for one in here if one.anchor.last_turn == at),
            tuple(self._bracket(one, at) for one in here if one.anchor.whole_turns),
        )

    def _pin(self, annotation: Annotation, length: int) -> NumberedPin:
        anchor = annotation.anchor
        point = length if anchor.whole_turns else min(anchor.end, length)
        number = self._full.number_of(annotation)
        return NumberedPin(annotation.id, number, self.slot(annotation), point, anchor.whole_turns)

    def _bracket(self, annotation: Annotation, at: int) -> Bracket:
        anchor = annotation.anchor
        return Bracket(annotation.id, self.slot(annotation), anchor.first_turn == at, anchor.last_turn == at)


def _passes(annotation: Annotation, at: int) -> bool:
    return annotation.anchor.first_turn < at < annotation.anchor.last_turn
