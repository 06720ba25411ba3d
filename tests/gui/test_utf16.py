"""Positions survive the way to Qt and back, and never cut what a reader sees as one sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.gui import utf16

FAMILY = "👨‍👩‍👧"
LATIN = ("a", "b ", "é", "e\u0301", "\u00a0", "\n", "don’t", "£25")
PIECES = (*LATIN, "😀", FAMILY, "👍🏽", "🇬🇧", "שלום", "العربية", "\u200f", "中文")
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(texts)
def test_every_code_point_survives_the_way_to_qt_and_back(text: str):
    for place in range(len(text) + 1):
        unit = utf16.units(text, place)
        assert unit == len(text[:place].encode("utf-16-le")) // 2
        assert utf16.point(text, unit) == place


def test_the_middle_of_a_surrogate_pair_is_its_character():
    assert utf16.point("a😀b", 2) == 1
    assert utf16.point("a😀b", 3) == 2


@given(texts, st.integers(0, 60))
def test_grapheme_borders_lie_around_a_place(text: str, place: int):
    place = min(place, len(text))
    start, end = utf16.grapheme_start(text, place), utf16.grapheme_end(text, place)
    assert start <= place <= end
    assert utf16.grapheme_start(text, start) == start
    assert utf16.grapheme_end(text, end) == end


@given(texts)
def test_walking_by_graphemes_passes_the_same_borders_both_ways(text: str):
    forth = [0]
    while forth[-1] < len(text):
        forth.append(utf16.next_grapheme(text, forth[-1]))
    back = [len(text)]
    while back[-1] > 0:
        back.append(utf16.previous_grapheme(text, back[-1]))
    assert forth == back[::-1]


@pytest.mark.parametrize("sign", [FAMILY, "👍🏽", "e\u0301", "🇬🇧"])
def test_a_sign_of_several_code_points_is_one_step(sign: str):
    text = f"x{sign}y"
    assert utf16.next_grapheme(text, 1) == 1 + len(sign)
    assert utf16.previous_grapheme(text, 1 + len(sign)) == 1
    assert utf16.grapheme_start(text, 2) == 1
    assert utf16.grapheme_end(text, 2) == 1 + len(sign)


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("You can add it", 5, "can"),
        ("You can add it", 4, "can"),
        ("don’t do it", 2, "don’t"),
        ("a 😀 b", 2, "😀"),
        ("אחת שתיים", 5, "שתיים"),
        ("end", 3, "end"),
        ("one, two", 3, ","),
    ],
)
def test_the_word_at_a_place(text: str, place: int, word: str):
    start, end = utf16.word_at(text, place)
    assert text[start:end] == word


def test_words_are_passed_one_by_one():
    text = "You can, maybe, add it."
    starts = [0]
    while starts[-1] < len(text):
        starts.append(utf16.next_word(text, starts[-1]))
    assert starts == [0, 4, 9, 16, 20, 23]
    assert utf16.previous_word(text, 9) == 4
    assert utf16.previous_word(text, 3) == 0


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_growing_to_words_only_grows_and_settles(text: str, one: int, other: int):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    grown = utf16.grown_to_words(text, start, end)
    assert grown[0] <= start <= end <= grown[1]
    assert utf16.grown_to_words(text, *grown) == grown


def test_ends_inside_words_grow_to_whole_words():
    text = "You can may be put it"
    start, end = utf16.grown_to_words(text, 5, 16)
    assert text[start:end] == "can may be put"
