"""Transcripts as rows: the order is known at once, what a row says is fetched when it comes into sight."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reviewer.gui.library.columns import COLUMNS, TICK, spoken, words_of
from reviewer.store.listing import TranscriptSummary

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ID_ROLE = Qt.ItemDataRole.UserRole + 1
SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 2
MIME = "application/x-transcript-reviewer-transcripts"
PAGE = 128
MOST_PAGES = 24

Fetch = Callable[[Sequence[str]], list[TranscriptSummary]]


class TranscriptTable(QAbstractTableModel):
    """Rows in the order of a listing."""

    renamed = Signal(str, str)

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._pages: OrderedDict[int, list[TranscriptSummary | None]] = OrderedDict()
        self.ids: list[str] = []

    def show(self, ids: list[str]) -> None:
        """Show these transcripts in this order."""
        if ids == self.ids:
            self._pages.clear()
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self.ids = ids
        self._pages.clear()
        self.endResetModel()

    def summary(self, row: int) -> TranscriptSummary | None:
        """What is known of the transcript in a row; None when it has just gone."""
        page, at = divmod(row, PAGE)
        if page not in self._pages:
            ids = self.ids[page * PAGE : (page + 1) * PAGE]
            found = {one.transcript.id: one for one in self._fetch(ids)}
            self._pages[page] = [found.get(one) for one in ids]
            while len(self._pages) > MOST_PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page][at]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.title or "Chosen"
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return base | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.ids):
            return None
        if role == ID_ROLE:
            return self.ids[index.row()]
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter if column.number else None
        shown = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.AccessibleTextRole,
            SUMMARY_ROLE,
        )
        if role not in shown or (summary := self.summary(index.row())) is None:
            return None
        if role == SUMMARY_ROLE:
            return summary
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(summary, column.key)
        return None if column.key == TICK else words_of(summary, column.key)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        title = str(value).strip()
        summary = self.summary(index.row())
        if index.column() != 0 or summary is None or not title or title == summary.transcript.title:
            return False
        self.renamed.emit(summary.transcript.id, title)
        return True

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        rows = sorted({index.row() for index in indexes})
        data.setData(MIME, "\n".join(self.ids[row] for row in rows).encode())
        return data


def dragged_ids(data: QMimeData) -> list[str]:
    """The transcripts that are dragged; none when it is something else."""
    return bytes(data.data(MIME).data()).decode().split("\n") if data.hasFormat(MIME) else []
