"""The weighted score of a review.

Score = sum(weight x level points) / sum(weight x highest points) over the rated criteria, those marked not
applicable left out, times 100, rounded half up for display only (product design, scorecard).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from reviewer.domain.review import Rating
from reviewer.domain.rubric import Band, Criterion, CriticalEffect, RubricSet

CAP = Fraction(49)


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One criterion in the sum: `points` earned and `highest` possible, in points of the total (sum of weights)."""

    criterion: Criterion
    value: int | None
    not_applicable: bool
    points: Fraction
    highest: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """A total from 0 to 100, or None while nothing is rated; `uncapped` leaves critical criteria aside."""

    total: Fraction | None
    uncapped: Fraction | None
    rated: int
    to_rate: int
    failed: tuple[Criterion, ...]
    band: Band | None
    parts: tuple[CriterionScore, ...]

    @property
    def shown(self) -> int | None:
        """The total rounded half up."""
        return None if self.total is None else rounded(self.total)

    @property
    def complete(self) -> bool:
        """Whether every criterion that applies is rated."""
        return self.rated == self.to_rate and self.rated > 0


def score(rubric: RubricSet, ratings: Iterable[Rating]) -> Score:
    """The score of `ratings` under `rubric`; ratings of criteria that the rubric does not hold are ignored."""
    by_criterion = {rating.criterion: rating for rating in ratings}
    parts = tuple(_part(criterion, by_criterion) for criterion in rubric.criteria)
    highest = sum((part.highest for part in parts), Fraction(0))
    earned = sum((part.points for part in parts), Fraction(0))
    uncapped = earned / highest * 100 if highest else None
    failed = tuple(part.criterion for part in parts if _fails(part))
    total = _with_effect(uncapped, failed, rubric.rubric.critical_effect)
    return Score(
        total=total,
        uncapped=uncapped,
        rated=sum(part.value is not None for part in parts),
        to_rate=sum(not part.not_applicable for part in parts),
        failed=failed,
        band=band_of(rubric.rubric.bands, total),
        parts=parts,
    )


def band_of(bands: Iterable[Band], total: Fraction | None) -> Band | None:
    """The highest band that starts at or below the unrounded total."""
    if total is None:
        return None
    reached = [band for band in bands if band.start <= total]
    return max(reached, key=lambda band: band.start, default=None)


def rounded(number: Fraction) -> int:
    """Rounded half up."""
    return floor(number + Fraction(1, 2))


def _part(criterion: Criterion, ratings: Mapping[str, Rating]) -> CriterionScore:
    rating = ratings.get(criterion.id)
    not_applicable = rating is not None and rating.not_applicable
    value = None if rating is None or not_applicable else rating.value
    if value is None or not 1 <= value <= len(criterion.levels):
        return CriterionScore(criterion, None, not_applicable, Fraction(0), Fraction(0))
    weight = Fraction(criterion.weight, 100)
    best = max(criterion.points(level) for level in range(1, len(criterion.levels) + 1))
    return CriterionScore(criterion, value, False, weight * criterion.points(value), weight * best)


def _fails(part: CriterionScore) -> bool:
    criterion = part.criterion
    if not criterion.critical or part.value is None or criterion.fail_level is None:
        return False
    return part.value <= criterion.fail_level


def _with_effect(total: Fraction | None, failed: tuple[Criterion, ...], effect: CriticalEffect) -> Fraction | None:
    if total is None or not failed:
        return total
    if effect is CriticalEffect.ZERO:
        return Fraction(0)
    return min(total, CAP) if effect is CriticalEffect.CAP else total
