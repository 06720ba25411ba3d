"""A conversation of a million turns opens, jumps and keeps its place, and reads only what it shows."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.gui.conversation.conversation_view import ConversationView
from reviewer.gui.conversation.turn_source import PagedTurns
from tests.gui.conversation.chat import LIGHT, TEXTS, TURNS, EndlessTurns, HeldTurns, full_review
from tests.gui.conversation.places import press, top_of

MILLION = 1_000_000


@pytest.fixture
def turns() -> EndlessTurns:
    return EndlessTurns()


@pytest.fixture
def endless(qtbot: QtBot, turns: EndlessTurns) -> ConversationView:
    made = ConversationView(LIGHT)
    qtbot.addWidget(made)
    made.resize(640, 500)
    made.open(full_review(), turns)
    made.show()
    qtbot.waitExposed(made)
    made.grab()
    return made


def last_bottom(view: ConversationView) -> float:
    row, top = view.visible_rows()[-1]
    return top + view.row_height(row)


def test_opening_reads_the_two_ends_only(endless: ConversationView, turns: EndlessTurns):
    assert len(turns.asked) < 60
    assert {at for at in turns.asked if 40 < at < MILLION - 40} == set()


def test_jumping_reads_what_it_shows(endless: ConversationView, turns: EndlessTurns):
    turns.asked.clear()
    endless.go_to_turn(500_000)
    endless.grab()
    assert 500_000 in dict(endless.visible_rows())
    assert len(turns.asked) < 60


def test_the_end_stands_at_the_bottom(endless: ConversationView):
    press(endless, Qt.Key.Key_End)
    endless.scroll_by(10_000)
    assert last_bottom(endless) == pytest.approx(endless.viewport().height())
    bar = endless.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_dragging_the_bar_shows_any_part(endless: ConversationView):
    bar = endless.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    shown = [row for row, _ in endless.visible_rows()]
    assert shown[0] == pytest.approx(MILLION / 2, rel=0.001)
    bar.setValue(bar.maximum())
    assert last_bottom(endless) == pytest.approx(endless.viewport().height())
    bar.setValue(0)
    assert endless.visible_rows()[0] == (0, 0)


def test_scrolling_there_and_back_by_pixels_ends_where_it_began(endless: ConversationView):
    endless.go_to_turn(300)
    before = endless.visible_rows()
    for _ in range(40):
        endless.scroll_by(37)
    for _ in range(40):
        endless.scroll_by(-37)
    assert endless.visible_rows() == before


def test_a_trackpad_scrolls_by_its_own_pixels(endless: ConversationView):
    place = QPointF(50, 50)
    event = QWheelEvent(
        place, endless.mapToGlobal(place), QPoint(0, -7), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(endless.viewport(), event)
    assert endless.scroll_place.pixels == 7


@pytest.mark.parametrize("width", [480, 900])
def test_another_width_keeps_the_turn_at_the_top(endless: ConversationView, qtbot: QtBot, width: int):
    endless.go_to_turn(5_000)
    endless.scroll_by(120)
    before = endless.scroll_place.row
    endless.resize(width, 500)
    qtbot.waitUntil(lambda: endless.viewport().width() > width - 40)
    assert endless.scroll_place.row == before


def test_larger_text_keeps_the_turn_at_the_top(endless: ConversationView):
    endless.go_to_turn(5_000)
    before, height = endless.scroll_place.row, endless.row_height(5_000)
    endless.set_text_scale(1.5)
    assert abs(endless.scroll_place.row - before) <= 1
    assert endless.row_height(5_000) > height


def test_a_short_chat_does_not_scroll(view: ConversationView):
    view.resize(640, 1200)
    view.scroll_by(500)
    assert (view.scroll_place.row, view.scroll_place.pixels) == (0, 0)
    assert view.verticalScrollBar().maximum() == 0


def test_an_empty_chat_shows_its_title(qtbot: QtBot):
    made = ConversationView(LIGHT)
    qtbot.addWidget(made)
    made.open(full_review(), HeldTurns([]))
    made.show()
    made.grab()
    press(made, Qt.Key.Key_Down)
    assert made.selection_anchor() is None


def test_turns_are_read_by_pages_and_the_last_pages_kept():
    class Reading:
        asked: list[tuple[int, int]] = []

        def turns(self, transcript_id: str, first: int, last: int):
            self.asked.append((first, last))
            source = EndlessTurns()
            return [source.turn(position) for position in range(first, last + 1)]

    transcript = full_review().transcript
    reading = Reading()
    from dataclasses import replace

    paged = PagedTurns(reading, replace(transcript, turn_count=600))
    assert [paged.turn(at).position for at in (1, 256, 257, 600)] == [1, 256, 257, 600]
    assert reading.asked == [(1, 256), (257, 512), (513, 600)]
    for outside in (0, 601):
        with pytest.raises(IndexError):
            paged.turn(outside)


def test_a_turn_far_away_is_shown_whole(view: ConversationView):
    view.resize(640, 240)
    view.go_to_turn(7)
    bottom = top_of(view, 7) + view.row_height(7)
    assert bottom <= view.viewport().height()
    assert view.rows.turn(7).text == TEXTS[7] == TURNS[6].text
