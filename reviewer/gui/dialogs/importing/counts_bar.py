"""Below the table: how many turns, system lines and lines left out there are, and the encoding."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted


class CountsBar(QFrame):
    """Each number opens the list of its lines."""

    lines_wanted = Signal(str)
    """`turns`, `system` or `left_out`."""
    encoding_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counts")
        self.turns = TextButton("", theme, self, tone="quiet", pressed=lambda: self.lines_wanted.emit("turns"))
        self.system = TextButton("", theme, self, tone="quiet", pressed=lambda: self.lines_wanted.emit("system"))
        self.left_out = TextButton("", theme, self, tone="quiet", pressed=lambda: self.lines_wanted.emit("left_out"))
        self.reading = PlainText("Reading the rest…", self)
        self.reading.setProperty("tone", "dim")
        self.encoding = TextButton("", theme, self, tone="quiet", pressed=self.encoding_wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        row.setSpacing(2)
        parts = (self.turns, PlainText("·", self), self.system, PlainText("·", self), self.left_out, self.reading)
        for part in parts:
            part.setFont(fonts.font(12))
            row.addWidget(part)
        row.addStretch(1)
        self.encoding.setFont(fonts.font(12))
        row.addWidget(self.encoding)

    def show_counts(self, turns: int, system: int, left_out: int, encoding: str, *, partial: bool) -> None:
        """The numbers of now."""
        self.turns.setText(counted(turns, "turn"))
        self.system.setText(f"{system:,} system")
        self.left_out.setText(f"{left_out:,} skipped")
        self.system.setEnabled(system > 0)
        self.left_out.setEnabled(left_out > 0)
        self.reading.setVisible(partial)
        self.encoding.setText(encoding.upper())
        self.encoding.setVisible(bool(encoding))
        self.turns.setAccessibleName(f"{self.turns.text()}: show the table")
        self.system.setAccessibleName(f"{counted(system, 'system line')}: show them")
        self.left_out.setAccessibleName(f"{counted(left_out, 'line')} left out: show them")
        self.encoding.setAccessibleName(f"Encoding {encoding}: choose another")
