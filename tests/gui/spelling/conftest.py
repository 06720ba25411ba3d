"""The window with a chat in English open, and a look at what is marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from tests.gui.opening import let_live, open_sample
from tests.gui.steps import CONTROL, press, select_words

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
LONGEST_MS, STEP_MS = 20_000, 10


def marked(field: QPlainTextEdit) -> list[str]:
    """The words with a wavy line, as they are painted."""
    found, block = [], field.document().begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        waves = [one for one in block.layout().formats() if one.format.underlineStyle() == WAVE]
        found += [units[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le") for one in waves]
        block = block.next()
    return found


def wait_for_list(window) -> None:
    """Until the list of words has been read."""
    waited = 0
    while window.spelling.checker is None:
        assert waited < LONGEST_MS, "the list is never read"
        let_live(STEP_MS)
        waited += STEP_MS
    let_live(STEP_MS)


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def rows(of: QMenu) -> list[str]:
    return [one.text().replace("&", "").replace("\u2068", "").replace("\u2069", "") for one in of.actions()]


def pick(words: str) -> None:
    shown = menu()
    next(one for one in shown.actions() if words in one.text().replace("\u2068", "").replace("\u2069", "")).trigger()
    shown.close()
    let_live(STEP_MS)


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    wait_for_list(made)
    return made


@pytest.fixture
def field(shown):
    """The text field of a comment that was just begun."""
    select_words(shown, 4)
    press(shown.review.view, Qt.Key.Key_3)
    found = QApplication.focusWidget()
    assert isinstance(found, QPlainTextEdit)
    return found


@pytest.fixture
def editor(shown):
    """The editor of a rewrite, on turn 4."""
    press(shown, Qt.Key.Key_2, modifier=CONTROL)
    shown.review.revision.go_to_turn(4)
    shown.review.revision.setFocus()
    press(shown.review.revision, Qt.Key.Key_Return)
    found = shown.review.revision.editor.field
    assert found.hasFocus()
    return found
