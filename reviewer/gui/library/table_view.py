"""The table of transcripts: choosing, sorting, columns, dragging, and what the keyboard does."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from reviewer.gui import fonts
from reviewer.gui.library.columns import BY_KEY, COLUMNS, TICK
from reviewer.gui.library.table_delegate import TableDelegate, draw_tick
from reviewer.gui.library.table_model import ID_ROLE, TranscriptTable
from reviewer.gui.theme import Theme
from reviewer.store.listing import SortBy

Flag = QItemSelectionModel.SelectionFlag
ROW = 37
TITLE = 220


class TickHeader(QHeaderView):
    """Column titles, with a tick box for all rows; a context menu chooses the columns."""

    all_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._table = parent
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setFont(fonts.font(12, 600))
        self.viewport().update()

    def ticked(self) -> Qt.CheckState:
        """Whether all, some or no rows are chosen."""
        chosen, rows = chosen_count(self._table), self._table.model().rowCount()
        if not chosen:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if chosen == rows else Qt.CheckState.PartiallyChecked

    def sectionSizeFromContents(self, section: int) -> QSize:
        return QSize(super().sectionSizeFromContents(section).width(), fonts.scaled(36))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if COLUMNS[section].key == TICK:
            painter.save()
            draw_tick(painter, rect, self._theme, self.ticked())
            painter.restore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if COLUMNS[self.logicalIndexAt(event.position().toPoint())].key == TICK:
            self.all_wanted.emit(self.ticked() is not Qt.CheckState.Checked)
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.columns_menu().popup(event.globalPos())

    def columns_menu(self) -> QMenu:
        """A menu with a tick for each column; the title always stays."""
        menu = QMenu("Columns", self)
        for column in COLUMNS[1:]:
            if column.key == TICK:
                continue
            at = BY_KEY[column.key]
            act = menu.addAction(column.title)
            act.setCheckable(True)
            act.setChecked(not self.isSectionHidden(at))
            act.toggled.connect(lambda shown, at=at: self.setSectionHidden(at, not shown))
        return menu

    def sort_menu(self) -> QMenu:
        """A menu of the columns that rows can be sorted by; the same one again turns the order round."""
        menu = QMenu("Sort by", self)
        for at, column in enumerate(COLUMNS):
            if column.sort is not None:
                menu.addAction(column.title, partial(self._sort_by, at))
        return menu

    def _sort_by(self, at: int) -> None:
        ascending = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        turned = at == self.sortIndicatorSection() and ascending
        self.setSortIndicator(at, Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder)


def chosen_count(table: QTableView) -> int:
    """How many rows are selected, without asking for each."""
    return sum(span.height() for span in _spans(table))


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of rows that follow each other."""
    for at, row in enumerate(rows):
        if at == 0 or rows[at - 1] != row - 1:
            first = row
        if at + 1 == len(rows) or rows[at + 1] != row + 1:
            yield first, row


def _spans(table: QTableView) -> list[QItemSelectionRange]:
    """The runs of selected rows."""
    spans: list[QItemSelectionRange] = list(table.selectionModel().selection())  # type: ignore[call-overload]
    return [span for span in spans if span.left() == 0]


