"""Three ways to begin on the first page: with an exercise, as a teacher, and with many chats."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText

TILE, ICON, BETWEEN = 36, 18, 16


@dataclass(frozen=True, slots=True)
class Point:
    """For whom, what they do here, and the words of the button."""

    icon: str
    title: str
    words: str
    button: str


POINTS: Final = (
    Point(
        "book-open",
        "I have an exercise to do",
        "Open the file from your instructor. It holds the transcripts, the questions and the rubric.",
        "Open exercise file…",
    ),
    Point(
        "graduation-cap",
        "I teach with transcripts",
        "Pack transcripts, questions and a rubric into one file to hand out. Read what comes back in one table.",
        "New exercise…",
    ),
    Point(
        "clipboard-check",
        "I check chat quality",
        "Import a folder of chats, and score them with weights and critical criteria.",
        "Open folder…",
    ),
)


class StartingPoint(QFrame):
    """One way to begin."""

    def __init__(self, point: Point, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startingPoint")
        self._icon_name = point.icon
        self.icon = PlainText("", self)
        self.icon.setObjectName("startingIcon")
        self.icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = PlainText(point.title, self)
        self.words = PlainText(point.words, self)
        self.words.setProperty("tone", "soft")
        for part in (self.title, self.words):
            part.setWordWrap(True)
        self.button = TextButton(point.button, theme, self)
        self.button.setAccessibleDescription(f"{point.title}. {point.words}")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 16)
        column.setSpacing(6)
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addStretch(1)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        size = fonts.scaled(TILE)
        self.icon.setFixedSize(size, size)
        image = icons.pixmap(self._icon_name, theme.color("accent"), fonts.scaled(ICON), self.devicePixelRatioF())
        self.icon.setPixmap(image)
        self.title.setFont(fonts.font(15, 600))
        self.words.setFont(fonts.font(13))
        self.button.set_theme(theme)


class StartingPoints(QWidget):
    """The ways beside each other, or below each other where words are large."""

    exercise_file_wanted = Signal()
    new_exercise_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: Sequence[StartingPoint] = [StartingPoint(point, theme, self) for point in POINTS]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(BETWEEN)
        wanted = (self.exercise_file_wanted, self.new_exercise_wanted, self.folder_wanted)
        for point, signal in zip(self.points, wanted, strict=True):
            self._row.addWidget(point, 1)
            point.button.clicked.connect(lambda _=False, signal=signal: signal.emit())

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """Beside or below each other."""
        self._row.setDirection(direction)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        for point in self.points:
            point.set_theme(theme)
