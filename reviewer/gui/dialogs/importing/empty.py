"""In the place of the table when there is nothing to show: a heading and a sentence."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import PlainText

PATIENCE_MS = 150


class EmptyPane(QFrame):
    """Words in the middle of the paper."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.lead, self.rest = PlainText("", self), PlainText("", self)
        self.lead.setFont(fonts.font(14, 600))
        self.rest.setFont(fonts.font(13))
        self.rest.setProperty("tone", "soft")
        self._later = ""
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._soon.timeout.connect(lambda: self.say(self._later, ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 24)
        column.addStretch(2)
        for words in (self.lead, self.rest):
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addStretch(3)

    def say_soon(self, lead: str) -> None:
        """Show an empty page, and say something on it only when it stays for a while."""
        if not self._soon.isActive() and self.lead.text() != lead:
            self.say("", "")
            self._later = lead
            self._soon.start()

    def say(self, lead: str, rest: str) -> None:
        """Say something."""
        self._soon.stop()
        self.lead.setText(lead)
        self.rest.setText(rest)
        self.rest.setVisible(bool(rest))
