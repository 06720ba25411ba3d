"""Parts of cards: clipped text, the growing field, sliding, the mirrored margin, lifting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer.gui import fonts
from reviewer.gui.conversation.margin_contract import Pin
from reviewer.gui.margin.arrangement import Lift
from reviewer.gui.margin.card_painter import CardPainter, clipped
from reviewer.gui.margin.card_words import face_of
from reviewer.gui.margin.column import Column
from reviewer.gui.margin.slide import Slide
from reviewer.gui.margin.writing_field import WritingField
from reviewer.gui.theme import Theme
from tests.gui.margin.sample import COMMENTS, rubric

HARD = ["👩‍👩‍👧‍👦" * 80, "שלום " * 60, "a" * 500, "\n\n"]
TEXTS = st.text(st.characters(codec="utf-8"), max_size=300) | st.sampled_from(HARD)


@pytest.fixture
def large_text():
    fonts.set_scale(2)
    yield
    fonts.set_scale(1)


@given(TEXTS, st.integers(1, 2))
def test_clipped_text_never_takes_more_lines(qapp, text, lines):
    layout = clipped(text, fonts.font(12.5), 230, lines, 18)
    assert layout.lineCount() <= lines


def test_clipped_text_says_that_there_is_more(qapp):
    layout = clipped("word " * 100, fonts.font(12.5), 230, 2, 18)
    assert layout.text().endswith("…")
    assert clipped("two words", fonts.font(12.5), 230, 2, 18).text() == "two words"


def test_crowded_cards_are_a_line_lower(qapp):
    painter = CardPainter(Theme.load("light"))
    face = face_of(COMMENTS[1], 2, rubric())
    assert painter.height(face, 252, 2) == 75
    assert painter.height(face, 252, 1) == 57


def test_large_text_makes_larger_cards(qapp, large_text):
    painter = CardPainter(Theme.load("light"))
    assert painter.height(face_of(COMMENTS[1], 2, rubric()), 340, 2) > 120
    assert Column(QRect()).width == 16 + 340 + 12


def test_the_field_grows_with_its_lines(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    field = WritingField(holder)
    field.resize(220, 40)
    holder.show()
    low = field.height()
    QTest.keyClicks(field, "many words that need lines " * 5)
    line = QFontMetricsF(field.font()).lineSpacing()
    assert field.height() >= low + 2 * line
    assert field.verticalScrollBar().maximum() == 0
    QTest.keyClicks(field, "many words that need lines " * 15)
    assert field.height() < 14 * line + 20
    assert field.verticalScrollBar().maximum() > 0


def test_cards_slide_to_another_distance_and_end_there(qtbot):
    slide = Slide()
    slide.aim({"a": 0, "b": 90})
    assert slide.distance("b") == 90
    slide.aim({"a": 0, "b": 10, "c": 40})
    assert slide.distance("b") > 10
    assert slide.distance("c") == 40
    qtbot.waitUntil(lambda: slide.distance("b") == 10, timeout=1000)


def test_less_motion_moves_at_once():
    slide = Slide()
    slide.set_duration(0)
    slide.aim({"b": 90})
    slide.aim({"b": 10})
    assert slide.distance("b") == 10


def test_the_margin_is_mirrored_where_text_runs_to_the_left():
    area, pin = QRect(0, 0, 280, 600), Pin("a", 100)
    left, right = (Column(area, mirrored=mirrored).card(pin, 0, 75) for mirrored in (True, False))
    assert (left.left(), right.left()) == (12, 16)
    leader = Column(area, mirrored=True).leader(left, 110)
    assert (leader.x1(), leader.x2()) == (left.right(), area.right())


def test_a_card_taller_than_the_screen_still_touches_the_line_of_its_pin():
    lift = Lift()
    lift.decide(Pin("a", 300), 900, QRect(0, 0, 280, 600))
    top = 300 - 6 - lift.pixels
    assert top <= 300 <= top + 900
    lift.decide(Pin("a", 280), 900, QRect(0, 0, 280, 600))
    assert 300 - 6 - lift.pixels == top
