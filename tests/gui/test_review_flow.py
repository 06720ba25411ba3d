"""Comments, highlights, rewrites and their undo, by keys and mouse in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reviewer.domain.annotation import Verdict
from reviewer.domain.review import Status
from tests.gui.conversation.places import drag, point_in
from tests.gui.opening import open_sample

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
WORDS = 3


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    made.review.view.setFocus()
    return made


def press(shown, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(shown.review.view, key, modifier)


def select_words(shown, turn, count=WORDS):
    view = shown.review.view
    view.setFocus()
    view.go_to_turn(turn)
    for _ in range(count):
        press(shown, Qt.Key.Key_Right, SHIFT | CONTROL)
    return view.selection_anchor()


def write(words):
    """Type into what has the keyboard now, which must be a text field."""
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, words)
    return field


def leave(shown):
    shown.review.view.setFocus()


def comments(shown):
    return shown.session.full.annotations


def test_a_digit_comments_on_the_selected_words_and_takes_the_text(shown):
    anchor = select_words(shown, 4)
    press(shown, Qt.Key.Key_3)
    write("Reads as a brush-off")
    leave(shown)
    (comment,) = comments(shown)
    assert (comment.anchor.first_turn, comment.anchor.quote) == (4, anchor.quote.strip())
    assert shown.session.full.rubric.criterion(comment.criterion).name == "Tone"
    assert comment.verdict is Verdict.CONCERN
    assert comment.text == "Reads as a brush-off"
    assert shown.status.comments.text() == "1 comment"
    assert shown.review.panel.tabs.tabText(1).split() == ["Comments", "1"]


def test_c_uses_the_last_criterion_again(shown):
    select_words(shown, 4)
    press(shown, Qt.Key.Key_5)
    leave(shown)
    select_words(shown, 6)
    press(shown, Qt.Key.Key_C)
    leave(shown)
    first, second = comments(shown)
    assert first.criterion == second.criterion


def test_a_key_without_a_selection_says_what_to_do_and_changes_nothing(shown):
    shown.review.view.go_to_turn(4)
    press(shown, Qt.Key.Key_C)
    assert comments(shown) == ()
    assert shown.status.selection.accessibleName().startswith("Select words first")


def test_strength_and_concern_by_key(shown):
    select_words(shown, 4)
    press(shown, Qt.Key.Key_1)
    leave(shown)
    press(shown, Qt.Key.Key_Plus)
    assert comments(shown)[0].verdict is Verdict.STRENGTH
    press(shown, Qt.Key.Key_Minus)
    assert comments(shown)[0].verdict is Verdict.CONCERN


def test_a_bare_highlight_has_no_verdict_and_no_text(shown):
    select_words(shown, 4)
    press(shown, Qt.Key.Key_H)
    (mark,) = comments(shown)
    assert (mark.verdict, mark.text) == (Verdict.NONE, "")


def test_deleting_says_which_comment_went_and_its_button_brings_it_back(shown):
    select_words(shown, 4)
    press(shown, Qt.Key.Key_2)
    write("Two helping verbs")
    leave(shown)
    press(shown, Qt.Key.Key_Delete)
    assert comments(shown) == ()
    assert shown.notice.sentence == "Comment 1 on turn 4 deleted."
    assert shown.actions_table["undo"].text() == "&Undo delete comment 1"
    QTest.mouseClick(shown.notice._button, Qt.MouseButton.LeftButton)
    assert [one.text for one in comments(shown)] == ["Two helping verbs"]


def test_undo_returns_to_the_place_of_what_it_undoes(shown):
    select_words(shown, 4)
    press(shown, Qt.Key.Key_H)
    shown.review.view.go_to_turn(20)
    shown.actions_table["undo"].trigger()
    assert comments(shown) == ()
    assert shown.review.view.focused_turn() == 4


def test_n_walks_through_the_comments(shown):
    for turn in (4, 9, 14):
        select_words(shown, turn)
        press(shown, Qt.Key.Key_H)
    shown.review.view.go_to_turn(1)
    shown.review.commenting.activate("")
    seen = []
    for _ in range(3):
        press(shown, Qt.Key.Key_N)
        seen.append(shown.review.commenting.active.anchor.first_turn)
    press(shown, Qt.Key.Key_N, SHIFT)
    assert seen == [4, 9, 14]
    assert shown.review.commenting.active.anchor.first_turn == 9


def test_the_popover_opens_after_a_mouse_selection_and_makes_the_comment(shown, qtbot):
    view, popover = shown.review.view, shown.review.popover
    view.go_to_turn(2)
    words = shown.session.turn(2).text.split()
    drag(view, point_in(view, 2, words[0]), point_in(view, 2, words[1]))
    assert not popover.isVisible()
    qtbot.waitUntil(popover.isVisible, timeout=2000)
    popover._buttons[2].click()
    assert not popover.isVisible()
    write("Warm")
    leave(shown)
    (comment,) = comments(shown)
    assert shown.session.full.rubric.criterion(comment.criterion).name == "Tone"
    assert comment.text == "Warm"
    assert comment.anchor.quote == " ".join(words[:2])


def test_a_suggested_rewrite_goes_into_the_revision(shown):
    anchor = select_words(shown, 4)
    press(shown, Qt.Key.Key_S)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == anchor.quote.strip()
    field.selectAll()
    write("Sorry for the wait. ")
    leave(shown)
    press(shown, Qt.Key.Key_U)
    assert comments(shown)[0].suggestion.strip() == "Sorry for the wait."
    changed = shown.session.full.revised(4)
    assert changed is not None
    assert changed.text.startswith("Sorry for the wait.")
    assert shown.notice.sentence == "The rewrite is in the revision, turn 4."
    shown.actions_table["revise"].trigger()
    assert shown.review.panel.tabs.tabText(0).split() == ["Changes", "1"]
    assert shown.review.panel.changes.addressed.text() == "1 of 1 concern addressed"


def test_a_turn_is_rewritten_in_revise_and_given_back(shown):
    shown.review.view.go_to_turn(4)
    shown.actions_table["rewrite"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    before = field.toPlainText()
    field.selectAll()
    QTest.keyClicks(field, "Thank you for telling us.")
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert shown.session.full.revised(4).text == "Thank you for telling us."
    assert shown.session.turn(4).text == before
    shown.actions_table["revert"].trigger()
    assert shown.session.full.revised(4) is None


def test_marking_as_done_names_what_is_missing(shown):
    select_words(shown, 4)
    press(shown, Qt.Key.Key_3)
    leave(shown)
    card = shown.review.panel.scorecard
    card.done.click()
    assert card.missing.accessibleName() == "Missing: 7 criteria not rated, 1 concern without text"
    assert shown.session.full.review.status is not Status.DONE