class TranscriptTableView(QTableView):
    """Enter opens, F2 renames, Delete deletes, / filters, Space ticks."""

    opened = Signal(str)
    delete_wanted = Signal(list)
    filter_wanted = Signal()
    menu_wanted = Signal(QPoint)
    sort_wanted = Signal(object, bool)
    chosen_changed = Signal()

    def __init__(self, theme: Theme, model: TranscriptTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painter = TableDelegate(theme, self)
        self.header = TickHeader(theme, self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setAccessibleName("Transcripts")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalHeader().hide()
        self.header.all_wanted.connect(lambda all_rows: self.selectAll() if all_rows else self.clearSelection())
        self.header.sortIndicatorChanged.connect(self._sort)
        self.header.sectionResized.connect(lambda at, *_: self._fit() if at else None)
        self.header.setSortIndicatorShown(True)
        self.header.moveSection(BY_KEY[TICK], 0)
        for at, column in enumerate(COLUMNS):
            self.header.setSectionHidden(at, not column.shown)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.setFont(fonts.font(13))
        self.painter.set_theme(theme)
        self.header.set_theme(theme)
        self.verticalHeader().setDefaultSectionSize(fonts.scaled(ROW))
        for at, column in enumerate(COLUMNS):
            fixed = column.key == TICK or not column.width
            mode = QHeaderView.ResizeMode.Fixed if fixed else QHeaderView.ResizeMode.Interactive
            self.header.setSectionResizeMode(at, mode)
            if column.width:
                self.header.resizeSection(at, fonts.scaled(column.width))
        self._fit()

    def show_sort(self, sort: SortBy, *, descending: bool) -> None:
        """Show by which column the rows are sorted, without asking for it anew."""
        at = next((at for at, column in enumerate(COLUMNS) if column.sort is sort), 0)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        blocked = self.header.blockSignals(True)
        self.header.setSortIndicator(at, order)
        self.header.blockSignals(blocked)
        self.header.viewport().update()

    def chosen(self) -> list[str]:
        """The ids of the selected transcripts, in the order of the rows."""
        model = self.model()
        rows = sorted(row for span in _spans(self) for row in range(span.top(), span.bottom() + 1))
        return [model.ids[row] for row in rows] if isinstance(model, TranscriptTable) else []

    def choose(self, chosen: list[str], current: str | None) -> None:
        """Select these transcripts again, as far as they are still shown."""
        model, selection = self.model(), self.selectionModel()
        if not isinstance(model, TranscriptTable) or not (chosen or current):
            return
        rows = {one: row for row, one in enumerate(model.ids)}
        if current in rows:
            selection.setCurrentIndex(model.index(rows[current], 0), Flag.NoUpdate)
        spans = QItemSelection()
        last = len(COLUMNS) - 1
        for first, end in _runs(sorted(rows[one] for one in chosen if one in rows)):
            spans.select(model.index(first, 0), model.index(end, last))
        selection.select(spans, Flag.ClearAndSelect)

    def edit_title(self) -> None:
        """Rename the transcript that the keyboard is on, in place."""
        if self.currentIndex().isValid():
            self.setFocus()
            self.edit(self.currentIndex().siblingAtColumn(0))

    def current_id(self) -> str | None:
        """The transcript that the keyboard is on."""
        found = self.currentIndex().data(ID_ROLE)
        return str(found) if found else None

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.header.viewport().update()
        self.chosen_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and COLUMNS[index.column()].key == TICK and event.button() is Qt.MouseButton.LeftButton:
            self.selectionModel().setCurrentIndex(index, Flag.Toggle | Flag.Rows)
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if not by_key and index.isValid() and not self.selectionModel().isRowSelected(index.row()):
            self.selectRow(index.row())
        place = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            return
        key, here = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here.isValid():
            self.opened.emit(str(here.data(ID_ROLE)))
        elif key == Qt.Key.Key_Delete and self.chosen():
            self.delete_wanted.emit(self.chosen())
        elif event.text() == "/":
            self.filter_wanted.emit()
        elif key == Qt.Key.Key_Space and here.isValid():
            self.selectionModel().select(here, Flag.Toggle | Flag.Rows)
        elif key == Qt.Key.Key_F2:
            self.edit_title()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The title takes the room that the other columns leave, and never less than it needs."""
        others = sum(
            self.header.sectionSize(at) for at in range(1, len(COLUMNS)) if not self.header.isSectionHidden(at)
        )
        self.header.resizeSection(0, max(fonts.scaled(TITLE), self.viewport().width() - others))

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        sort = COLUMNS[section].sort
        if sort is not None:
            self.sort_wanted.emit(sort, order is Qt.SortOrder.DescendingOrder)
