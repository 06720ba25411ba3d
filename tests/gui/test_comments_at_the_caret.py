"""Enter and Alt+Down where comments lie on the same words, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.gui.opening import Opening, open_sample
from tests.gui.steps import comment, comments, press

ALT = Qt.KeyboardModifier.AltModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


def test_enter_opens_the_comment_at_the_caret_and_then_edits_it(window: Opening):
    chat = window(reviewer="Robin", size=(1440, 900))
    open_sample(chat, 1)
    own = comment(chat, 3, "Ask first.")
    view = chat.review.view
    press(view, Qt.Key.Key_Escape)
    view.go_to_turn(3)
    assert chat.review.margin.active == ""
    press(view, Qt.Key.Key_Return)
    assert chat.review.margin.active == own.id
    press(view, Qt.Key.Key_Return)
    assert chat.review.margin.card.editor.hasFocus()


def test_alt_down_lists_the_comments_on_the_words_of_the_caret(window: Opening):
    chat = window(reviewer="Robin", size=(1440, 900))
    open_sample(chat, 1)
    comment(chat, 3, "Ask first.")
    comment(chat, 3, "And be kind.", Qt.Key.Key_1)
    view = chat.review.view
    press(view, Qt.Key.Key_Escape)
    view.go_to_turn(3)
    press(view, Qt.Key.Key_Down, modifier=ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 2
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chat.review.margin.active == comments(chat)[1].id
    view.go_to_turn(1)
    press(view, Qt.Key.Key_Down, modifier=ALT)
    assert chat.status.selection.accessibleName() == "No comment stands on the words at the caret."
