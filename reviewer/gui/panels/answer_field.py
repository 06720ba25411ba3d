"""The box of an answer: plain text that grows, in which named turns look and act like links."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer.domain.turn_links import TurnLink, turn_links
from reviewer.gui import fonts, utf16
from reviewer.gui.margin.writing_field import ENTER, WritingField
from reviewer.gui.spelling.marks import SpellingMarks
from reviewer.gui.theme import Theme

PAD = 4


class TurnMarks(SpellingMarks):
    """Paints “turn 5” as a chip where the chat has such a turn, and marks misspelled words."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self.most = 0
        self._chip = QTextCharFormat()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._chip.setForeground(theme.color("accent"))
        self._chip.setBackground(theme.color("accent_soft"))
        self._chip.setFontWeight(QFont.Weight.DemiBold)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        super().highlightBlock(text)
        for link in turn_links(text, self.most):
            start = utf16.units(text, link.start)
            self.setFormat(start, utf16.units(text, link.end) - start, self._chip)


class AnswerField(WritingField):
    """Ctrl+Enter goes on (`kept`), Esc leaves (`left`), Alt+Enter or a press on a named turn goes to it."""

    turn_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, least=1)
        self.document().setDocumentMargin(PAD)
        self.viewport().setMouseTracking(True)
        self.setPlaceholderText("Write your answer…")
        self.set_theme(theme)

    def _marks(self) -> TurnMarks:
        self._turns = TurnMarks(self)
        return self._turns

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.set_text_size()
        self.setFont(fonts.font(13))
        self._turns.set_theme(theme)

    def set_turns(self, most: int) -> None:
        """How many turns the chat has."""
        if self._turns.most != most:
            self._turns.most = most
            self._turns.rehighlight()

    def insert(self, words: str) -> None:
        """Put words at the caret, with blanks around them where words touch; one step of the field's own undo."""
        cursor = self.textCursor()
        at = cursor.selectionStart()
        touches = at > 0 and not self.document().characterAt(at - 1).isspace()
        cursor.insertText(f" {words}" if touches else words)
        self.setTextCursor(cursor)

    def link_at_caret(self) -> TurnLink | None:
        """The named turn in which the caret stands, or just behind it."""
        return self._link_at(self.textCursor().position())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _goes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        link = self.link_at_caret() if _goes(event) else None
        if link is not None:
            self.turn_wanted.emit(link.turn)
        elif not _goes(event):
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._link_under(event) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        link = self._link_under(event)
        if link is not None and not self.textCursor().hasSelection():
            self.turn_wanted.emit(link.turn)

    def _link_under(self, event: QMouseEvent) -> TurnLink | None:
        place = event.position().toPoint()
        cursor = self.cursorForPosition(place)
        near = self.cursorRect(cursor)
        room = QFontMetricsF(self.font()).averageCharWidth() * 2
        if abs(near.center().x() - place.x()) > room or not near.top() <= place.y() <= near.bottom():
            return None
        return self._link_at(cursor.position())

    def _link_at(self, unit: int) -> TurnLink | None:
        text = self.text()
        for link in turn_links(text, self._turns.most):
            if utf16.units(text, link.start) <= unit <= utf16.units(text, link.end):
                return link
        return None


def _goes(event: QKeyEvent) -> bool:
    return event.key() in ENTER and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
