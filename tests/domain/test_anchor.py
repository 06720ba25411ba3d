"""Places in a transcript, and finding them again in another copy."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.anchor import CONTEXT, Anchor, anchor_at, find_again, holds, turn_anchor

TEXTS = {
    1: "Good morning, this is Ada.",
    2: "My lamp came in pieces 😀. Can you help?",
    3: "Of course. Can you send a picture?",
    4: "Can you help?",
}


def test_words_with_their_context():
    anchor = anchor_at(TEXTS, 2, 3, 2, 7)
    assert (anchor.quote, anchor.prefix, anchor.suffix) == ("lamp", "My ", TEXTS[2][7 : 7 + CONTEXT])
    assert holds(anchor, TEXTS)


def test_positions_are_code_points():
    assert anchor_at(TEXTS, 2, 23, 2, 24).quote == "😀"


def test_over_several_turns_a_line_feed_joins():
    anchor = anchor_at(TEXTS, 2, 26, 4, 3)
    assert anchor.quote == "Can you help?\nOf course. Can you send a picture?\nCan"
    assert anchor.span_in(2, 39) == (26, 39)
    assert anchor.span_in(3, 34) == (0, 34)
    assert anchor.span_in(4, 13) == (0, 3)
    assert anchor.span_in(1, 10) is None


def test_whole_turns_may_be_empty():
    anchor = turn_anchor({7: ""}, 7, 7)
    assert anchor.whole_turns
    assert holds(anchor, {7: ""})


@pytest.mark.parametrize("place", [(2, 5, 2, 5), (2, 7, 2, 3), (3, 0, 2, 4), (1, 0, 1, 900), (1, -1, 1, 3)])
def test_a_place_that_is_none_is_refused(place: tuple[int, int, int, int]):
    with pytest.raises(ValueError, match=r"code point|outside"):
        anchor_at(TEXTS, *place)


def test_found_again_where_a_turn_was_put_before():
    anchor = anchor_at(TEXTS, 3, 11, 3, 18)
    moved = {1: "Welcome.", **{position + 1: text for position, text in TEXTS.items()}}
    found = find_again(anchor, moved)
    assert found is not None
    assert (found.first_turn, found.start, found.quote) == (4, 11, "Can you")


def test_of_equal_words_the_context_decides():
    anchor = anchor_at(TEXTS, 4, 0, 4, 13)
    moved = {1: TEXTS[2], 2: TEXTS[3], 3: "Can you help?"}
    found = find_again(anchor, moved)
    assert found is not None
    assert (found.first_turn, found.start) == (3, 0)


def test_words_that_are_gone_are_not_found():
    assert find_again(anchor_at(TEXTS, 2, 3, 2, 7), {1: "My l", 2: "amp"}) is None


@given(
    texts=st.lists(st.text(max_size=12), min_size=1, max_size=4).filter(any),
    draw=st.data(),
)
def test_every_anchor_holds_and_is_found_in_place(texts: list[str], draw: st.DataObject):
    numbered = dict(enumerate(texts, start=1))
    places = [(turn, at) for turn, text in numbered.items() for at in range(len(text) + 1)]
    first, last = sorted((draw.draw(st.sampled_from(places)), draw.draw(st.sampled_from(places))))
    if first == last:
        return
    anchor = anchor_at(numbered, *first, *last)
    assert holds(anchor, numbered)
    assert find_again(anchor, numbered) == anchor
    shifted = {turn + 2: text for turn, text in numbered.items()} | {1: "", 2: ""}
    found = find_again(anchor, shifted)
    assert isinstance(found, Anchor) == bool(anchor.quote)
    assert found is None or holds(found, shifted)
    if len(set(texts)) == len(texts) and all(len(set(text)) == len(text) for text in texts):
        assert found is None or replace(found, first_turn=1, last_turn=1).quote == anchor.quote
