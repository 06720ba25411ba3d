"""What is pasted: plain text, a page in the clipboard, and what a person makes of it."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from reviewer.gui.app import make_application
from reviewer.gui.dialogs.paste import PasteDialog
from reviewer.gui.theme import Theme

PLAIN = "Ann: Is it ready?\nBo: It is.\nAnn: Thank you.\nBo: Gladly.\n"
ROWS = (("Ann", "Is it ready?"), ("Bo", "It is."), ("Ann", "Thank you."), ("Bo", "Gladly."))
PAGE = "".join(f"<p><b>{name}:</b> {words}</p>" for name, words in ROWS)


@pytest.fixture
def pasted(qtbot):
    def open_with(text, page=""):
        make_application()
        data = QMimeData()
        data.setText(text)
        if page:
            data.setHtml(page)
        dialog = PasteDialog(Theme.load("light"), data)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        return dialog

    return open_with


def test_plain_text_is_looked_at_once(pasted):
    shown = pasted(PLAIN)
    assert shown.found.text().startswith("4 turns by 2 speakers: Ann")
    assert shown.source().content == PLAIN.encode()


def test_a_page_in_the_clipboard_is_taken_before_its_text(pasted):
    shown = pasted("Is it ready? It is. Thank you. Gladly.", PAGE)
    assert b"<b>Ann:</b>" in shown.source().content
    assert shown.found.text().startswith("4 turns")


def test_text_that_was_changed_counts_in_place_of_the_page(pasted):
    shown = pasted(PLAIN, PAGE)
    shown.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(shown.text, "Ann: Bye.")
    assert shown.source().content == f"{PLAIN}Ann: Bye.".encode()


def test_text_without_speakers_can_go_on_to_be_marked_by_hand(pasted):
    shown = pasted("A note without anybody who speaks in it at all, which goes on for a while.")
    assert shown.found.text().endswith(".")
    assert shown.accept_button.isEnabled()
    shown.text.clear()
    QTest.qWait(300)
    assert not shown.accept_button.isEnabled()


def test_control_enter_goes_on(pasted):
    shown = pasted(PLAIN)
    QTest.keyClick(shown.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.result() == PasteDialog.DialogCode.Accepted
