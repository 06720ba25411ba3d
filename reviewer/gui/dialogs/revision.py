"""Asks for the name of a revision and why it was made."""

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText

LONGEST = 120
WIDTH, HEIGHT = 340, 90


class RevisionDialog(QDialog):
    """A name is needed, reasons are not."""

    def __init__(self, title: str, name: str, rationale: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.name = QLineEdit(name, self)
        self.name.setMaxLength(LONGEST)
        self.name.setPlaceholderText("Apologise and waive the charge")
        self.name.setAccessibleName("Name")
        self.name.selectAll()
        self.rationale = QPlainTextEdit(rationale, self)
        self.rationale.setTabChangesFocus(True)
        self.rationale.setAccessibleName("Reasons")
        self.rationale.setPlaceholderText("What this strategy does better, for the page")
        self.cancel = TextButton("Cancel", theme, self, pressed=self.reject)
        self.accept_button = TextButton("Save", theme, self, tone="primary", pressed=self.accept)
        self.accept_button.setDefault(True)
        for field in (self.name, self.rationale):
            field.setFont(fonts.font(13))
            field.setMinimumWidth(fonts.scaled(WIDTH))
        self.rationale.setMinimumHeight(fonts.scaled(HEIGHT))
        self._lay_out()
        self.name.textChanged.connect(self._look)
        self._look(name)

    def _lay_out(self) -> None:
        form, row, column = QFormLayout(), QHBoxLayout(), QVBoxLayout(self)
        for words, field in (("Name", self.name), ("Reasons", self.rationale)):
            called = PlainText(words, self)
            called.setFont(fonts.font(13))
            form.addRow(called, field)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.accept_button)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addLayout(form)
        column.addLayout(row)

    @classmethod
    def ask(
        cls, title: str, name: str, rationale: str, theme: Theme, parent: QWidget | None = None
    ) -> tuple[str, str] | None:
        """Name and reasons, or None when the person thinks better of it."""
        dialog = cls(title, name, rationale, theme, parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return dialog.name.text().strip(), dialog.rationale.toPlainText().strip()

    def _look(self, text: str) -> None:
        self.accept_button.setEnabled(bool(text.strip()))
