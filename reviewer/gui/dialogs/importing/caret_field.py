"""The words of one turn with a caret, to cut the turn in two there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer.gui import fonts, utf16
from reviewer.gui.widgets.plain import set_tip

CUT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class CaretField(QPlainTextEdit):
    """Read only; Ctrl+Shift+Enter cuts at the caret."""

    cut_at = Signal(int)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self.setPlainText(text)
        self.setFont(fonts.font(13))
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(flags)
        self.setCursorWidth(2)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName("Text of the turn. Ctrl+Shift+Enter splits it at the caret")
        set_tip(self, "Ctrl+Shift+Enter splits the turn at the caret")

    @property
    def place(self) -> int:
        """The caret in code points."""
        return utf16.point(self._text, self.textCursor().position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & CUT == CUT:
            self.cut_at.emit(self.place)
        else:
            super().keyPressEvent(event)
