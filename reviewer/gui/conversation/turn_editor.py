"""The editor of a rewrite: one field laid over the turn being rewritten, with a bar to keep or leave it."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton

PARAGRAPH: Final = "\u2029"
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
EDGE: Final = 2
MARGIN: Final = 7
BAR: Final = 38


class TurnField(QPlainTextEdit):
    """Plain text; Ctrl+Enter keeps it, Esc leaves."""

    kept = Signal()
    left = Signal()

    def text(self) -> str:
        """The text as it was typed; unlike `toPlainText` this keeps no-break spaces."""
        return self.document().toRawText().replace(PARAGRAPH, "\n")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _ends(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.kept.emit()


class TurnEditor(QFrame):
    """As high as its text needs; `grown` says that the height changed."""

    kept = Signal(str)
    left = Signal()
    grown = Signal()

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
        self.cancel = TextButton("Cancel  Esc", theme, self, pressed=self.left.emit)
        self.keep = TextButton("Keep  Ctrl+Enter", theme, self, tone="primary", pressed=self._keep)
        self.cancel.setAccessibleName("Cancel")
        self.keep.setAccessibleName("Keep")
        self._lay_out()
        self.field.kept.connect(self._keep)
        self.field.left.connect(self.left)
        self.field.document().documentLayout().documentSizeChanged.connect(lambda size: self.grown.emit())
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._bar = QFrame(self)
        self._bar.setObjectName("turnEditorBar")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(4)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(0)
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
        self.cancel.set_theme(theme)
        self.keep.set_theme(theme)

    def begin(self, text: str, name: str) -> None:
        """Start with a text, all of it there to be changed; `name` is what a screen reader calls the field."""
        self.field.setPlainText(text)
        self.field.setAccessibleName(name)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

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
        return round(lines * line + 2 * MARGIN) + self._bar_height() + 2 * EDGE

    def _bar_height(self) -> int:
        return max(BAR, fonts.scaled(BAR - 6))

    def _keep(self) -> None:
        self.kept.emit(self.field.text())


def _ends(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (control and event.key() in ENTER)
