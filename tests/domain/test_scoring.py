"""The weighted score: N/A, critical criteria, bands and rounding, exactly."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.rubric import CriticalEffect, Level
from reviewer.domain.scoring import band_of, rounded, score
from tests.domain.rubrics import BANDS, ratings, rubric_with, shipped

LIVE_CHAT = shipped("live-chat-evaluation")


def test_the_picture_of_the_design_six_of_seven_rated():
    result = score(LIVE_CHAT, ratings(LIVE_CHAT, 2, 3, 3, 4, 2, 2))
    assert (result.total, result.shown, result.rated, result.to_rate) == (Fraction(725, 18), 40, 6, 7)
    assert result.band is not None
    assert result.band.name == "Needs work"
    assert not result.complete


def test_the_seventh_rating_completes_it():
    result = score(LIVE_CHAT, ratings(LIVE_CHAT, 2, 3, 3, 4, 2, 2, 2))
    assert (result.total, result.shown, result.complete) == (Fraction("38.75"), 39, True)
    assert not result.failed


def test_nothing_rated_has_no_total():
    result = score(LIVE_CHAT, ())
    assert (result.total, result.shown, result.band, result.rated, result.to_rate) == (None, None, None, 0, 7)


@pytest.mark.parametrize("levels", [(1,) * 7, (5,) * 7])
def test_all_lowest_is_0_and_all_highest_is_100(levels: tuple[int, ...]):
    result = score(LIVE_CHAT, ratings(LIVE_CHAT, *levels))
    assert result.shown == (0 if levels[0] == 1 else 100)


def test_not_applicable_leaves_the_sum_and_the_count():
    rubric = rubric_with(CriticalEffect.FLAG, 50, 30, 20)
    result = score(rubric, ratings(rubric, 5, 0, 3))
    assert result.total == Fraction(50 * 100 + 20 * 50, 70)
    assert (result.rated, result.to_rate, result.complete) == (2, 2, True)


def test_everything_not_applicable_has_no_total():
    rubric = rubric_with(CriticalEffect.ZERO, 50, 50)
    result = score(rubric, ratings(rubric, 0, 0))
    assert (result.total, result.rated, result.to_rate, result.complete) == (None, 0, 0, False)


@pytest.mark.parametrize(
    ("effect", "total"),
    [(CriticalEffect.ZERO, Fraction(0)), (CriticalEffect.CAP, Fraction(49)), (CriticalEffect.FLAG, Fraction(80))],
)
def test_a_failed_critical_criterion(effect: CriticalEffect, total: Fraction):
    rubric = rubric_with(effect, 80, 20)
    result = score(rubric, ratings(rubric, 5, 1))
    assert (result.total, result.uncapped) == (total, Fraction(80))
    assert [criterion.id for criterion in result.failed] == ["c2"]


def test_a_total_below_the_cap_stays():
    rubric = rubric_with(CriticalEffect.CAP, 80, 20)
    assert score(rubric, ratings(rubric, 2, 1)).total == Fraction(20)


def test_a_critical_criterion_above_its_fail_level_does_not_fail():
    rubric = rubric_with(CriticalEffect.ZERO, 80, 20)
    assert not score(rubric, ratings(rubric, 5, 2)).failed


def test_levels_may_have_points_of_their_own():
    rubric = rubric_with(
        CriticalEffect.FLAG, 60, 40, levels=(Level("No", "", 0), Level("Partly", "", 30), Level("Yes", "", 80))
    )
    assert score(rubric, ratings(rubric, 2, 3)).total == Fraction(60 * 30 + 40 * 80, 80)


def test_unknown_criteria_and_levels_are_left_aside():
    rubric = rubric_with(CriticalEffect.FLAG, 50, 50)
    other = ratings(rubric_with(CriticalEffect.FLAG, 1, 1, 1), None, None, 5)
    assert score(rubric, [*ratings(rubric, 3, 9), *other]).total == Fraction(50)


@pytest.mark.parametrize(
    ("total", "name"),
    [("0", "Needs work"), ("49.99", "Needs work"), ("50", "Developing"), ("74.999", "Developing"), ("75", "Good"),
     ("89.5", "Good"), ("90", "Excellent"), ("100", "Excellent")],
)  # fmt: skip
def test_bands_go_by_the_unrounded_total(total: str, name: str):
    band = band_of(BANDS, Fraction(total))
    assert band is not None
    assert band.name == name


@pytest.mark.parametrize(("number", "shown"), [("0.5", 1), ("38.75", 39), ("2.5", 3), ("2.49", 2), ("99.5", 100)])
def test_halves_are_rounded_up(number: str, shown: int):
    assert rounded(Fraction(number)) == shown


@given(st.lists(st.one_of(st.none(), st.integers(0, 5)), min_size=7, max_size=7))
def test_any_ratings_give_a_total_from_0_to_100(values: list[int | None]):
    result = score(LIVE_CHAT, ratings(LIVE_CHAT, *values))
    assert result.total is None or 0 <= result.total <= 100
    assert (result.total is None) == (result.rated == 0)
    assert result.rated <= result.to_rate <= 7
