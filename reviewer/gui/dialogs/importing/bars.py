"""The bars above the table: what is odd, what should be answered, and what is in the library already."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.dialogs.importing.words import place_words
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.sentence import Sentence
from reviewer.importers.base import Found, LineKind, Problem


class Bar(QFrame):
    """An icon, a sentence, and at most two things that can be done."""

    def __init__(self, icon: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        picture = PlainText("", self)
        picture.setPixmap(icons.pixmap(icon, theme.color("text"), fonts.scaled(16), self.devicePixelRatioF()))
        self.sentence = Sentence(theme, self)
        self.first = TextButton("", theme, self, tone="link")
        self.second = TextButton("", theme, self, tone="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(9)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        for button in (self.first, self.second):
            button.setFont(fonts.font(12.5, 500))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.hide()
        self.hide()

    def tell(self, lead: str, rest: str, first: str = "", second: str = "") -> None:
        """Say something; buttons without words are hidden."""
        self.sentence.say(lead, rest)
        for button, words in ((self.first, first), (self.second, second)):
            button.setText(words)
            button.setVisible(bool(words))
        self.show()


class WarningBar(Bar):
    """The problems of a file, one after the other; a press on the bar goes to the row."""

    row_wanted = Signal(int)
    """The number of a line, record or paragraph."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("triangle-alert", theme, parent)
        self._problems: tuple[Problem, ...] = ()
        self._found: Found | None = None
        self._at = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.first.clicked.connect(self._go)
        self.second.clicked.connect(self._next)

    def show_problems(self, found: Found | None, problems: tuple[Problem, ...]) -> None:
        """Show the first of them; none hides the bar."""
        if problems != self._problems or found is not self._found:
            self._at = 0
        self._found, self._problems = found, problems
        if problems and found is not None:
            self._tell()
        else:
            self.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._go()

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._problems)
        self._tell()
        self._go()

    def _go(self) -> None:
        self.row_wanted.emit(self._problems[self._at].where[0])

    def _tell(self) -> None:
        problem = self._problems[self._at]
        rest = len(self._problems) - 1
        unit = self._found.unit if self._found else None
        show = f"Show {place_words(unit, (problem.where[0], problem.where[0]))}" if unit and self._at_a_line else ""
        more = f"{rest:,} more" if self._at == 0 else f"{self._at + 1:,} of {rest + 1:,}"
        self.tell(*self._words(problem), show, more if rest else "")

    @property
    def _at_a_line(self) -> bool:
        first, last = self._problems[self._at].where
        return first == last

    def _words(self, problem: Problem) -> tuple[str, str]:
        lead, mark, rest = problem.what.partition(". ")
        number = problem.where[0]
        lines = self._found.lines if self._found else ()
        if self._at_a_line and number <= len(lines) and lines[number - 1] is LineKind.CONTINUATION:
            rest += " Change this above, or click its arrow in the row to start a new turn there."
        return lead + (mark and "."), rest


class ChoiceBar(Bar):
    """A state that needs a choice between two things."""

    def __init__(self, icon: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(icon, theme, parent)
        self._acts: list[Callable[[], object]] = []
        self.first.clicked.connect(lambda: self._acts[0]())
        self.second.clicked.connect(lambda: self._acts[1]())

    def offer(self, lead: str, rest: str, *choices: tuple[str, Callable[[], object]]) -> None:
        """Say what it is about, and offer at most two things."""
        self._acts = [act for _, act in choices]
        self.tell(lead, rest, *(words for words, _ in choices))
