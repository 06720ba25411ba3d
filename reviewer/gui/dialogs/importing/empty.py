"""In the place of the table when there is nothing to show: a heading and a sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import PlainText


class EmptyPane(QFrame):
    """Words in the middle of the paper."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.lead, self.rest = PlainText("", self), PlainText("", self)
        self.lead.setFont(fonts.font(14, 600))
        self.rest.setFont(fonts.font(13))
        self.rest.setProperty("tone", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 24)
        column.addStretch(2)
        for words in (self.lead, self.rest):
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addStretch(3)

    def say(self, lead: str, rest: str) -> None:
        """Say something."""
        self.lead.setText(lead)
        self.rest.setText(rest)
        self.rest.setVisible(bool(rest))
