"""The editor of a rewrite: one field laid over the turn being rewritten, with a bar to keep or leave it."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.gui import fonts, utf16
from reviewer.gui.spelling.marks import SpellingMarks
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.chip import Chip
from reviewer.gui.widgets.plain import set_tip

PARAGRAPH: Final = "\u2029"
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
EDGE: Final = 2
MARGIN: Final = 7
BAR: Final = 38
BESIDE: Final = 36
"""Pixels of icon and room beside the words of a button."""
PAUSE: Final = 2000
"""Milliseconds after which what is being written is kept as a draft."""
ACTIONS: Final = (("Split", "split", "split"), ("Join", "merge", "join"), ("Insert", "plus", "insert"))
TIPS: Final = {
    "split": "Split the turn at the caret (Ctrl+Shift+Enter)",
    "join": "Join with the next turn (Ctrl+J)",
    "insert": "Keep, and insert a turn below",
}


class TurnField(QPlainTextEdit):
    """Plain text; Ctrl+Enter keeps it, Ctrl+Shift+Enter splits it at the caret, Ctrl+J joins, Esc leaves."""

    done = Signal(str)
    left = Signal()

    def text(self) -> str:
        """The text as it was typed; unlike `toPlainText` this keeps no-break spaces."""
        return self.document().toRawText().replace(PARAGRAPH, "\n")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _asked(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = _asked(event)
        if not asked:
            super().keyPressEvent(event)
        elif asked == "leave":
            self.left.emit()
        else:
            self.done.emit(asked)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain text arrives, whatever was copied."""
        if source.hasText():
            self.insertPlainText(source.text().replace("\0", ""))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()


class TurnEditor(QFrame):
    """As high as its text needs; `grown` says that the height changed."""

    done = Signal(str)
    """keep, split, join or insert."""
    left = Signal()
    grown = Signal()
    drafted = Signal(str)
    """What was written so far, at pauses of typing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("turnEditor")
        self.field = TurnField(self)
        self.field.setFrameShape(QFrame.Shape.NoFrame)
        self.field.setTabChangesFocus(True)
        self.field.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.document().setDocumentMargin(MARGIN)
        self.spelling = SpellingMarks(self.field)
        self.unfinished = Chip(theme, self)
        self.split, self.join, self.insert = (
            TextButton(words, theme, self, icon=icon, tone="quiet", pressed=partial(self.done.emit, asked))
            for words, icon, asked in ACTIONS
        )
        self.cancel = TextButton("Cancel  Esc", theme, self, tone="quiet", pressed=self.left.emit)
        self.keep = TextButton("Keep  Ctrl ↵", theme, self, tone="primary", pressed=lambda: self.done.emit("keep"))
        self.cancel.setAccessibleName("Cancel")
        self.keep.setAccessibleName("Keep")
        for button, (_, _, asked) in zip((self.split, self.join, self.insert), ACTIONS, strict=True):
            set_tip(button, TIPS[asked])
        self.again = TextButton("Start again", theme, self, tone="quiet", pressed=self._start_again)
        self._begun = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._pause.timeout.connect(lambda: self.drafted.emit(self.field.text() if self.changed else ""))
        self.field.textChanged.connect(self._typed)
        self.field.done.connect(self.done)
        self.field.left.connect(self.left)
        self.field.document().documentLayout().documentSizeChanged.connect(lambda size: self.grown.emit())
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._bar = QFrame(self)
        self._bar.setObjectName("turnEditorBar")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(4)
        for part in (self.split, self.join, self.insert):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(0)
        self._left = QWidget(self)
        above = QHBoxLayout(self._left)
        above.setContentsMargins(MARGIN, 4, MARGIN, 0)
        above.addWidget(self.unfinished)
        above.addStretch(1)
        above.addWidget(self.again)
        column.addWidget(self._left)
        column.addWidget(self.field, 1)
        column.addWidget(self._bar)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.setStyleSheet(
            f"#turnEditor {{ border: {EDGE}px solid {theme.hex('accent')}; border-radius: 6px;"
            f" background: {theme.hex('paper')}; }}"
            f"#turnEditorBar {{ background: {theme.hex('side')}; border: 0; border-top: 1px solid {theme.hex('line')};"
            " border-bottom-left-radius: 4px; border-bottom-right-radius: 4px; }"
            f"QPlainTextEdit {{ background: {theme.hex('paper')}; color: {theme.hex('text')}; border: 0;"
            " padding: 0; min-height: 0; }"
            "QPushButton { min-height: 24px; }"
        )
        self.field.setFont(fonts.font(15))
        self._bar.setFixedHeight(self._bar_height())
        for part in (self.split, self.join, self.insert, self.cancel, self.keep, self.unfinished, self.again):
            part.set_theme(theme)
        self.unfinished.show_state("Unfinished edit", "pencil", "accent")

    def begin(self, text: str, name: str, *, draft: str | None = None) -> None:
        """Start with a text, all of it there to be changed; `name` is what a screen reader calls the field.

        A `draft` is what was written here before and not kept; it stands in place of the text.
        """
        self._begun = text
        self.field.setPlainText(text)
        if draft is not None:
            self._say_instead(draft)
        self.field.setAccessibleName(name)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self._left.setVisible(draft is not None)
        self._pause.stop()

    @property
    def changed(self) -> bool:
        """Whether something else is written than was there."""
        return self.field.text() != self._begun

    def _start_again(self) -> None:
        """The draft goes, the turn's words are back; undo in the field brings the draft back."""
        self._say_instead(self._begun)
        self._left.hide()
        self.field.setFocus()
        self.grown.emit()

    def _say_instead(self, text: str) -> None:
        cursor = QTextCursor(self.field.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def caret(self) -> int:
        """Where the caret stands, in code points."""
        return utf16.point(self.field.text(), self.field.textCursor().position())

    def place(self, place: QRect) -> None:
        """Lie over the turn; a place out of sight keeps the caret there."""
        if self.geometry() != place:
            self.setGeometry(place)

    def height_at(self, width: int) -> int:
        """The height in px that the text needs when the editor is `width` px wide."""
        document = self.field.document()
        if self.width() != width:
            self.resize(width, self.height())
        line = QFontMetricsF(self.field.font()).lineSpacing()
        lines = max(1.0, document.size().height())
        left = self._left.sizeHint().height() if not self._left.isHidden() else 0
        return round(lines * line + 2 * MARGIN) + self._bar_height() + left + 2 * EDGE

    def _bar_height(self) -> int:
        return max(BAR, fonts.scaled(BAR - 6))

    def _typed(self) -> None:
        if self.isVisible() and not self._pause.isActive():
            self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the icons stay, and say their names as tooltips."""
        advance = self.split.fontMetrics().horizontalAdvance
        taken = sum(part.sizeHint().width() + 4 for part in (self.cancel, self.keep))
        wanted = sum(advance(name) + fonts.scaled(BESIDE) for name, _, _ in ACTIONS)
        for button, (name, _, _) in zip((self.split, self.join, self.insert), ACTIONS, strict=True):
            button.setText(name if self.width() >= taken + wanted + 2 * MARGIN else "")
            button.setAccessibleName(name)


def _asked(event: QKeyEvent) -> str:
    """What a key asks of the text; empty for typing."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.key() == Qt.Key.Key_Escape:
        return "leave"
    if control and event.key() in ENTER:
        return "split" if shift else "keep"
    return "join" if control and event.key() == Qt.Key.Key_J else ""
