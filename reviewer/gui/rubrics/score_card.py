"""What a failed critical criterion does to the total, and the words for totals."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain import rubric_changes as changes
from reviewer.domain.rubric import Band, CriticalEffect, RubricSet
from reviewer.domain.rubric_check import Place
from reviewer.gui import fonts
from reviewer.gui.rubrics.card import Card
from reviewer.gui.rubrics.fields import Field, LineField, whole_number
from reviewer.gui.rubrics.working_copy import Change, WorkingCopy
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.segmented import Choice, SegmentedSwitch

EFFECTS = (
    Choice(CriticalEffect.ZERO, "Total 0"),
    Choice(CriticalEffect.CAP, "Cap at 49"),
    Choice(CriticalEffect.FLAG, "Flag only"),
)
START_WORDS = "A band starts at a whole number from 0 to 100."
START = 56


class BandRow(QWidget):
    """From where, and the word."""

    def __init__(self, copy: WorkingCopy, number: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self._copy = copy
        self.words = PlainText("From", self)
        entry = LineField(self, steps=True)
        entry.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.start = Field(copy, Place("", "band start", number), entry, f"Band {number}, from", self._started, self)
        self.name = Field(copy, Place("", "band", number), LineField(self), f"Band {number}, word", self._named, self)
        self.remove = IconButton("trash-2", f"Remove band {number}", theme, self)
        self.remove.clicked.connect(lambda: copy.do(partial(changes.remove_band, number=number), "band", "band start"))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.start.lend_problem())
        row.setSpacing(8)
        for part, share in ((self.words, 0), (self.start, 0), (self.name, 1), (self.remove, 0)):
            row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)

    def show_band(self, band: Band) -> None:
        """Show what is saved."""
        self.start.show_saved(str(band.start))
        self.name.show_saved(band.name)
        self.remove.setVisible(self._copy.editable)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.words.setFont(fonts.font(13))
        self.words.setContentsMargins(0, fonts.scaled(6), 0, 0)
        for field in (self.start, self.name):
            field.entry.setFont(fonts.font(13))
            field.set_theme()
        self.start.setFixedWidth(fonts.scaled(START))
        self.remove.set_theme(theme)

    def _started(self, text: str) -> Change:
        start = whole_number(text, START_WORDS)
        return lambda rubric: changes.with_band(rubric, self.number, start=start)

    def _named(self, text: str) -> Change:
        return lambda rubric: changes.with_band(rubric, self.number, name=text)


class ScoreCard(Card):
    """Effect and bands."""

    def __init__(self, copy: WorkingCopy, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Score", parent)
        self._copy = copy
        self._theme = theme
        self.bands: list[BandRow] = []
        self.words = PlainText("When a critical criterion fails", self)
        self.effect = SegmentedSwitch("When a critical criterion fails", EFFECTS, theme, self)
        self.effect.chosen.connect(self._choose)
        self.bands_words = PlainText("Words for the total", self)
        for part in (self.words, self.bands_words):
            part.setProperty("tone", "dim")
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add = TextButton("Add band", theme, self, icon="plus", pressed=self._add)
        line = QHBoxLayout()
        line.addWidget(self.effect)
        line.addStretch(1)
        self.rows.addWidget(self.words)
        self.rows.addLayout(line)
        self.rows.addWidget(self.bands_words)
        self.rows.addLayout(self._column)
        self.rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rubric(self, rubric: RubricSet) -> None:
        """Show what is saved."""
        self.effect.choose(rubric.rubric.critical_effect)
        self.effect.setEnabled(self._copy.editable)
        bands = rubric.rubric.bands
        while len(self.bands) < len(bands):
            row = BandRow(self._copy, len(self.bands) + 1, self._theme, self)
            row.set_theme(self._theme)
            self.bands.append(row)
            self._column.addWidget(row)
        for row in self.bands:
            row.setVisible(row.number <= len(bands))
            if row.number <= len(bands):
                row.show_band(bands[row.number - 1])
        self.add.setVisible(self._copy.editable)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.set_font()
        for part in (self.words, self.bands_words):
            part.setFont(fonts.font(12))
        self.effect.set_theme(theme)
        self.add.set_theme(theme)
        for row in self.bands:
            row.set_theme(theme)

    def _add(self) -> None:
        self._copy.do(changes.add_band)

    def _choose(self, value: str) -> None:
        if not self._copy.do(lambda rubric: changes.with_head(rubric, critical_effect=CriticalEffect(value))):
            self._copy.refresh()
