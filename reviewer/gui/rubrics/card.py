"""A part of the rubric on a ground of its own, with a heading and something at its end."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.widgets.plain import PlainText


class Card(QFrame):
    """Heading above, rows below. `beside` takes what stands at the end of the heading."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rubricCard")
        self.heading = PlainText(heading, self)
        self.beside = QHBoxLayout()
        self.beside.setSpacing(8)
        self.beside.addWidget(self.heading)
        self.beside.addStretch(1)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addLayout(self.beside)
        column.addLayout(self.rows)

    def set_font(self) -> None:
        """The text size of now."""
        self.heading.setFont(fonts.font(14, 600))
