"""An exercise: a collection that asks something of those who review what lies in it."""

from dataclasses import dataclass

from reviewer.domain.rubric import Question
from reviewer.domain.transcript import Collection


@dataclass(frozen=True, slots=True)
class Exercise:
    """A collection of the kind exercise with its questions, in order of position."""

    collection: Collection
    questions: tuple[Question, ...] = ()
