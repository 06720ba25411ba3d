"""Paste a chat: the text, and at once what an import would find in it."""

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer import importers
from reviewer.domain.transcript import TurnKind
from reviewer.errors import ReviewerError
from reviewer.gui import fonts, incoming
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted
from reviewer.importers.base import SNIFFED, Found, Source

PAUSE_MS = 200


class PasteDialog(QDialog):
    """Asks for the text of a chat. While the text is as it came, its form as a page is read where that holds a chat."""

    def __init__(self, theme: Theme, pasted: QMimeData | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = pasted if isinstance(pasted, str) else pasted.text()
        page = None if isinstance(pasted, str) else incoming.pasted(pasted)
        self._page = page if page is not None and page.content != text.encode("utf-8", "replace") else None
        self.setWindowTitle("Paste a chat")
        self.resize(fonts.scaled(680), fonts.scaled(480))
        self.heading = PlainText("Paste the chat here, one turn a line, as in “Name: text”.", self)
        self.heading.setFont(fonts.font(13))
        self.heading.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setFont(fonts.font(13))
        self.text.setAccessibleName("Text of the chat")
        self.text.setTabChangesFocus(True)
        self.found = PlainText("", self)
        self.found.setFont(fonts.font(12))
        self.found.setWordWrap(True)
        self.cancel = TextButton("Cancel", theme, self, pressed=self.reject)
        self.accept_button = TextButton("Preview", theme, self, tone="primary", pressed=self.accept)
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._accept_if_possible)
        self.text.setPlainText(text)
        self._as_it_came = self.text.toPlainText()
        self.text.textChanged.connect(self._pause.start)
        self.text.selectAll()
        self._look()

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget | None = None) -> Source | None:
        """The pasted chat, or None when the person thinks better of it."""
        dialog = cls(theme, QGuiApplication.clipboard().mimeData(), parent)
        source = dialog.source() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return source

    def source(self) -> Source:
        """The text, or the page that it came from, as something to import."""
        text = self.text.toPlainText()
        if self._page is not None and text == self._as_it_came:
            return self._page
        return Source(incoming.PASTED, text.encode("utf-8", "replace"))

    def _lay_out(self) -> None:
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

    def _look(self) -> None:
        """Say what is in it. Text that is not recognised can go on, too: names can be marked in the preview."""
        something = bool(self.text.toPlainText().strip())
        try:
            words = found_words(importers.read(self.source(), most=SNIFFED))
        except ReviewerError as error:
            words = error.sentence if something else ""
        self.found.setText(words)
        self.accept_button.setEnabled(something)

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
    more = "at least " if found.partial else ""
    return f"{several}{more}{counted(len(turns), 'turn')} by {counted(len(people), 'speaker')}: {names}."
