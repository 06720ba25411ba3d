"""One list of the summary: lines that are added, removed and moved by mouse and by keys."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.review import Point
from reviewer.gui import fonts
from reviewer.gui.margin.writing_field import ENTER, WritingField
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.flow import FlowLayout
from reviewer.gui.widgets.plain import PlainText

ALT = Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
REMOVING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class SummaryLine(QWidget):
    """A point: its words, links to the comments it speaks of, and while it is written in what can be done with it."""

    changed = Signal()
    added_below = Signal()
    removed = Signal()
    moved = Signal(int)
    left = Signal()
    comment_wanted = Signal(str)

    def __init__(
        self, name: str, point: Point, numbers: Mapping[str, int], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._links: dict[str, TextButton] = {}
        self.field = WritingField(self, least=1)
        self.field.set_text(point.text)
        self.field.setAccessibleName(name)
        self.field.written.connect(lambda _: self.changed.emit())
        self.field.left.connect(self.left)
        self.field.installEventFilter(self)
        self.up = IconButton("arrow-up", "Move up", theme, self, key="Alt+Up")
        self.down = IconButton("arrow-down", "Move down", theme, self, key="Alt+Down")
        self.remove = IconButton("trash-2", "Remove the line", theme, self, key="Ctrl+Shift+Backspace")
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        self._below, self._acts, column = FlowLayout(spacing=2), QHBoxLayout(), QVBoxLayout(self)
        for link in point.annotations:
            if link in numbers:
                self._links[link] = self._link(link, theme)
                self._below.addWidget(self._links[link])
        self.renumber(numbers)
        self._acts.setSpacing(0)
        self._acts.addLayout(self._below, 1)
        for button in (self.up, self.down, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._acts.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addLayout(self._acts)

    @property
    def point(self) -> Point:
        """What stands in the line now."""
        return Point(self.field.text().replace("\n", " ").strip(), tuple(self._links))

    @property
    def link_buttons(self) -> list[TextButton]:
        """The links that are shown."""
        return list(self._links.values())

    def renumber(self, numbers: Mapping[str, int]) -> None:
        """Comments have other numbers now, and some may be gone."""
        for link, button in list(self._links.items()):
            if link in numbers:
                button.setText(f"comment {numbers[link]}")
            else:
                del self._links[link]
                button.hide()
                button.deleteLater()

    def show_acts(self, shown: bool, *, first: bool, last: bool) -> None:
        """Offer what can be done with the line."""
        for button, possible in ((self.up, not first), (self.down, not last), (self.remove, True)):
            button.setVisible(shown)
            button.setEnabled(possible)

    def set_read_only(self, wanted: bool) -> None:
        """The line can be read and its links followed."""
        self.field.setReadOnly(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event)

    def _link(self, annotation: str, theme: Theme) -> TextButton:
        button = TextButton("", theme, self, tone="link")
        button.setFont(fonts.font(12))
        button.clicked.connect(lambda: self.comment_wanted.emit(annotation))
        return button

    def _key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if self.field.isReadOnly():
            return False
        if modifiers & ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in ENTER and not modifiers & CONTROL:
            self.added_below.emit()
        elif key in REMOVING and (not self.field.text() or modifiers == CONTROL | SHIFT):
            self.removed.emit()
        else:
            return False
        return True


class SummaryList(QWidget):
    """A heading, its lines, and a button for one more."""

    changed = Signal()
    left = Signal()
    comment_wanted = Signal(str)

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._theme = theme
        self._numbers: Mapping[str, int] = {}
        self._locked = False
        self.lines: list[SummaryLine] = []
        self._heading = PlainText(title, self)
        self.add = IconButton("plus", f"Add a line to {title}", theme, self)
        self.add.clicked.connect(lambda: self.add_line(len(self.lines)))
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self._heading, 1)
        head.addWidget(self.add)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        column.addLayout(self._column)
        self.set_theme(theme)

    @property
    def points(self) -> tuple[Point, ...]:
        """The lines that say something."""
        return tuple(line.point for line in self.lines if line.point.text)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self._heading.setFont(fonts.font(12, 600))
        self.add.set_theme(theme)

    def show_points(self, points: tuple[Point, ...], numbers: Mapping[str, int]) -> None:
        """Show saved points; `numbers` are those of the comments."""
        self._numbers = numbers
        for line in self.lines:
            self._drop(line)
        self.lines = []
        for point in points:
            self._insert(len(self.lines), point)
        self._show_acts()

    def renumber(self, numbers: Mapping[str, int]) -> None:
        """Comments have other numbers now."""
        self._numbers = numbers
        for line in self.lines:
            line.renumber(numbers)

    def set_locked(self, locked: bool) -> None:
        """Lines can be read only."""
        self._locked = locked
        self.add.setVisible(not locked)
        for line in self.lines:
            line.set_read_only(locked)

    def add_points(self, points: list[Point]) -> None:
        """More lines at the end."""
        for point in points:
            self._insert(len(self.lines), point)
        self._show_acts()
        self.changed.emit()

    def add_line(self, place: int) -> None:
        """An empty line that waits for words."""
        self._insert(place, Point("")).field.setFocus()
        self._show_acts()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_acts()
        return False

    def _insert(self, place: int, point: Point) -> SummaryLine:
        line = SummaryLine(self.title, point, self._numbers, self._theme, self)
        line.set_read_only(self._locked)
        line.changed.connect(self.changed)
        line.left.connect(self.left)
        line.comment_wanted.connect(self.comment_wanted)
        line.added_below.connect(lambda: self.add_line(self.lines.index(line) + 1))
        line.removed.connect(lambda: self._remove(line))
        line.moved.connect(lambda step: self._move(line, step))
        line.field.installEventFilter(self)
        self.lines.insert(place, line)
        self._column.insertWidget(place, line)
        return line

    def _remove(self, line: SummaryLine) -> None:
        place = self.lines.index(line)
        self.lines.remove(line)
        near = self.lines[max(0, place - 1)].field if self.lines else self.add
        near.setFocus()
        self._drop(line)
        self._show_acts()
        self.changed.emit()

    def _drop(self, line: SummaryLine) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _move(self, line: SummaryLine, step: int) -> None:
        place = self.lines.index(line) + step
        if not 0 <= place < len(self.lines):
            return
        self.lines.remove(line)
        self.lines.insert(place, line)
        self._column.removeWidget(line)
        self._column.insertWidget(place, line)
        line.field.setFocus()
        self._show_acts()
        self.changed.emit()

    def _show_acts(self) -> None:
        for place, line in enumerate(self.lines):
            active = line.field.hasFocus() and not self._locked
            line.show_acts(active, first=place == 0, last=place == len(self.lines) - 1)
