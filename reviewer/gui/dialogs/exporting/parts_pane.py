"""Which parts of a page are wanted."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.exporters.options import ALL_PARTS, PageOptions, Part
from reviewer.gui.dialogs.exporting.contents import empty_parts, part_counts
from reviewer.gui.dialogs.exporting.counted_box import CountedBox
from reviewer.gui.dialogs.exporting.heading import heading
from reviewer.gui.dialogs.exporting.subject import Subject
from reviewer.gui.theme import Theme

WORDS: Final = {
    Part.SUMMARY: "S&ummary",
    Part.SCORECARD: "S&corecard",
    Part.CONVERSATION: "Co&nversation and comments",
    Part.REVISED: "Revised &dialogue",
    Part.DISCUSSION: "D&iscussion answers",
    Part.LEGEND: "&Legend",
}


class PartsPane(QWidget):
    """A part that is empty cannot be ticked; whether it was wanted is remembered all the same."""

    changed = Signal()

    def __init__(self, subject: Subject, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = frozenset[Part]() if subject.many else empty_parts(subject.full)
        self._wanted = ALL_PARTS
        self.boxes = {part: CountedBox(words, theme, self) for part, words in WORDS.items()}
        self.alternatives = CountedBox("&All strategies", theme, self)
        self.alternatives.set_count("" if subject.many else f"{len(subject.full.revisions):,}")
        self.alternatives.setVisible(subject.many or len(subject.full.revisions) > 1)
        counts = {} if subject.many else part_counts(subject.full)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading("Parts", self))
        column.addSpacing(4)
        for part, box in self.boxes.items():
            box.set_count(counts.get(part, ""))
            box.setEnabled(part not in self._empty)
            box.clicked.connect(self._chosen)
            column.addWidget(box)
            if part is Part.REVISED:
                column.addWidget(self.alternatives)
        self.alternatives.clicked.connect(self._chosen)

    def into(self, options: PageOptions) -> PageOptions:
        """These options with what is ticked here."""
        return replace(options, parts=self._wanted, alternatives=self.alternatives.isChecked())

    def show_options(self, options: PageOptions) -> None:
        """Tick what these options want."""
        self._wanted = options.parts
        for part, box in self.boxes.items():
            box.setChecked(part in options.parts and part not in self._empty)
        self.alternatives.setChecked(options.alternatives)

    def _chosen(self) -> None:
        ticked = {part for part, box in self.boxes.items() if box.isChecked()}
        self._wanted = frozenset(ticked | (self._wanted & self._empty))
        self.changed.emit()
