"""Levels: the scale that criteria share, and the levels of one criterion with their descriptions."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from reviewer.domain import rubric_changes as changes
from reviewer.domain.rubric import Level, RubricSet
from reviewer.domain.rubric_check import FEWEST_LEVELS, MOST_LEVELS, Place
from reviewer.gui import fonts
from reviewer.gui.rubrics.fields import Field, LineField, TextField, whole_number
from reviewer.gui.rubrics.working_copy import Change, WorkingCopy
from reviewer.gui.widgets.choice_box import NumberBox
from reviewer.gui.widgets.plain import PlainText

CELL, POINTS, NAME, DIGIT, ROOMY = 128, 58, 132, 14, 520
UNBOUND = 16_777_215
POINTS_WORDS = "Points are a whole number from 0 to 100, or nothing for even steps."


class LevelCount(NumberBox):
    """How many levels there are, 2 to 9."""

    wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(FEWEST_LEVELS, MOST_LEVELS)
        self.setSuffix(" levels")
        self.setAccessibleName(name)
        self.valueChanged.connect(self.wanted)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def show_count(self, count: int, *, editable: bool) -> None:
        """Show a number; says nothing by `wanted`."""
        self.blockSignals(True)
        self.setValue(count)
        self.blockSignals(False)
        self.setReadOnly(not editable)
        self.setEnabled(editable)


class LevelCell(QWidget):
    """Name and points of one level of the shared scale."""

    def __init__(self, copy: WorkingCopy, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.digit = PlainText(str(number), self)
        self.digit.setProperty("tone", "dim")
        self.digit.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        name_place, points_place = Place("", "shared level", number), Place("", "shared points", number)
        self.name = Field(copy, name_place, LineField(self), f"Level {number}, name", self._named, self)
        entry = LineField(self, steps=True)
        self.points = Field(copy, points_place, entry, f"Level {number}, points of 100", self._pointed, self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.digit, 0, 0)
        grid.addWidget(self.name, 1, 0)
        grid.addWidget(self.points, 2, 0, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)

    def show_level(self, level: Level, even: str) -> None:
        """Show what is saved."""
        self.name.show_saved(level.name)
        self.points.entry.setPlaceholderText(even)
        self.points.show_saved("" if level.points is None else str(level.points))

    def set_theme(self) -> None:
        """The text size of now."""
        self.digit.setFont(fonts.font(12, 600))
        for field in (self.name, self.points):
            field.entry.setFont(fonts.font(13))
            field.set_theme()

    def _named(self, text: str) -> Change:
        return lambda rubric: changes.with_shared_level(rubric, self.number, name=text)

    def _pointed(self, text: str) -> Change:
        points = read_points(text)
        return lambda rubric: changes.with_shared_level(rubric, self.number, points=points)


class SharedLevels(QWidget):
    """The scale of the first criterion, which the others follow where they say the same."""

    def __init__(self, copy: WorkingCopy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = [LevelCell(copy, number, self) for number in range(1, MOST_LEVELS + 1)]
        self._shown = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_rubric(self, rubric: RubricSet) -> None:
        """Show what is saved."""
        levels = changes.shared_levels(rubric)
        self._shown = len(levels)
        for cell in self.cells:
            cell.setVisible(cell.number <= len(levels))
            if cell.number <= len(levels):
                cell.show_level(levels[cell.number - 1], even_points(cell.number, len(levels)))
        self._arrange()

    def set_theme(self) -> None:
        """The text size of now."""
        for cell in self.cells:
            cell.set_theme()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fit = max(2, self.width() // max(1, fonts.scaled(CELL)))
        across = min(fit, self._shown or 1)
        rows = -(-self._shown // across)
        across = -(-self._shown // rows) if rows else across
        for at, cell in enumerate(self.cells):
            self._grid.addWidget(cell, at // across, at % across, Qt.AlignmentFlag.AlignTop)
        for column in range(MOST_LEVELS):
            self._grid.setColumnStretch(column, 1 if column < across else 0)


class LevelRow(QWidget):
    """One level of one criterion: name, points, description."""

    def __init__(self, copy: WorkingCopy, root: str, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.root = root
        self._roomy = True
        place = partial(Place, root, number=number)
        change = self._change
        self.digit = PlainText(str(number), self)
        self.digit.setProperty("tone", "dim")
        self.name = Field(copy, place("level"), LineField(self), "", lambda text: change(name=text), self)
        self.points = Field(
            copy, place("points"), LineField(self, steps=True), "", lambda text: change(points=read_points(text)), self
        )
        self.description = Field(
            copy, place("level description"), TextField(self), "", lambda text: change(description=text), self
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self.fields = (self.name, self.points, self.description)
        self._problem = self.points.lend_problem()

    def show_level(self, level: Level, count: int, title: str) -> None:
        """Show what is saved; `title` is the criterion's name."""
        self.name.show_saved(level.name)
        self.points.entry.setPlaceholderText(even_points(self.number, count))
        self.points.show_saved("" if level.points is None else str(level.points))
        self.description.show_saved(level.description)
        self.name.set_name(f"{title}, level {self.number}, name")
        self.points.set_name(f"{title}, level {self.number}, points of 100")
        self.description.set_name(f"{title}, level {self.number}, what such a chat looks like")

    def arrange(self, *, roomy: bool) -> None:
        """Description beside the name, or below it."""
        self._roomy = roomy
        self.name.setMaximumWidth(fonts.scaled(NAME) if roomy else UNBOUND)
        top = Qt.AlignmentFlag.AlignTop
        for part in (self.digit, *self.fields):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.digit, 0, 0, Qt.AlignmentFlag.AlignVCenter if not roomy else top)
        self._grid.addWidget(self.name, 0, 1, top)
        self._grid.addWidget(self.points, 0, 2, top)
        if roomy:
            self._grid.addWidget(self.description, 0, 3, top)
        else:
            self._grid.addWidget(self.description, 1, 1, 1, 2, top)
        self._grid.addWidget(self._problem, 2, 1, 1, 3)
        self._grid.setColumnStretch(1, 0 if roomy else 1)
        self._grid.setColumnStretch(3, 1 if roomy else 0)

    def set_theme(self) -> None:
        """The text size of now."""
        self.digit.setFont(fonts.font(13, 600))
        self.digit.setContentsMargins(0, fonts.scaled(6), 0, 0)
        self.digit.setFixedWidth(fonts.scaled(DIGIT))
        for field in self.fields:
            field.entry.setFont(fonts.font(13))
            field.set_theme()
        self.name.setMinimumWidth(fonts.scaled(NAME))
        self.name.setMaximumWidth(fonts.scaled(NAME) if self._roomy else UNBOUND)
        self.points.setFixedWidth(fonts.scaled(POINTS))

    def _change(self, **fields: object) -> Change:
        return lambda rubric: changes.with_level(rubric, self.root, self.number, **fields)


