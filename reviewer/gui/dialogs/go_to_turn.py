"""Go to a turn by its number."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.choice_box import NumberBox
from reviewer.gui.widgets.plain import PlainText


class GoToTurn(QDialog):
    """Asks for a number from 1 to the last turn."""

    def __init__(self, now: int, last: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Go to turn")
        self.number = NumberBox(self)
        self.number.setRange(1, max(last, 1))
        self.number.setValue(now)
        self.number.setFont(fonts.font(13))
        self.number.setAccessibleName(f"Turn, 1 to {last}")
        self.number.selectAll()
        go = TextButton("Go", theme, self, tone="primary", pressed=self.accept)
        go.setDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.addWidget(PlainText(f"Turn, 1 to {last}", self))
        row.addWidget(self.number)
        row.addWidget(go)

    @classmethod
    def ask(cls, now: int, last: int, theme: Theme, parent: QWidget | None = None) -> int | None:
        """The number, or None when the person thinks better of it."""
        dialog = cls(now, last, theme, parent)
        return dialog.number.value() if dialog.exec() == QDialog.DialogCode.Accepted else None
