"""The lines behind a number: system lines, or lines that were left out, which can become turns."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file; `row` is its turn in the table, where it has one."""

    number: int
    text: str
    why: str
    row: int | None = None


class LineModel(QAbstractTableModel):
    """Number, what became of the line, and its words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("#", "What it became", "Text")[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        return (str(line.number), line.why, line.text.replace("\n", " ")[:400])[index.column()]


class LinePane(QFrame):
    """Takes the place of the table until it is closed. Enter makes a line a turn."""

    closed = Signal()
    turn_wanted = Signal(object)
    system_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.heading = PlainText("", self)
        self.heading.setFont(fonts.font(13, 600))
        self.model = LineModel(self)
        self.view = QTableView(self)
        self.view.setModel(self.model)
        self.view.setAccessibleName("Lines")
        self.view.setFont(fonts.font(13))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(fonts.scaled(32))
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.horizontalHeader().setFont(fonts.font(12, 600))
        self.view.setColumnWidth(0, fonts.scaled(56))
        self.view.setColumnWidth(1, fonts.scaled(150))
        self.turn = TextButton("Make it a turn", theme, self, pressed=lambda: self._ask(self.turn_wanted))
        self.system = TextButton("Make it a system line", theme, self, pressed=lambda: self._ask(self.system_wanted))
        self.back = TextButton("Back to the turns", theme, self, pressed=self.closed.emit)
        for button in (self.turn, self.system, self.back):
            button.setProperty("small", "true")
            button.setFont(fonts.font(12, 500))
        self._lay_out()

    def _lay_out(self) -> None:
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(14, 8, 14, 8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.back)
        foot.setContentsMargins(14, 8, 14, 8)
        foot.setSpacing(8)
        foot.addWidget(self.turn)
        foot.addWidget(self.system)
        foot.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def show_lines(self, heading: str, lines: Sequence[Line], *, left_out: bool) -> None:
        """Show lines; those that were left out can also become system lines."""
        row = max(0, self.view.currentIndex().row())
        self.heading.setText(heading)
        self.model.show(lines)
        self.system.setVisible(left_out)
        for button in (self.turn, self.system):
            button.setEnabled(bool(lines))
        if lines:
            self.view.selectRow(min(row, len(lines) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.hasFocus():
            self._ask(self.turn_wanted)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self, wanted: object) -> None:
        row = self.view.currentIndex().row()
        if 0 <= row < len(self.model.lines):
            wanted.emit(self.model.lines[row])  # type: ignore[attr-defined]
