"""The command palette in the window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.gui.palette.entry_list import Heading
from tests.gui.opening import let_live, open_sample
from tests.gui.steps import CONTROL, press

Key = Qt.Key


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made)
    made.review.view.setFocus()
    return made


def open_palette(window, typed=""):
    press(QApplication.focusWidget(), Key.Key_K, modifier=CONTROL)
    box = window.palette_box
    assert box.isVisible()
    assert box.field.hasFocus()
    QTest.keyClicks(box.field, typed)
    let_live(100)
    return box


def lines(box):
    return [f"[{one.text}]" if isinstance(one, Heading) else one.text for one in box.rows.lines]


def test_it_runs_a_command_and_gives_the_keyboard_back(shown):
    box = open_palette(shown, "revise")
    assert lines(box)[:2] == ["[Best match]", "Revise"]
    press(box.field, Key.Key_Return)
    let_live(20)
    assert not box.isVisible()
    assert shown.review.mode == "revise"


def test_esc_closes_it_and_nothing_happens(shown):
    box = open_palette(shown, "revise")
    press(box.field, Key.Key_Escape)
    assert not box.isVisible()
    assert shown.review.view.hasFocus()
    assert shown.review.mode == "review"


def test_what_cannot_run_stands_last_with_its_reason(shown):
    box = open_palette(shown, ">revert or")
    entry = box.rows.entry(box.list.currentIndex().row())
    assert (entry.text, entry.reason) == ("Revert or restore this turn", "only in Revise")
    press(box.field, Key.Key_Return)
    assert box.isVisible()
    box.close_now()
    shown.show_mode("revise")
    box = open_palette(shown, ">revert or")
    assert box.rows.entry(box.list.currentIndex().row()).reason == ""


def test_arrows_walk_over_headings_and_the_last_commands_come_first(shown):
    box = open_palette(shown, "panel")
    press(box.field, Key.Key_Return)
    let_live(20)
    assert not shown.review.panel.isVisible()
    box = open_palette(shown)
    assert lines(box)[:2] == ["[Last used]", "Panel"]
    first = box.list.currentIndex().row()
    press(box.field, Key.Key_Down)
    assert box.list.currentIndex().row() == first + 2, "the heading between them is passed over"
    press(box.field, Key.Key_Up, Key.Key_Up)
    assert box.list.currentIndex().row() == first


def test_transcripts_and_turns_are_found(shown):
    shown.show_page("library")
    open_sample(shown, 1)
    title = shown.session.full.transcript.title
    box = open_palette(shown, "@tablet")
    assert lines(box) == ["[Transcripts]", "Tablet order, connection charge"]
    press(box.field, Key.Key_Return)
    let_live(20)
    assert shown.session.full.transcript.title != title
    box = open_palette(shown, "eleven years")
    assert lines(box)[0] == "[In this transcript]"
    press(box.field, Key.Key_Return)
    let_live(20)
    assert shown.review.view.focused_turn() == 8
    box = open_palette(shown, "#3")
    press(box.field, Key.Key_Return)
    let_live(20)
    assert shown.review.view.focused_turn() == 3


def test_nothing_found_says_so(shown):
    box = open_palette(shown, "qqqq")
    assert box.nothing.isVisible()
    assert box.count.text() == "0 results"


def test_the_mouse_runs_and_a_press_beside_it_closes(shown):
    QTest.mouseClick(shown.review.toolbar.find_box, Qt.MouseButton.LeftButton)
    box = shown.palette_box
    QTest.keyClicks(box.field, "dark theme")
    let_live(100)
    place = box.list.visualRect(box.rows.index(1, 0)).center()
    QTest.mouseClick(box.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    let_live(20)
    assert shown.review.view.theme.is_dark
    shown.palette_box.open()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not box.isVisible()


def test_every_command_is_in_it(shown):
    offered = {one.name for one in shown.actions_table.offers()}
    assert {"export", "undo", "comment", "next_comment", "shortcuts", "new_rubric"} <= offered
    box = open_palette(shown, "undo")
    assert lines(box)[1].startswith("Undo")


def test_nothing_to_redo_is_said_before_it_is_tried(shown):
    box = open_palette(shown, ">redo")
    assert box.rows.entry(box.list.currentIndex().row()).reason == "nothing to redo"
    box.close_now()
    shown.acts.mark_done()
    shown.stepping.undo()
    box = open_palette(shown, ">redo")
    assert box.rows.entry(box.list.currentIndex().row()).reason == ""
