"""How far several people's ratings agree.

Krippendorff's alpha for ordinal values, as K. Krippendorff writes it in “Computing Krippendorff's Alpha-Reliability”
(2011), from the matrix of coincidences, so that ratings may be missing and there may be any number of people.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final

ROUGH_BELOW: Final = 10
"""With fewer things rated, alpha says little."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Pairs of ratings that two people gave to one thing: how many there are, are equal, are at most one level apart.

    `ratings` counts the things that two people or more rated; `alpha` is None where there is nothing to compare or all
    ratings are the same level.
    """

    ratings: int
    pairs: int
    same: int
    within_one: int
    alpha: Fraction | None

    @property
    def rough(self) -> bool:
        """Whether there are too few ratings to rely on alpha."""
        return self.ratings < ROUGH_BELOW


@dataclass(frozen=True, slots=True)
class Spread:
    """What a few levels have in the middle and at the ends; `count` of them, at least one."""

    count: int
    mean: Fraction
    median: Fraction
    lowest: int
    highest: int


def agreement(rated: Iterable[Sequence[int]]) -> Agreement:
    """How far people agree; each of `rated` holds the levels that one thing was given, by different people."""
    compared = [Counter(levels) for levels in rated if len(levels) > 1]
    pairs = sum(_pairs(levels.total()) for levels in compared)
    same = sum(_pairs(count) for levels in compared for count in levels.values())
    near = sum(levels[one] * levels[one + 1] for levels in compared for one in levels)
    return Agreement(len(compared), pairs, same, same + near, _alpha(compared))


def spread(levels: Iterable[int]) -> Spread | None:
    """The middle and the ends of these levels; None of none."""
    order = sorted(levels)
    if not order:
        return None
    middle = order[(len(order) - 1) // 2 : len(order) // 2 + 1]
    mean, median = Fraction(sum(order), len(order)), Fraction(sum(middle), len(middle))
    return Spread(len(order), mean, median, order[0], order[-1])


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _alpha(compared: Sequence[Counter[int]]) -> Fraction | None:
    """1 - observed ÷ expected disagreement."""
    totals: Counter[int] = sum(compared, Counter())
    observed = expected = Fraction(0)
    for low, high in combinations(sorted(totals), 2):
        distance = _distance(totals, low, high)
        together = sum((Fraction(one[low] * one[high], one.total() - 1) for one in compared), Fraction(0))
        observed += together * distance
        expected += totals[low] * totals[high] * distance
    return 1 - (totals.total() - 1) * observed / expected if expected else None


def _distance(totals: Mapping[int, int], low: int, high: int) -> Fraction:
    """The square of how many ratings lie between two levels, half of those at the ends counted."""
    between = sum(count for level, count in totals.items() if low <= level <= high)
    return (between - Fraction(totals[low] + totals[high], 2)) ** 2
