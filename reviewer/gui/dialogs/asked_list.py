"""The questions of an exercise as they are being written: text, soft target, order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain.edits.exercises import Asked
from reviewer.domain.rubric import Question
from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.choice_box import NumberBox

MOST_WORDS, STEP = 2000, 10
LONGEST = 2000


class AskedRow(QFrame):
    """One question; Alt+Up and Alt+Down move it."""

    moved = Signal(int)
    removed = Signal()
    next_wanted = Signal()

    def __init__(self, theme: Theme, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = asked.id
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.text = QLineEdit(asked.text, self)
        self.text.setMaxLength(LONGEST)
        self.text.setCursorPosition(0)
        self.text.setAccessibleName("Question")
        self.text.setPlaceholderText("What is asked")
        self.words = NumberBox(self)
        self.words.setRange(0, MOST_WORDS)
        self.words.setSingleStep(STEP)
        self.words.setSuffix(" words")
        self.words.setSpecialValueText("any length")
        self.words.setValue(asked.target_words or 0)
        self.words.setAccessibleName("About how many words")
        self.up = IconButton("arrow-up", "Move up", theme, self, key="Alt+Up")
        self.down = IconButton("arrow-down", "Move down", theme, self, key="Alt+Down")
        self.remove = IconButton("x", "Remove the question", theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.text, 1)
        for part in (self.words, self.up, self.down, self.remove):
            row.addWidget(part)
        self.text.setFont(fonts.font(13))
        self.words.setFont(fonts.font(13))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        self.text.returnPressed.connect(self.next_wanted)

    def answer(self) -> Asked:
        """The question as it is written."""
        return Asked(self.text.text().strip(), self.words.value() or None, self._id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class AskedList(QWidget):
    """Rows in order, and a button for one more."""

    def __init__(self, theme: Theme, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[AskedRow] = []
        self.add = TextButton("Add a question", theme, self, icon="plus", pressed=self._add_empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._offered: list[Asked] = []
        for one in questions:
            self._add(Asked(one.text, one.target_words, one.id))
        if not questions:
            self._add(Asked(""))

    def answer(self) -> list[Asked]:
        """The questions that say something, in order."""
        return [asked for row in self.rows if (asked := row.answer()).text]

    def offer(self, questions: Sequence[Question]) -> None:
        """Begin with the questions of a rubric, unless the person has written some."""
        if self.answer() != self._offered:
            return
        for row in list(self.rows):
            self._remove(row)
        self._offered = [Asked(one.text, one.target_words) for one in questions]
        for one in self._offered or [Asked("")]:
            self._add(one)

    def _add_empty(self) -> None:
        self._add(Asked("")).text.setFocus()

    def _add(self, asked: Asked) -> AskedRow:
        row = AskedRow(self._theme, asked, self)
        row.moved.connect(lambda step: self._move(row, step))
        row.removed.connect(lambda: self._remove(row))
        row.next_wanted.connect(lambda: self._next(row))
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        return row

    def _move(self, row: AskedRow, step: int) -> None:
        here = self.rows.index(row)
        there = here + step
        if 0 <= there < len(self.rows):
            self.rows.insert(there, self.rows.pop(here))
            self._column.insertWidget(there, row)
            row.text.setFocus()

    def _remove(self, row: AskedRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        after = self.rows[place : place + 1] or self.rows[-1:]
        (after[0].text if after else self.add).setFocus()

    def _next(self, row: AskedRow) -> None:
        place = self.rows.index(row) + 1
        if place < len(self.rows):
            self.rows[place].text.setFocus()
        else:
            self._add_empty()
