"""What fits what was typed, and what fits better."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.gui.palette.matching import match


def order(typed, *texts):
    found = {text: match(typed, text) for text in texts}
    return sorted((text for text, one in found.items() if one), key=lambda text: -found[text].rank)


def test_starts_of_words_come_before_the_middle_of_words():
    assert order("re", "three lines", "Suggest a rewrite", "Redo", "Export") == [
        "Redo",
        "Suggest a rewrite",
        "three lines",
    ]


def test_every_word_must_be_there():
    assert match("turn go", "Go to turn")
    assert match("turn go", "Go to line") is None


def test_initials_fit():
    assert match("gtt", "Go to turn").spans == ((0, 1), (3, 4), (6, 7))
    assert match("gt", "Get") is None


@pytest.mark.parametrize(
    ("typed", "text", "span"), [("ÉT", "un été", (3, 5)), ("b", "😀 b", (2, 3)), ("ss", "Straße ss", (7, 9))]
)
def test_places_are_code_points_of_the_text(typed, text, span):
    assert match(typed, text).spans == (span,)


@given(st.text(max_size=30), st.text(max_size=60))
def test_spans_lie_in_the_text_and_in_order(typed, text):
    found = match(typed, text)
    if found:
        assert all(0 <= start <= end <= len(text) for start, end in found.spans)
        assert list(found.spans) == sorted(found.spans)
