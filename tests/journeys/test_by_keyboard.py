"""The whole main job by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.gui import messages
from reviewer.gui.main_window import MainWindow
from tests.gui.exporting_by_hand import Exports
from tests.gui.opening import Opening, wait_for_job
from tests.gui.previewing import Previews
from tests.journeys.chat import BETTER, CHAT, DOORMAT, POLICY, REMARK, check_what_is_left, type_words

REVIEWER = "Kim"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
    """One key, wherever the keyboard is."""
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)
        QTest.qWait(2)


def comment_by_keys(window: MainWindow, turn: int, words_selected: int, key: Qt.Key, words: str) -> None:
    """From the first turn down to one, words with Ctrl+Shift+Right, a digit, the text, Ctrl+Enter."""
    press(Key.Key_Home)
    press(Key.Key_Down, times=turn - 1)
    press(Key.Key_Right, CONTROL | SHIFT, times=words_selected)
    press(key)
    type_words(words)
    press(Key.Key_Return, CONTROL)
    assert window.review.view.hasFocus()


def comment(shown: MainWindow) -> None:
    comment_by_keys(shown, 4, 4, Key.Key_3, REMARK)
    assert [one.anchor.quote for one in shown.session.full.annotations] == [POLICY]
    press(Key.Key_Escape)
    press(Key.Key_Home)
    press(Key.Key_Down, times=5)
    press(Key.Key_A, CONTROL)
    press(Key.Key_5)
    type_words("Blame.")
    press(Key.Key_Return, CONTROL)
    assert [one.anchor.quote for one in shown.session.full.annotations] == [POLICY, DOORMAT]


def rate(shown: MainWindow) -> None:
    press(Key.Key_F6)
    for key in (Key.Key_2, Key.Key_0, Key.Key_4):
        press(key)
    assert shown.review.panel.scorecard.total.text() == "50"


def rewrite(shown: MainWindow) -> None:
    press(Key.Key_2, CONTROL)
    press(Key.Key_Home)
    press(Key.Key_Down, times=5)
    press(Key.Key_Return)
    press(Key.Key_A, CONTROL)
    type_words(BETTER)
    press(Key.Key_Return, CONTROL)
    assert [one.text for one in shown.session.full.revised_turns] == [BETTER]


def undo_all_and_redo(shown: MainWindow) -> None:
    steps = 0
    while shown.session.full.saved:
        press(Key.Key_Z, CONTROL)
        steps += 1
        assert steps < 20
    assert not shown.session.full.annotations
    press(Key.Key_Z, CONTROL | SHIFT, times=steps)


def test_the_main_job_by_keyboard(
    window: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, previews: Previews, exports: Exports
):
    chat, page = tmp_path / "chat.txt", tmp_path / "page.html"
    chat.write_text(CHAT, encoding="utf-8")
    monkeypatch.setattr(messages, "files_to_open", lambda parent: [str(chat)])
    exports.path = page

    shown = window(reviewer=REVIEWER, size=(1440, 900))
    previews.by_keys = True
    press(Key.Key_O, CONTROL)
    wait_for_job(shown)
    assert shown.review.view.hasFocus()
    for part in (comment, rate, rewrite, undo_all_and_redo):
        part(shown)
    exports.by_keys = True
    press(Key.Key_E, CONTROL)
    assert shown.notice.sentence == "Exported page.html."

    window.close()
    check_what_is_left(window.library, REVIEWER, page, tmp_path)
    again = window()
    assert again.windowTitle().startswith("Lost parcel")
    press(Key.Key_Z, CONTROL)
    assert not again.session.full.revised_turns
    press(Key.Key_Y, CONTROL)
    assert [one.text for one in again.session.full.revised_turns] == [BETTER]
