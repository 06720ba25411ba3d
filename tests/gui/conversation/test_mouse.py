"""What the mouse does in the conversation."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reviewer.gui.conversation.conversation_view import ConversationView
from reviewer.gui.conversation.turn_actions import action_rect
from tests.gui.conversation.chat import TEXTS
from tests.gui.conversation.places import (
    ALT,
    SHIFT,
    click,
    drag,
    empty_paper,
    number_of,
    point_in,
    rect_of,
    selected,
    top_of,
)

LEFT = Qt.MouseButton.LeftButton


def test_a_click_puts_the_caret(view: ConversationView):
    click(view, rect_of(view, 6, "suits").topLeft().toPoint() + QPoint(1, 10))
    assert (view.caret.turn, view.caret.point) == (6, TEXTS[6].index("suits"))


def test_a_drag_grows_to_whole_words(view: ConversationView, qtbot: QtBot):
    with qtbot.waitSignal(view.mouse_selection_finished) as finished:
        drag(view, point_in(view, 6, "day"), point_in(view, 6, "suits"))
    assert selected(view) == "day suits"
    words = finished.args[1]
    words.moveTopLeft(view.viewport().mapFromGlobal(words.topLeft()))
    assert words.contains(point_in(view, 6, "suits"))


def test_a_drag_with_alt_takes_exact_characters(view: ConversationView):
    drag(view, point_in(view, 6, "day"), point_in(view, 6, "suits"), ALT)
    assert "day suits" not in selected(view)
    assert len(selected(view)) >= 4


def test_a_drag_backwards_selects_the_same(view: ConversationView):
    drag(view, point_in(view, 6, "suits"), point_in(view, 6, "day"))
    assert selected(view) == "day suits"
    assert view.caret.point == TEXTS[6].index("day")


def test_a_drag_over_turns_is_one_anchor(view: ConversationView):
    drag(view, point_in(view, 6, "suits"), point_in(view, 7, "Friday"))
    assert selected(view) == "suits you?\nFriday"


def test_a_double_click_takes_the_word_and_a_third_the_turn(view: ConversationView):
    place = point_in(view, 6, "suits")
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert selected(view) == "suits"
    click(view, place)
    assert selected(view) == TEXTS[6]


def test_shift_and_a_click_extend(view: ConversationView):
    click(view, rect_of(view, 6, "Which").topLeft().toPoint() + QPoint(0, 10))
    click(view, rect_of(view, 6, "day").topRight().toPoint() + QPoint(0, 10), SHIFT)
    assert selected(view) == "Which day"


def test_the_number_column_takes_whole_turns(view: ConversationView):
    drag(view, number_of(view, 4), number_of(view, 6))
    anchor = view.selection_anchor()
    assert (anchor.first_turn, anchor.last_turn, anchor.whole_turns) == (4, 6, True)
    drag(view, number_of(view, 3), number_of(view, 2))
    anchor = view.selection_anchor()
    assert (anchor.first_turn, anchor.last_turn, anchor.end) == (2, 3, len(TEXTS[3]))


def test_a_click_on_words_opens_their_comment_and_again_the_next_one_out(view: ConversationView, qtbot: QtBot):
    opened: list[str] = []
    view.annotation_activated.connect(opened.append)
    place = point_in(view, 4, "have")
    for _ in range(3):
        click(view, place)
        qtbot.wait(1)
    assert opened == ["short", "long", "short"]
    click(view, empty_paper(view))
    assert opened[-1] == ""


def test_a_click_on_a_pin_opens_its_comment(view: ConversationView, qtbot: QtBot):
    row = view.rows.turn(4)
    placed = next(one for one in row.pins if one.pin.annotation_id == "long")
    place = placed.rect.center() + QPointF(view.rows.paper.text_left, top_of(view, 4) + row.text_top)
    with qtbot.waitSignal(view.annotation_activated) as opened:
        click(view, place.toPoint())
    assert opened.args == ["long"]


def test_a_click_on_a_bracket_opens_its_comment(view: ConversationView, qtbot: QtBot):
    paper = view.rows.paper
    place = QPoint(paper.left + paper.width - 11, round(top_of(view, 6) + 20))
    with qtbot.waitSignal(view.annotation_activated) as opened:
        click(view, place)
    assert opened.args == ["pair"]


def test_the_focused_turn_has_three_actions(view: ConversationView, qtbot: QtBot):
    view.go_to_turn(6)
    for name in ("comment", "rewrite", "more"):
        place = action_rect(name, view.rows.turn(6), view.rows.paper).center() + QPointF(0, top_of(view, 6))
        with qtbot.waitSignal(view.turn_action) as asked:
            click(view, place.toPoint())
        assert asked.args == [name, 6]


def test_words_under_the_pointer_are_told(view: ConversationView, qtbot: QtBot):
    with qtbot.waitSignal(view.annotation_hovered) as hovered:
        QTest.mouseMove(view.viewport(), QPoint(2, 2))
        QTest.mouseMove(view.viewport(), point_in(view, 2, "good"))
    assert hovered.args == ["hello"]
    assert view.hovered == "hello"


def test_the_wheel_scrolls_and_with_control_asks_for_larger_text(view: ConversationView, qtbot: QtBot):
    view.resize(640, 200)

    def wheel(modifiers: Qt.KeyboardModifier) -> None:
        place = QPointF(100, 100)
        event = QWheelEvent(
            place, view.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)

    wheel(Qt.KeyboardModifier.NoModifier)
    assert view.scroll_place.pixels + view.scroll_place.row > 0
    with qtbot.waitSignal(view.zoom_requested) as asked:
        wheel(Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [-1]


def test_a_drag_below_the_edge_scrolls(view: ConversationView, qtbot: QtBot):
    view.resize(640, 260)
    port = view.viewport()
    QTest.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, point_in(view, 2, "Hello"))
    QTest.mouseMove(port, QPoint(200, 200))
    QTest.mouseMove(port, QPoint(200, 330))
    qtbot.waitUntil(lambda: view.scroll_place.row >= 2, timeout=3000)
    QTest.mouseRelease(port, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(200, 330))
    assert view.selection_anchor().last_turn > 3


def test_the_context_menu_is_for_the_place_under_the_pointer(view: ConversationView, qtbot: QtBot):
    place = point_in(view, 6, "day")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    with qtbot.waitSignal(view.context_requested):
        QApplication.sendEvent(view.viewport(), event)
    assert view.focused_turn() == 6


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_an_action_says_what_it_does(view: ConversationView):
    view.go_to_turn(6)
    place = action_rect("rewrite", view.rows.turn(6), view.rows.paper).center() + QPointF(0, top_of(view, 6))
    at = place.toPoint()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert QToolTip.text() == "Rewrite this turn"
    QToolTip.hideText()
