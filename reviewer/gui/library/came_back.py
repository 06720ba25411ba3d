"""What students handed in for an exercise: a line for each review, as a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from reviewer.domain.sorting import sort_key
from reviewer.gui import fonts
from reviewer.gui.library.columns import day_words
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText, set_tip
from reviewer.workspace.handed_in import Handed

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW, HEAD = 36, 36
NOTHING = "Nothing came back yet. Drop the review files of students here."
Key = Callable[[Handed], object]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, what stands below it, what it is sorted by, and its width in px."""

    title: str
    words: Callable[[Handed], str]
    key: Key
    width: int
    number: bool = False


def _handed_words(one: Handed) -> str:
    if one.handed_in_at is None:
        return "Not handed in"
    version = f", version {one.version}" if one.version > 1 else ""
    return f"{day_words(one.handed_in_on)}{version}{', late' if one.late else ''}"


COLUMNS = (
    Column("Student", lambda one: one.student or "No name", lambda one: sort_key(one.student), 170),
    Column("Chat", lambda one: one.title, lambda one: sort_key(one.title), 220),
    Column(
        "Score given",
        lambda one: "–" if one.score is None else str(one.score),
        lambda one: -1 if one.score is None else one.score,
        100,
        True,
    ),
    Column("Answers", lambda one: f"{one.answered} of {one.asked}", lambda one: one.answered, 90, True),
    Column("Comments", lambda one: f"{one.comments:,}", lambda one: one.comments, 110, True),
    Column(
        "Rewritten turns", lambda one: f"{one.revised:,}" if one.revised else "None", lambda one: one.revised, 140, True
    ),
    Column("Handed in", _handed_words, lambda one: (one.handed_in_at or "", one.version), 190),
    Column("Opened", lambda one: "Opened" if one.opened else "New", lambda one: one.opened, 90),
)


class CameBackModel(QAbstractTableModel):
    """Lines as they are sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Handed] = []
        self._order = (0, Qt.SortOrder.AscendingOrder)

    def show(self, lines: Sequence[Handed]) -> None:
        """Show these lines, sorted as before."""
        self.beginResetModel()
        self.lines = list(lines)
        self._sort()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._order = (column, order)
        self._sort()
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(line)
        if role == Qt.ItemDataRole.FontRole and not line.opened:
            return fonts.font(13, 600)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignTrailing if COLUMNS[section].number else Qt.AlignmentFlag.AlignLeading
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _sort(self) -> None:
        column, order = self._order
        self.lines.sort(key=COLUMNS[column].key, reverse=order is Qt.SortOrder.DescendingOrder)  # type: ignore[arg-type]


class CameBackTable(QTableView):
    """Enter or a double press opens a review."""

    entered_line = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_line.emit()
        else:
            super().keyPressEvent(event)


class CameBack(QWidget):
    """The table, or why it is empty."""

    opened = Signal(str)
    """The id of the review to show."""
    group_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CameBackModel(self)
        self.table = CameBackTable(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName("What came back")
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.nothing = PlainText(NOTHING, self)
        self.nothing.setContentsMargins(16, 16, 16, 16)
        self.group = TextButton("Group page…", theme, self, icon="file-output", pressed=self.group_wanted.emit)
        set_tip(self.group, "One page with what all students made of it, side by side")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 10)
        row.addStretch(1)
        row.addWidget(self.group)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table, 1)
        self.table.doubleClicked.connect(lambda _: self._open())
        self.table.entered_line.connect(self._open)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.nothing.setFont(fonts.font(13))
        self.group.set_theme(theme)
        self.table.setFont(fonts.font(13, tabular=True))
        header = self.table.horizontalHeader()
        header.setFont(fonts.font(12, 600))
        header.setFixedHeight(fonts.scaled(HEAD))
        header.setHighlightSections(False)
        self.table.verticalHeader().setDefaultSectionSize(fonts.scaled(ROW))
        for place, column in enumerate(COLUMNS):
            self.table.setColumnWidth(place, fonts.scaled(column.width))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def show_lines(self, lines: Sequence[Handed]) -> None:
        """Show what came back; the chosen line stays chosen."""
        here = self.chosen()
        self.model.show(lines)
        self.nothing.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.group.setVisible(bool(lines))
        row = next((at for at, one in enumerate(self.model.lines) if here and one.review == here.review), 0)
        if lines:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def chosen(self) -> Handed | None:
        """The line that has the keyboard."""
        row = self.table.currentIndex().row()
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    def _open(self) -> None:
        line = self.chosen()
        if line is not None:
            self.opened.emit(line.review)
