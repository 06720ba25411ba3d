"""What a reviewer judges by: rubrics, their criteria, levels, bands and questions."""

from dataclasses import dataclass, replace
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
class Trade:
    """A line of business that a rubric has wording for."""

    key: str
    name: str
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """The levels of a criterion in one trade."""

    trade: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Rubric:
    """A named set of criteria. Each version is a rubric of its own; versions of one rubric share their `root`.

    `trade` is the key of the chosen one of `trades`. A `retired` rubric is not offered for new reviews.
    """

    id: str
    name: str
    version: int
    critical_effect: CriticalEffect
    bands: tuple[Band, ...]
    family: str = ""
    description: str = ""
    trades: tuple[Trade, ...] = ()
    trade: str = ""
    retired: bool = False

    @property
    def root(self) -> str:
        """What all versions of this rubric have in common: the id of the first."""
        return self.family or self.id


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing to rate. `position` counts from 1 and chooses the colour slot.

    `variants` holds the levels for every trade of the rubric, or nothing; `levels` are those of the chosen trade.
    """

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
    origin: str = ""
    variants: tuple[Variant, ...] = ()

    @property
    def root(self) -> str:
        """What this criterion has in common with itself in other versions of the rubric: the id it first had."""
        return self.origin or self.id

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
    """A discussion question of a rubric or of an exercise, with a soft target length in words.

    It belongs to either; the id of the other is None.
    """

    id: str
    rubric: str | None
    position: int
    text: str
    target_words: int | None = None
    collection: str | None = None


@dataclass(frozen=True, slots=True)
class RubricSet:
    """A rubric with all that belongs to it, criteria and questions in order of position."""

    rubric: Rubric
    criteria: tuple[Criterion, ...]
    questions: tuple[Question, ...] = ()

    def criterion(self, criterion_id: str | None) -> Criterion | None:
        """The criterion with this id, or None (a note)."""
        return next((one for one in self.criteria if one.id == criterion_id), None)

    def in_trade(self, key: str) -> "RubricSet":
        """The same rubric with the levels for one of its trades.

        Raises:
            ValueError: the rubric has no such trade.
        """
        if key not in {trade.key for trade in self.rubric.trades}:
            raise ValueError(f"{self.rubric.name} has no trade {key}")
        return replace(
            self,
            rubric=replace(self.rubric, trade=key),
            criteria=tuple(_in_trade(criterion, key) for criterion in self.criteria),
        )


def _in_trade(criterion: Criterion, key: str) -> Criterion:
    levels = next((one.levels for one in criterion.variants if one.trade == key), criterion.levels)
    return replace(criterion, levels=levels)
