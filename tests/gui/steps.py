"""What a person does in the window, for the tests of several parts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from reviewer.domain.annotation import Annotation
from reviewer.gui.main_window import MainWindow
from reviewer.gui.panels.criterion_row import CriterionRow

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(widget: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press keys one after another, all with the same modifier."""
    for key in keys:
        QTest.keyClick(widget, key, modifier)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def row_of(window: MainWindow, criterion: str) -> CriterionRow:
    return next(row for row in window.review.panel.scorecard.rows if row.criterion.name == criterion)


def rate(window: MainWindow, levels: Sequence[int | None]) -> None:
    """Rate the criteria in order; None is N/A."""
    for row, level in zip(window.review.panel.scorecard.rows, levels, strict=False):
        click(row.control.not_applicable if level is None else row.control.levels[level - 1])


def select_words(window: MainWindow, turn: int, count: int = 3) -> None:
    """Select the first words of a turn by keys."""
    view = window.review.view
    view.setFocus()
    view.go_to_turn(turn)
    for _ in range(count):
        press(view, Qt.Key.Key_Right, modifier=SHIFT | CONTROL)


def write(words: str) -> QPlainTextEdit:
    """Type into what has the keyboard now, which must be a text field."""
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, words)
    return field


def comment(window: MainWindow, turn: int, words: str, key: Qt.Key = Qt.Key.Key_3) -> Annotation:
    """Comment on the first words of a turn, all by keys."""
    select_words(window, turn)
    press(window.review.view, key)
    write(words)
    window.review.view.setFocus()
    return next(one for one in comments(window) if one.text == words)


def comments(window: MainWindow) -> tuple[Annotation, ...]:
    assert window.session.full is not None
    return window.session.full.annotations


def named(window: MainWindow, action: str) -> str:
    """A command as the menus name it."""
    return window.actions_table[action].text().replace("&", "")
