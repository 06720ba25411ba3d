"""Agreement of ratings, against values that others published or that can be worked out by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.agreement import agreement, spread

TWO = [(2, 2), (3, 4), (3, 3), (4, 4), (2, 1), (2, 2), (2, 4)]
PUBLISHED = [
    (1, 1, 1), (2, 2, 3, 2), (3, 3, 3, 3), (3, 3, 3, 3), (2, 2, 2, 2), (1, 2, 3, 4), (4, 4, 4, 4), (1, 1, 2, 1),
    (2, 2, 2, 2), (5, 5, 5), (1, 1), (3,),
]  # fmt: skip
"""The example of Krippendorff (2011): 4 observers, 12 units, some values missing."""


def test_the_design_s_own_example():
    found = agreement(TWO)
    assert (found.ratings, found.pairs, found.same, found.within_one) == (7, 7, 4, 6)
    assert f"{float(found.alpha or 0):.2f}" == "0.60"
    assert found.rough


def test_the_published_example():
    found = agreement(PUBLISHED)
    assert f"{float(found.alpha or 0):.3f}" == "0.815"
    assert found.ratings == 11
    assert not found.rough


def test_three_people_are_compared_two_by_two():
    found = agreement([(1, 2, 4)])
    assert (found.pairs, found.same, found.within_one) == (3, 0, 1)


@pytest.mark.parametrize("rated", [[], [(3,)], [(2, 2), (2, 2, 2)]])
def test_no_alpha_where_nothing_differs(rated: list[tuple[int, ...]]):
    assert agreement(rated).alpha is None


@given(st.lists(st.lists(st.integers(1, 5), min_size=2, max_size=5), min_size=1, max_size=6))
def test_alpha_is_one_exactly_when_all_agree(rated: list[list[int]]):
    found = agreement(rated)
    agreed = all(len(set(levels)) == 1 for levels in rated)
    assert found.same <= found.within_one <= found.pairs
    if found.alpha is not None:
        assert found.alpha <= 1
        assert (found.alpha == 1) == agreed == (found.same == found.pairs)


@given(st.lists(st.lists(st.integers(1, 4), min_size=2, max_size=4), min_size=1, max_size=6), st.randoms())
def test_neither_the_order_of_things_nor_of_people_matters(rated: list[list[int]], chance):
    mixed = [chance.sample(levels, len(levels)) for levels in chance.sample(rated, len(rated))]
    assert agreement(mixed) == agreement(rated)


def test_spread():
    found = spread([4, 1, 2, 3])
    assert (found.count, found.mean, found.median) == (4, Fraction(5, 2), Fraction(5, 2))
    assert (found.lowest, found.highest) == (1, 4)
    assert spread([3, 1, 5]).median == 3
    assert spread([]) is None
