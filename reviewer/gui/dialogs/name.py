"""Asks for the name of something."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText

LONGEST = 120
WIDTH = 260


class NameDialog(QDialog):
    """One line; an empty one cannot be accepted."""

    def __init__(
        self, title: str, what: str, verb: str, theme: Theme, now: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.name = QLineEdit(now, self)
        self.name.setMaxLength(LONGEST)
        self.name.setFont(fonts.font(13))
        self.name.setMinimumWidth(fonts.scaled(WIDTH))
        self.name.setAccessibleName(what)
        self.name.selectAll()
        self.accept_button = TextButton(verb, theme, self, tone="primary", pressed=self.accept)
        self.accept_button.setDefault(True)
        words = PlainText(what, self)
        words.setFont(fonts.font(13))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.addWidget(words)
        row.addWidget(self.name, 1)
        row.addWidget(self.accept_button)
        self.name.textChanged.connect(self._look)
        self._look(now)

    @classmethod
    def ask(cls, title: str, what: str, verb: str, theme: Theme, now: str = "", parent: QWidget | None = None) -> str:
        """The name, or nothing when the person thinks better of it."""
        dialog = cls(title, what, verb, theme, now, parent)
        return dialog.name.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else ""

    def _look(self, text: str) -> None:
        self.accept_button.setEnabled(bool(text.strip()))
