"""Rewriting turns: the editor, the Changes panel, and one history with the review."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reviewer.gui.panels.changes import ChangeRow
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, SHIFT, click, comment, named, press, row_of

Key = Qt.Key
TURN = 4


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    made.review.view.setFocus()
    made.review.view.go_to_turn(TURN)
    press(made, Key.Key_2, modifier=CONTROL)
    return made


def rewrite(shown, turn, words, *, keep=True):
    shown.review.revision.go_to_turn(turn)
    shown.review.revision.setFocus()
    press(shown.review.revision, Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    field.selectAll()
    QTest.keyClicks(field, words)
    if keep:
        press(field, Key.Key_Return, modifier=CONTROL)
    return field


def revised(shown, turn=TURN):
    change = shown.session.full.revised(turn)
    return change.text if change else None


def test_ctrl_2_shows_revise_at_the_same_turn_with_its_tab_and_ctrl_1_goes_back(shown):
    page = shown.review
    assert page.mode == "revise"
    assert page.revision.isVisible()
    assert page.revision.hasFocus()
    assert page.revision.focused_turn() == TURN
    assert page.panel.changes.isVisible()
    assert page.panel.changes.empty.isVisible()
    assert page.revise_bar.isVisible()
    page.revision.go_to_turn(9)
    press(shown, Key.Key_1, modifier=CONTROL)
    assert page.view.isVisible()
    assert page.view.focused_turn() == 9
    assert page.panel.scorecard.isVisible()


def test_enter_starts_from_the_words_as_they_are_and_ctrl_enter_keeps(shown):
    original = shown.session.turn(TURN).text
    press(shown.review.revision, Key.Key_Return)
    assert QApplication.focusWidget().toPlainText() == original
    press(QApplication.focusWidget(), Key.Key_Escape)
    rewrite(shown, TURN, "We are sorry.")
    assert revised(shown) == "We are sorry."
    assert shown.session.turn(TURN).text == original
    assert shown.review.revision.hasFocus()
    assert named(shown, "undo") == "Undo rewrite"
    press(shown.review.revision, Key.Key_Return)
    assert QApplication.focusWidget().toPlainText() == "We are sorry."


def test_escape_leaves_the_words_as_they_were(shown):
    field = rewrite(shown, TURN, "Never mind", keep=False)
    press(field, Key.Key_Escape)
    assert revised(shown) is None
    assert named(shown, "undo") == "Undo"
    assert shown.review.revision.hasFocus()


def test_the_same_words_again_are_no_change(shown):
    rewrite(shown, TURN, shown.session.turn(TURN).text)
    assert revised(shown) is None
    assert shown.review.panel.changes.count == 0


@pytest.mark.parametrize("leave", ["review", "library", "window"])
def test_words_in_the_open_editor_are_not_lost(shown, window, leave):
    rewrite(shown, TURN, "We are sorry.", keep=False)
    if leave == "review":
        press(shown, Key.Key_1, modifier=CONTROL)
    elif leave == "library":
        click(shown.rail.buttons["library"])
    else:
        shown = window()
    assert revised(shown) == "We are sorry."


def test_a_rewrite_is_given_back_and_that_can_be_undone(shown):
    rewrite(shown, TURN, "We are sorry.")
    shown.actions_table["revert"].trigger()
    assert revised(shown) is None
    assert named(shown, "undo") == "Undo revert rewrite"
    shown.actions_table["undo"].trigger()
    assert revised(shown) == "We are sorry."


def test_the_panel_lists_changes_in_order_with_words_and_reasons(shown):
    rewrite(shown, 8, "Here is what happens next.")
    rewrite(shown, TURN, "We are sorry.")
    changes = shown.review.panel.changes
    QTest.qWait(20)
    rows = sorted((row for row in changes.findChildren(ChangeRow) if row.isVisible()), key=lambda row: row.y())
    assert [row.title.text() for row in rows] == ["Turn 4 edited", "Turn 8 edited"]
    assert rows[0].words.text().startswith("+")
    assert shown.review.panel.tabs.tabText(0).split() == ["Changes", "2"]
    assert changes.words.text().startswith("Agent words ")
    rows[0].reason.setFocus()
    QTest.keyClicks(rows[0].reason, "An apology first")
    press(rows[0].reason, Key.Key_Return)
    assert shown.session.full.revised(TURN).reason == "An apology first"
    click(rows[1].title)
    assert shown.review.revision.focused_turn() == 8


def test_f7_walks_the_changes_and_stays_at_the_last(shown):
    for turn in (TURN, 8, 12):
        rewrite(shown, turn, f"Turn {turn}, better")
    revision = shown.review.revision
    revision.go_to_turn(1)
    seen = []
    for _ in range(4):
        press(shown, Key.Key_F7)
        seen.append((revision.focused_turn(), shown.review.revise_bar.count.text()))
    assert seen == [(4, "Change 1 of 3"), (8, "Change 2 of 3"), (12, "Change 3 of 3"), (12, "Change 3 of 3")]
    press(shown, Key.Key_F7, modifier=SHIFT)
    assert revision.focused_turn() == 8
    click(shown.review.revise_bar.previous)
    assert revision.focused_turn() == 4


def test_review_and_revise_share_one_history(shown):
    press(shown, Key.Key_1, modifier=CONTROL)
    comment(shown, 6, "Curt")
    press(shown, Key.Key_2, modifier=CONTROL)
    rewrite(shown, TURN, "We are sorry.")
    press(shown, Key.Key_1, modifier=CONTROL)
    click(row_of(shown, "Tone").control.levels[2])
    names = []
    while named(shown, "undo") != "Undo":
        names.append(named(shown, "undo"))
        press(shown, Key.Key_Z, modifier=CONTROL)
    assert names[:2] == ["Undo rating", "Undo rewrite"]
    assert names[-1] == "Undo add comment 1"
    assert revised(shown) is None
    assert shown.session.full.annotations == ()
    while named(shown, "redo") != "Redo":
        press(shown, Key.Key_Y, modifier=CONTROL)
    assert revised(shown) == "We are sorry."
    assert [one.text for one in shown.session.full.annotations] == ["Curt"]
    assert shown.review.panel.scorecard.rated.text() == "1 of 7 rated"


def test_a_finished_review_is_not_rewritten(shown):
    shown.acts.finish()
    revision = shown.review.revision
    revision.setFocus()
    press(revision, Key.Key_Return)
    assert not revision.editing
    assert shown.status.selection.accessibleName().startswith("This review is done.")


def test_the_review_of_somebody_else_is_not_rewritten(window):
    shown = window(reviewer="Priya M.")
    open_sample(shown)
    press(shown, Key.Key_2, modifier=CONTROL)
    press(shown.review.revision, Key.Key_Return)
    assert not shown.review.revision.editing
    assert "read only" in shown.notice.sentence


def test_opening_the_find_bar_and_walking_changes_stay_where_one_reads(shown):
    press(shown, Key.Key_1, modifier=CONTROL)
    shown.review.view.go_to_turn(20)
    shown.actions_table["find"].trigger()
    assert shown.review.view.focused_turn() == 20


def test_the_revision_can_be_shown_inline_and_clean(shown):
    rewrite(shown, TURN, "We are sorry.")
    for name in ("inline", "clean", "side_by_side"):
        click(shown.review.revise_bar.arrangement.button(name))
        assert shown.review.revision.rows.columns.arrangement.value == name
        assert not shown.grab().isNull()
