"""The caret and the selection follow the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reviewer.gui.conversation.conversation_view import ConversationView
from reviewer.gui.conversation.selection import Spot
from tests.gui.conversation.chat import TEXTS
from tests.gui.conversation.places import CONTROL, SHIFT, press, selected

Key = Qt.Key


def test_up_and_down_go_from_turn_to_turn(view: ConversationView, qtbot: QtBot):
    with qtbot.waitSignal(view.focused_turn_changed) as changed:
        press(view, Key.Key_Down)
    assert changed.args == [2]
    press(view, Key.Key_J, times=2)
    assert view.focused_turn() == 4
    press(view, Key.Key_K)
    press(view, Key.Key_Up)
    assert view.focused_turn() == 2


def test_home_and_end_are_the_first_and_the_last_turn(view: ConversationView):
    press(view, Key.Key_End)
    assert view.caret == Spot(7, len(TEXTS[7]))
    press(view, Key.Key_Home)
    assert view.caret == Spot(1, 0)


def test_left_and_right_pass_the_edges_of_turns(view: ConversationView):
    view.go_to_turn(2)
    press(view, Key.Key_Left)
    assert view.caret == Spot(1, len(TEXTS[1]))
    press(view, Key.Key_Right)
    assert view.caret == Spot(2, 0)


def test_a_pin_is_no_step(view: ConversationView):
    view.go_to_turn(2)
    seen = [view.caret.point]
    while view.caret.turn == 2:
        press(view, Key.Key_Right)
        seen.append(view.caret.point)
    assert seen[:-1] == list(range(len(TEXTS[2]) + 1))


def test_an_emoji_is_one_step(view: ConversationView):
    at = TEXTS[3].index("😀")
    view.selection.put(Spot(3, at))
    press(view, Key.Key_Right, SHIFT)
    assert selected(view) == "😀"


def test_in_hebrew_left_goes_on(view: ConversationView):
    view.go_to_turn(5)
    press(view, Key.Key_Left, SHIFT, times=2)
    assert selected(view) == "של"
    press(view, Key.Key_Right, SHIFT)
    assert selected(view) == "ש"


def test_control_goes_by_words(view: ConversationView):
    view.go_to_turn(2)
    press(view, Key.Key_Right, CONTROL | SHIFT, times=2)
    assert selected(view) == "Hello, good "
    press(view, Key.Key_Left, CONTROL | SHIFT)
    assert selected(view) == "Hello, "


def test_shift_extends_over_turns(view: ConversationView):
    view.go_to_turn(6)
    press(view, Key.Key_Down, SHIFT)
    press(view, Key.Key_Right, SHIFT, times=3)
    anchor = view.selection_anchor()
    assert (anchor.first_turn, anchor.last_turn) == (6, 7)
    assert anchor.quote == "Which day suits you?\nFri"
    assert view.selected_words() == 5


def test_a_turn_without_a_selected_word_is_left_out(view: ConversationView):
    view.go_to_turn(6)
    press(view, Key.Key_Down, SHIFT)
    anchor = view.selection_anchor()
    assert (anchor.first_turn, anchor.last_turn, anchor.quote) == (6, 6, TEXTS[6])
    view.selection.put_both(Spot(5, len(TEXTS[5])), Spot(6, 0))
    assert view.selection_anchor() is None
    view.selection.put_both(Spot(5, len(TEXTS[5])), Spot(6, 5))
    assert selected(view) == "Which"


def test_select_all_takes_the_turn_then_the_chat(view: ConversationView):
    view.go_to_turn(6)
    press(view, Key.Key_A, CONTROL)
    assert selected(view) == TEXTS[6]
    assert not view.selection_anchor().whole_turns
    press(view, Key.Key_A, CONTROL)
    anchor = view.selection_anchor()
    assert (anchor.first_turn, anchor.last_turn, anchor.whole_turns) == (1, 7, True)


def test_copy_takes_the_words(view: ConversationView):
    view.go_to_turn(7)
    press(view, Key.Key_A, CONTROL)
    press(view, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Friday."


def test_escape_closes_the_card_then_drops_the_selection(view: ConversationView, qtbot: QtBot):
    view.activate("hello")
    view.go_to_turn(7)
    press(view, Key.Key_A, CONTROL)
    with qtbot.waitSignal(view.annotation_activated) as closed:
        press(view, Key.Key_Escape)
    assert closed.args == [""]
    assert selected(view)
    press(view, Key.Key_Escape)
    assert not selected(view)


def test_keys_of_the_window_are_left_to_it(view: ConversationView):
    before = view.caret
    press(view, Key.Key_3)
    press(view, Key.Key_Down, CONTROL)
    assert view.caret == before


def test_page_keys_scroll(view: ConversationView):
    view.resize(640, 200)
    press(view, Key.Key_PageDown)
    assert view.scroll_place.row >= 1
    assert view.focused_turn() > 1
    press(view, Key.Key_PageUp, times=9)
    assert (view.scroll_place.row, view.scroll_place.pixels) == (0, 0)
