"""Paste a chat: the text, and at once what an import would find in it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer import importers
from reviewer.domain.transcript import TurnKind
from reviewer.errors import ReviewerError
from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted
from reviewer.importers.base import Found, Source

NAME = "Pasted chat"
PAUSE_MS = 200


class PasteDialog(QDialog):
    """Asks for the text of a chat."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Paste a chat")
        self.resize(680, 480)
        self.heading = PlainText("Paste the chat here, one turn a line, as in “Name: text”.", self)
        self.heading.setFont(fonts.font(13))
        self.text = QPlainTextEdit(self)
        self.text.setFont(fonts.font(13))
        self.text.setAccessibleName("Text of the chat")
        self.text.setTabChangesFocus(True)
        self.found = PlainText("", self)
        self.found.setFont(fonts.font(12))
        self.found.setWordWrap(True)
        self.cancel = TextButton("Cancel", theme, self, pressed=self.reject)
        self.accept_button = TextButton("Import", theme, self, tone="primary", pressed=self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.found, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.text.textChanged.connect(self._pause.start)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._accept_if_possible)
        self.text.setPlainText(text)
        self.text.selectAll()
        self._look()

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget | None = None) -> Source | None:
        """The pasted chat, or None when the person thinks better of it."""
        dialog = cls(theme, QGuiApplication.clipboard().text(), parent)
        return dialog.source() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def source(self) -> Source:
        """The text as something to import."""
        return Source(NAME, self.text.toPlainText().encode("utf-8", "replace"))

    def _look(self) -> None:
        try:
            words = found_words(importers.read(self.source()))
            self.accept_button.setEnabled(True)
        except ReviewerError as error:
            words = error.sentence if self.text.toPlainText().strip() else ""
            self.accept_button.setEnabled(False)
        self.found.setText(words)

    def _accept_if_possible(self) -> None:
        self._look()
        if self.accept_button.isEnabled():
            self.accept()


def found_words(found: Found) -> str:
    """“15 turns by 2 speakers: Dana R. (agent), Customer (customer).”"""
    turns = [turn for one in found.conversations for turn in one.turns if turn.kind is TurnKind.MESSAGE]
    speakers = [speaker for one in found.conversations for speaker in one.speakers]
    people = {speaker.key: f"{speaker.name} ({speaker.role})" for speaker in speakers}
    several = f"{len(found.conversations)} conversations, " if len(found.conversations) > 1 else ""
    names = ", ".join(list(people.values())[:4])
    return f"{several}{counted(len(turns), 'turn')} by {counted(len(people), 'speaker')}: {names}."
