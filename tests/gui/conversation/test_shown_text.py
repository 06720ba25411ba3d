"""Code points and positions of the layout agree, whatever the text and wherever pins stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from reviewer.gui import fonts, utf16
from reviewer.gui.conversation.shown_text import ROOM, Gap, ShownText
from reviewer.gui.conversation.text_block import TextBlock

PIECES = ("a", "word ", "é", "e\u0301", "😀", "👨‍👩‍👧", "שלום ", "\n", "中", "\u2029", "\ufffc", "\u00a0")
texts = st.lists(st.sampled_from(PIECES), max_size=15).map("".join)


@given(texts, st.lists(st.integers(0, 40), max_size=4))
def test_places_survive_the_way_to_the_layout_and_back(text: str, points: list[int]):
    gaps = [Gap(min(point, len(text)), 20) for point in points]
    shown = ShownText(text, gaps)
    assert len(shown.shown) == len(text) + len(gaps)
    for point in range(len(text) + 1):
        before, after = shown.position(point), shown.position(point, after_gaps=True)
        here = sum(gap.point == point for gap in gaps)
        assert after - before == here
        assert shown.point(before) == shown.point(after) == point
    for position in shown.gap_positions:
        units = shown.shown.encode("utf-16-le")[2 * position : 2 * position + 2].decode("utf-16-le")
        assert units == ROOM


def test_signs_that_upset_a_layout_are_shown_as_others():
    assert ShownText("a\nb\ufffc").shown == "a\u2028b\ufffd"


@given(texts, st.integers(0, 30), st.integers(0, 30))
def test_stretches_of_whole_characters_lie_inside_the_block(qapp: object, text: str, one: int, other: int):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    start, end = utf16.grapheme_start(text, start), utf16.grapheme_end(text, end)
    block = TextBlock(ShownText(text, [Gap(end, 19)]), fonts.font(15), 120, 25)
    for stretch in block.stretches(start, end):
        assert stretch.width > 0
        assert stretch.left >= -1
        assert stretch.line.top < block.height


@given(texts)
def test_clicking_where_the_caret_stands_finds_its_place_again(qapp: object, text: str):
    block = TextBlock(ShownText(text), fonts.font(15), 4000, 25)
    for point in range(len(text) + 1):
        if utf16.grapheme_start(text, point) == point and "\n" not in text and "ש" not in text and "\u2029" not in text:
            place = block.caret(point)
            assert block.point_at(place.left() + 0.1, place.top() + 5) == point


def test_words_in_two_directions_have_stretches_for_each(qtbot: QtBot):
    text = "one שתיים שלוש two"
    block = TextBlock(ShownText(text), fonts.font(15), 400, 25)
    start, end = text.index("e ש"), text.index("שלוש")
    stretches = block.stretches(start, end)
    assert len(stretches) == 2
    hebrew = block.stretches(text.index("ש"), text.index(" two"))
    assert len(hebrew) == 1
    assert stretches[1].left >= hebrew[0].left


def test_trailing_blanks_of_a_wrapped_line_are_not_marked(qtbot: QtBot):
    text = "some words that wrap on the way"
    block = TextBlock(ShownText(text), fonts.font(15), 100, 25)
    assert len(block.lines) > 2
    assert all(one.right <= 100 for one in block.stretches(0, len(text)))


def test_a_pin_stays_with_the_last_word(qtbot: QtBot):
    text = "some words that wrap"
    for width in range(75, 200, 3):
        block = TextBlock(ShownText(text, [Gap(len("some words"), 19)]), fonts.font(15), width, 25)
        word = block.stretches(len("some "), len("some words"))
        assert block.gap(0).line == word[-1].line


@pytest.mark.parametrize("text", ["", "\n", "\n\n"])
def test_a_turn_without_words_has_a_line(qtbot: QtBot, text: str):
    block = TextBlock(ShownText(text), fonts.font(15), 100, 25)
    assert block.height >= 25
    assert block.point_at(5, 5) == 0
