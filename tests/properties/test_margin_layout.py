"""Margin cards never overlap, keep their order, and stay as near to their pins as they can."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewer.gui.margin.layout import GAP, card_tops

HEIGHTS = st.integers(20, 300)
PINS = st.lists(st.tuples(st.integers(-500, 2500), HEIGHTS), max_size=14)


def split(pins):
    ordered = sorted(pins)
    return [want for want, _ in ordered], [height for _, height in ordered]


def with_active(draw_from):
    return draw_from.flatmap(lambda pins: st.tuples(st.just(pins), st.none() | st.integers(0, max(0, len(pins) - 1))))


@given(with_active(PINS))
def test_cards_keep_their_order_and_a_gap(case):
    pins, active = case
    wanted, heights = split(pins)
    tops = card_tops(wanted, heights, active if pins else None)
    assert len(tops) == len(pins)
    assert all(below - above >= height + GAP for (above, below), height in zip(pairwise(tops), heights, strict=False))


@given(PINS.filter(bool), st.data())
def test_the_active_card_stands_exactly_at_its_pin(pins, data):
    wanted, heights = split(pins)
    active = data.draw(st.integers(0, len(pins) - 1))
    assert card_tops(wanted, heights, active)[active] == wanted[active]


@given(with_active(PINS), st.integers(-10_000, 10_000))
def test_cards_move_exactly_with_the_text(case, scrolled):
    pins, active = case
    wanted, heights = split(pins)
    active = active if pins else None
    moved = card_tops([want + scrolled for want in wanted], heights, active)
    assert moved == [top + scrolled for top in card_tops(wanted, heights, active)]


@given(PINS)
def test_cards_with_room_stand_at_their_pins(pins):
    wanted, heights = split(pins)
    roomy = [want + index * 400 for index, want in enumerate(wanted)]
    assert card_tops(roomy, heights) == roomy


@given(with_active(PINS), st.data())
def test_no_other_places_are_nearer_to_the_pins(case, data):
    """Any allowed arrangement is at most as near as this one, but for the rounding to whole pixels."""
    pins, active = case
    wanted, heights = split(pins)
    active = active if pins else None
    tops = card_tops(wanted, heights, active)
    other = card_tops([want + data.draw(st.integers(-200, 200)) for want in wanted], heights)
    if active is not None:
        shift = wanted[active] - other[active]
        other = [top + shift for top in other]
    assert away(tops, wanted) <= away(other, wanted) + len(pins)


def away(tops, wanted):
    return sum((top - want) ** 2 for top, want in zip(tops, wanted, strict=True))


def test_a_crowd_is_centred_on_its_pins():
    assert card_tops([100, 100, 100], [75, 75, 75]) == [17, 100, 183]


def test_many_cards_are_placed_at_once():
    wanted = [index // 3 for index in range(5000)]
    tops = card_tops(wanted, [75] * 5000, 2500)
    assert tops[2500] == wanted[2500]
