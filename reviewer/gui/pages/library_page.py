"""The Library page: every transcript in a table, or the welcome page while there is none."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui import fonts
from reviewer.gui.pages.welcome import Welcome
from reviewer.gui.panels.transcript_list import group_of
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted
from reviewer.store.reading import TranscriptSummary

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
COLUMNS = ("Title", "Agent", "Date", "Turns", "Status", "Score", "Comments")
NUMBERS = (3, 5, 6)
DATE = 2
FILTER_WIDTH = 260
SORT_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1


class TranscriptTable(QAbstractTableModel):
    """Summaries as rows."""

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.summaries: list[TranscriptSummary] = []

    def show(self, summaries: list[TranscriptSummary]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.summaries = summaries
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.summaries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        summary = self.summaries[index.row()]
        if role == ID_ROLE:
            return summary.transcript.id
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        value = _value(summary, index.column())
        if role == SORT_ROLE:
            return value.casefold() if isinstance(value, str) else -1 if value is None else value
        if role == Qt.ItemDataRole.DisplayRole and index.column() == DATE and value:
            return QLocale().toString(QDate.fromString(str(value), Qt.DateFormat.ISODate), "d MMM yyyy")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return "–" if value is None else str(value)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        title = str(value).strip()
        transcript = self.summaries[index.row()].transcript
        if index.column() != 0 or not title or title == transcript.title:
            return False
        self.renamed.emit(transcript.id, title)
        return True


def _value(summary: TranscriptSummary, column: int) -> str | int | None:
    transcript = summary.transcript
    values = (
        transcript.title,
        summary.agent,
        (transcript.started_at or "")[:10],
        transcript.turn_count,
        group_of(summary),
        summary.score,
        summary.comments,
    )
    return values[column]


class TranscriptTableView(QTableView):
    """Enter opens, F2 renames, Delete deletes, / filters."""

    opened = Signal(str)
    delete_wanted = Signal(list)
    filter_wanted = Signal()

    def chosen(self) -> list[str]:
        """The ids of the selected transcripts."""
        return [str(index.data(ID_ROLE)) for index in self.selectionModel().selectedRows()]

    def choose(self, chosen: list[str], current: str | None) -> None:
        """Select these transcripts again, as far as they are still shown."""
        model, selection = self.model(), self.selectionModel()
        rows = {str(index.data(ID_ROLE)): index for row in range(model.rowCount()) if (index := model.index(row, 0))}
        flags = QItemSelectionModel.SelectionFlag
        if current in rows:
            selection.setCurrentIndex(rows[current], flags.NoUpdate)
            self.scrollTo(rows[current])
        for transcript_id in chosen:
            if transcript_id in rows:
                selection.select(rows[transcript_id], flags.Select | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.chosen()
        renaming = self.state() is QAbstractItemView.State.EditingState
        if renaming:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(str(self.currentIndex().data(ID_ROLE)))
        elif event.key() == Qt.Key.Key_Delete and chosen:
            self.delete_wanted.emit(chosen)
        elif event.text() == "/":
            self.filter_wanted.emit()
        elif event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit(self.currentIndex().siblingAtColumn(0))
        else:
            super().keyPressEvent(event)


class LibraryPage(QWidget):
    """Reads the library; what is wanted is carried by signals."""

    opened = Signal(str)
    renamed = Signal(str, str)
    delete_wanted = Signal(list)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self.welcome = Welcome(theme, self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("Filter transcripts")
        self.filter.setAccessibleName("Filter transcripts")
        self.filter.setClearButtonEnabled(True)
        self.count = PlainText("", self)
        self.count.setProperty("tone", "dim")
        self.importing = TextButton("Import…", theme, self, icon="plus", pressed=self.welcome.open_wanted.emit)
        self.pasting = TextButton("Paste text…", theme, self, icon="clipboard", pressed=self.welcome.paste_wanted.emit)
        self.model = TranscriptTable(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setSortRole(SORT_ROLE)
        self._sorted.setFilterKeyColumn(-1)
        self._sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = TranscriptTableView(self)
        self.empty = PlainText("", self)
        self.empty.setContentsMargins(16, 16, 16, 16)
        self.stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        table = self.table
        table.setModel(self._sorted)
        table.setAccessibleName("Transcripts")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        bar, page = QFrame(self), QWidget(self)
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.filter)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.pasting)
        row.addWidget(self.importing)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(bar)
        inside.addWidget(self.empty)
        inside.addWidget(table, 1)
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self.table.setFocus)
        self.table.doubleClicked.connect(lambda index: self.opened.emit(str(index.data(ID_ROLE))))
        self.table.opened.connect(self.opened)
        self.table.delete_wanted.connect(self.delete_wanted)
        self.table.filter_wanted.connect(self.filter.setFocus)
        self.model.renamed.connect(self.renamed, Qt.ConnectionType.QueuedConnection)
        self._session.library.changed.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.welcome.set_theme(theme)
        for part in (self.filter, self.count, self.table, self.empty):
            part.setFont(fonts.font(13))
        self.filter.setFixedWidth(fonts.scaled(FILTER_WIDTH))
        self.table.verticalHeader().setDefaultSectionSize(fonts.scaled(34))
        self.importing.set_theme(theme)
        self.pasting.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Read the transcripts anew."""
        workspace = self._session.library.workspace
        chosen, current = self.table.chosen(), self.table.currentIndex().data(ID_ROLE)
        self.model.show(workspace.reading.summaries(workspace.reviewer.id))
        self.stack.setCurrentIndex(1 if self.model.summaries else 0)
        self._filter()
        self.table.choose(chosen, current)

    def focus(self) -> None:
        """The keyboard goes to the table, or to the first button."""
        (self.table if self.model.summaries else self.welcome.drop.open).setFocus()

    def _filter(self) -> None:
        words = self.filter.text().strip()
        self._sorted.setFilterFixedString(words)
        shown = self._sorted.rowCount()
        self.count.setText(f"{shown:,} of {len(self.model.summaries):,}" if words else counted(shown, "transcript"))
        self.empty.setVisible(bool(self.model.summaries) and not shown)
        self.empty.setText(f"No transcript holds “{words}”. Clear the filter to see all.")
