"""A plain text field that grows with its text and says when it is kept or left."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from reviewer.gui import fonts
from reviewer.gui.spelling.marks import SpellingMarks

LEAST_LINES, MOST_LINES = 2, 12
"""Lines that always show, and after which the field scrolls."""

PARAGRAPH = "\u2029"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SPARE = 4
"""So much more than its lines the field needs to show them all."""


class WritingField(QPlainTextEdit):
    """Plain text in and out; Tab moves on, Ctrl+Enter keeps, Esc leaves."""

    written = Signal(str)
    kept = Signal()
    left = Signal()
    unfocused = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None, *, least: int = LEAST_LINES) -> None:
        super().__init__(parent)
        self._least = least
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(5)
        self.set_text_size()
        self.textChanged.connect(lambda: self.written.emit(self.text()))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.spelling = self._marks()

    def _marks(self) -> SpellingMarks:
        """What is marked in the text."""
        return SpellingMarks(self)

    def set_text_size(self) -> None:
        """Use the text size of now."""
        self.setFont(fonts.font(12.5))
        self._grow()

    def text(self) -> str:
        """The text as it was typed; unlike `toPlainText` this keeps no-break spaces."""
        return self.document().toRawText().replace(PARAGRAPH, "\n")

    def set_text(self, text: str) -> None:
        """Another text, caret at its end; says nothing by `written`."""
        if text == self.text():
            return
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(100, self._height())

    def event(self, event: QEvent) -> bool:
        own = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ends_writing(event)
        if own:
            event.accept()
        return own or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _ends_writing(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.kept.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.unfocused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _height(self) -> int:
        lines = min(MOST_LINES, max(self._least, round(self.document().size().height())))
        text = lines * QFontMetricsF(self.font()).lineSpacing() + 2 * self.document().documentMargin()
        around = self.height() - self.viewport().height() if self.isVisible() else 0
        return round(text) + around + SPARE

    def _grow(self) -> None:
        scrolls = self.document().size().height() > MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        height = self._height()
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.grown.emit()


def _ends_writing(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (control and event.key() in ENTER)
