"""Fields that save as one types, each with a line below that says why something is not saved."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain.rubric_check import Place
from reviewer.gui import fonts
from reviewer.gui.rubrics.working_copy import Change, WorkingCopy
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.notice import announce
from reviewer.gui.widgets.plain import PlainText

PARAGRAPH = "\u2029"
LINES_PADDING = 12


class LineField(QLineEdit):
    """One line. Undo is the page’s, not the field’s; with `steps` Up and Down change a number."""

    written = Signal(str)
    left = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None, *, steps: bool = False) -> None:
        super().__init__(parent)
        self._steps = steps
        self.wrong = False
        self.textEdited.connect(self.written)
        self.editingFinished.connect(self.left)

    def isUndoAvailable(self) -> bool:
        return False

    def isRedoAvailable(self) -> bool:
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _steps_back(event):
            event.setAccepted(self.wrong)
            return self.wrong
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if _steps_back(event):
            self.given_up.emit()
        elif self._steps and step and event.modifiers() == Qt.KeyboardModifier.NoModifier and self._number():
            self.setText(str(min(100, max(0, int(self.text() or 0) + step))))
            self.written.emit(self.text())
        else:
            super().keyPressEvent(event)

    def _number(self) -> bool:
        return not self.isReadOnly() and (not self.text() or self.text().isdecimal())

    def show_text(self, text: str) -> None:
        """Show what is saved; the caret stays where it can."""
        if self.text() != text:
            at = self.cursorPosition() if self.hasFocus() else 0
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))

    def mark_wrong(self, wrong: bool) -> None:
        """Whether what stands here is not saved."""
        if wrong != self.wrong:
            self.wrong = wrong
            _show_edge(self, wrong)


class TextField(QPlainTextEdit):
    """Several lines, as high as they need."""

    written = Signal(str)
    left = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wrong = False
        self._showing = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._typed)

    def text(self) -> str:
        """The text as it was typed."""
        return self.document().toRawText().replace(PARAGRAPH, "\n")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _steps_back(event):
            event.setAccepted(self.wrong)
            return self.wrong
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _steps_back(event):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._wanted_height())

    def show_text(self, text: str) -> None:
        """Show what is saved; the caret stays where it can."""
        if self.text() != text:
            at = self.textCursor().position()
            self._showing = True
            self.setPlainText(text)
            self._showing = False
            cursor = self.textCursor()
            cursor.setPosition(min(at, max(0, self.document().characterCount() - 1)))
            self.setTextCursor(cursor)
        self._fit()

    def mark_wrong(self, wrong: bool) -> None:
        """Whether what stands here is not saved."""
        if wrong != self.wrong:
            self.wrong = wrong
            _show_edge(self, wrong)

    def set_font(self) -> None:
        """The text size of now."""
        self.setFont(fonts.font(13))
        self._fit()

    def _typed(self) -> None:
        self._fit()
        if not self._showing:
            self.written.emit(self.text())

    def _wanted_height(self) -> int:
        lines = max(1, int(self.document().size().height()))
        return lines * self.fontMetrics().lineSpacing() + LINES_PADDING + 4

    def _fit(self) -> None:
        if self.height() != self._wanted_height():
            self.setFixedHeight(self._wanted_height())


class StillBox(ChoiceBox):
    """One of several; the wheel scrolls the page, and never changes what is chosen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


Entry = LineField | TextField


class Field(QFrame):
    """An entry and, while something is wrong with it, a sentence below."""

    def __init__(
        self,
        copy: WorkingCopy,
        place: Place,
        entry: Entry,
        name: str,
        read: Callable[[str], Change],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._copy = copy
        self.place = place
        self.entry = entry
        self._read = read
        self._saved = ""
        self.problem = PlainText("", self)
        self.problem.setWordWrap(True)
        self.problem.setProperty("tone", "bad")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(entry)
        column.addWidget(self.problem)
        self.set_name(name)
        entry.written.connect(self._write)
        entry.given_up.connect(lambda: copy.give_up(self.place))
        entry.left.connect(self._tidy)

    def lend_problem(self) -> PlainText:
        """The sentence, for a place with more room than the field has."""
        layout = self.layout()
        if layout is not None:
            layout.removeWidget(self.problem)
        return self.problem

    def set_name(self, name: str) -> None:
        """What a screen reader calls it."""
        self.entry.setAccessibleName(name)

    def show_saved(self, text: str) -> None:
        """Show what is saved, or what was typed and is not."""
        self._saved = text
        typed = self._copy.typed(self.place)
        self.entry.show_text(typed.text if typed else text)
        if self.entry.isReadOnly() == self._copy.editable:
            self.entry.setReadOnly(not self._copy.editable)
            _paint_anew(self.entry)
        self.entry.mark_wrong(typed is not None)
        if typed and typed.sentence != self.problem.text() and self.entry.hasFocus():
            announce(self.entry, typed.sentence)
        self.problem.setText(typed.sentence if typed else "")
        self.entry.setAccessibleDescription(typed.sentence if typed else "")
        self.problem.setVisible(typed is not None)

    def set_theme(self) -> None:
        """The text size of now."""
        self.problem.setFont(fonts.font(12))
        if isinstance(self.entry, TextField):
            self.entry.set_font()

    def _write(self, text: str) -> None:
        if self._copy.editable:
            self._copy.write(self.place, text, self._read)

    def _tidy(self) -> None:
        """Once the field is left, blanks at the ends go, and what is saved is shown as it is saved."""
        text = self.entry.text()
        if text != text.strip() and text.strip() and self._copy.editable:
            self._copy.write(self.place, text.strip(), self._read)
        if self._copy.typed(self.place) is None:
            self.entry.show_text(self._saved)


def whole_number(text: str, sentence: str) -> int:
    """The number that was typed.

    Raises:
        ValueError: with `sentence`, when it is none.
    """
    if not text.strip().isdecimal():
        raise ValueError(sentence)
    return min(int(text), 10**6)


def _steps_back(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _show_edge(field: QWidget, wrong: bool) -> None:
    field.setProperty("missing", "true" if wrong else "false")
    _paint_anew(field)


def _paint_anew(field: QWidget) -> None:
    font = field.font()
    field.style().unpolish(field)
    field.style().polish(field)
    field.setFont(font)
