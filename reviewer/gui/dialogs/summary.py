"""The summary: one sentence for the head of the page, and three short lists."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.domain.annotation import Verdict
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Point
from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText

LIST_HEIGHT = 84
_NUMBERS = re.compile(r"\s*\[(\d+(?:\s*,\s*\d+)*)\]\s*$")


@dataclass(frozen=True, slots=True)
class Summary:
    """What the person wrote."""

    headline: str
    worked: tuple[Point, ...]
    to_change: tuple[Point, ...]
    try_next: tuple[Point, ...]


class SummaryDialog(QDialog):
    """A line is a point; numbers in brackets at its end name comments, as in “A warm opening. [1]”."""

    def __init__(self, full: FullReview, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = full
        self.setWindowTitle("Summary")
        self.resize(560, 520)
        self.headline = QLineEdit(full.review.headline, self)
        self.headline.setFont(fonts.font(13))
        self.headline.setCursorPosition(0)
        self.headline.setAccessibleName("One sentence for the head of the page")
        self.worked = self._list("What worked", full.review.worked)
        self.to_change = self._list("What to change", full.review.to_change)
        self.try_next = self._list("Try next time", full.review.try_next)
        self.insert = TextButton("Insert from comments", theme, self, icon="message-square", pressed=self._insert)
        self.cancel = TextButton("Cancel", theme, self, pressed=self.reject)
        self.keep = TextButton("Keep", theme, self, tone="primary", pressed=self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addWidget(self._named("One sentence for the head of the page"))
        column.addWidget(self.headline)
        for field in (self.worked, self.to_change, self.try_next):
            column.addWidget(self._named(f"{field.accessibleName()}, a line each"))
            column.addWidget(field)
        hint = PlainText("Numbers in brackets at the end of a line link to comments: [1] or [2, 5].", self)
        hint.setProperty("tone", "dim")
        hint.setFont(fonts.font(12))
        column.addWidget(hint)
        buttons = QHBoxLayout()
        buttons.addWidget(self.insert)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.keep)
        column.addLayout(buttons)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)

    @classmethod
    def ask(cls, full: FullReview, theme: Theme, parent: QWidget | None = None) -> Summary | None:
        """What the person wrote, or None when they think better of it."""
        dialog = cls(full, theme, parent)
        return dialog.summary() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def summary(self) -> Summary:
        """What stands in the fields now."""
        return Summary(
            self.headline.text().strip(),
            self._points(self.worked),
            self._points(self.to_change),
            self._points(self.try_next),
        )

    def _named(self, words: str) -> PlainText:
        name = PlainText(words, self)
        name.setFont(fonts.font(12, 600))
        return name

    def _list(self, name: str, points: tuple[Point, ...]) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setFont(fonts.font(13))
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        field.setMinimumHeight(fonts.scaled(LIST_HEIGHT))
        field.setPlainText("\n".join(self._line(point) for point in points))
        return field

    def _line(self, point: Point) -> str:
        numbers = [str(self._full.numbers[one]) for one in point.annotations if one in self._full.numbers]
        return f"{point.text} [{', '.join(numbers)}]" if numbers else point.text

    def _points(self, field: QPlainTextEdit) -> tuple[Point, ...]:
        ids = {number: annotation for annotation, number in self._full.numbers.items()}
        points = []
        for line in field.toPlainText().split("\n"):
            match = _NUMBERS.search(line)
            named = [int(one) for one in re.findall(r"\d+", match[1])] if match else []
            known = all(number in ids for number in named)
            text = line[: match.start()] if match and known else line
            if text.strip():
                points.append(Point(text.strip(), tuple(ids[number] for number in named) if known else ()))
        return tuple(points)

    def _insert(self) -> None:
        """Strengths and concerns that no line speaks of yet, with their numbers."""
        points = (*self._points(self.worked), *self._points(self.to_change))
        spoken = {link for point in points for link in point.annotations}
        for annotation in self._full.annotations:
            if annotation.id in spoken or annotation.verdict is Verdict.NONE or not annotation.text.strip():
                continue
            field = self.worked if annotation.verdict is Verdict.STRENGTH else self.to_change
            first = annotation.text.strip().split("\n")[0]
            field.appendPlainText(f"{first} [{self._full.numbers[annotation.id]}]")
