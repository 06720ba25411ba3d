"""What a reviewer judges by: rubrics, their criteria, levels, bands and questions."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class AppliesTo(StrEnum):
    """Whose words a criterion judges."""

    AGENT = "agent"
    CUSTOMER = "customer"
    CHAT = "chat"


class CriticalEffect(StrEnum):
    """What a failed critical criterion does to the total."""

    ZERO = "zero"
    CAP = "cap"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a criterion. `points` is a percentage; None spreads the levels evenly from 0 to 100."""

    name: str
    description: str
    points: int | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A word for totals from `start` (0 to 100, of the unrounded total) up to the next band."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Rubric:
    """A named, versioned set of criteria."""

    id: str
    name: str
    version: int
    critical_effect: CriticalEffect
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing to rate. `position` counts from 1 and chooses the colour slot."""

    id: str
    rubric: str
    position: int
    letter: str
    name: str
    description: str
    weight: int
    levels: tuple[Level, ...]
    critical: bool = False
    fail_level: int | None = None
    applies_to: AppliesTo = AppliesTo.AGENT

    def points(self, value: int) -> Fraction:
        """Percentage points (0 to 100) of level `value`, which counts from 1.

        Raises:
            ValueError: the criterion has no such level.
        """
        if not 1 <= value <= len(self.levels):
            raise ValueError(f"{self.name} has no level {value}")
        own = self.levels[value - 1].points
        if own is not None:
            return Fraction(own)
        return Fraction(100 * (value - 1), max(len(self.levels) - 1, 1))

    @property
    def slot(self) -> int:
        """Colour slot 1 to 8; the ninth criterion and later reuse slots 1 to 4."""
        return self.position if self.position <= 8 else (self.position - 9) % 4 + 1


NOTE_SLOT = 8
NOTE_LETTER = "N"
NOTE_NAME = "Note"


@dataclass(frozen=True, slots=True)
class Question:
    """A discussion question of a rubric, with a soft target length in words."""

    id: str
    rubric: str
    position: int
    text: str
    target_words: int | None = None


@dataclass(frozen=True, slots=True)
class RubricSet:
    """A rubric with all that belongs to it, criteria and questions in order of position."""

    rubric: Rubric
    criteria: tuple[Criterion, ...]
    questions: tuple[Question, ...] = ()

    def criterion(self, criterion_id: str | None) -> Criterion | None:
        """The criterion with this id, or None (a note)."""
        return next((one for one in self.criteria if one.id == criterion_id), None)