class OwnLevels(QWidget):
    """All levels of one criterion, with how many there are."""

    def __init__(self, copy: WorkingCopy, root: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copy = copy
        self._root = root
        self.rows: list[LevelRow] = []
        self.count = LevelCount("Levels of this criterion", self)
        self.count.wanted.connect(self._resize)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(8)
        self.heads = [PlainText(words, self) for words in ("", "Level", "Points", "What such a chat looks like")]
        top = QHBoxLayout()
        top.setSpacing(8)
        for head in self.heads:
            head.setProperty("tone", "dim")
            top.addWidget(head, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        top.addWidget(self.count)
        self._grid.addLayout(top, 0, 0)

    def show_levels(self, levels: tuple[Level, ...], title: str) -> None:
        """Show what is saved."""
        while len(self.rows) < len(levels):
            row = LevelRow(self._copy, self._root, len(self.rows) + 1, self)
            row.set_theme()
            row.arrange(roomy=self._roomy)
            self.rows.append(row)
            self._grid.addWidget(row, len(self.rows), 0)
        for row in self.rows:
            row.setVisible(row.number <= len(levels))
            if row.number <= len(levels):
                row.show_level(levels[row.number - 1], len(levels), title)
        self.count.show_count(len(levels), editable=self._copy.editable)
        self.count.setAccessibleName(f"{title}, number of levels")

    def set_theme(self) -> None:
        """The text size of now."""
        self.count.setFont(fonts.font(13))
        for head, width in zip(self.heads, (DIGIT, NAME, POINTS, 0), strict=True):
            head.setFont(fonts.font(12, 600))
            if width:
                head.setFixedWidth(fonts.scaled(width))
        for row in self.rows:
            row.set_theme()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _roomy(self) -> bool:
        return self.width() / fonts.scale() >= ROOMY

    def _arrange(self) -> None:
        for head in self.heads:
            head.setVisible(self._roomy)
        for row in self.rows:
            row.arrange(roomy=self._roomy)

    def _resize(self, count: int) -> None:
        self._copy.do(lambda rubric: changes.with_level_count(rubric, count, self._root))


def read_points(text: str) -> int | None:
    """Points as they are typed; nothing means even steps.

    Raises:
        ValueError: it is no whole number.
    """
    return whole_number(text, POINTS_WORDS) if text.strip() else None


def even_points(number: int, count: int) -> str:
    """What level `number` of `count` is worth where nothing else is said."""
    return str(round(100 * (number - 1) / max(count - 1, 1)))
