"""The tree of shelves beside the table: smart lists, collections by kind, tags; transcripts are dropped on it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from reviewer.domain.transcript import Collection
from reviewer.gui import fonts
from reviewer.gui.library.shelf_delegate import COUNT_ROLE, ICON_ROLE, ShelfDelegate
from reviewer.gui.library.table_model import dragged_ids
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.store.listing import Shelf, Shelves, Smart

WIDTH = 226
SHELF_ROLE = Qt.ItemDataRole.UserRole

SMART = (
    (Smart.ALL, "All transcripts", "library"),
    (Smart.TO_REVIEW, "To review", "circle-dashed"),
    (Smart.CRITICAL, "Critical failures", "circle-alert"),
    (Smart.REVISED, "With a revision", "pencil-line"),
    (Smart.DELETED, "Deleted", "trash-2"),
)
KINDS = (
    ("sample", "Quality samples", "folder"),
    ("exercise", "Exercises", "graduation-cap"),
    ("folder", "Collections", "folder"),
)


def smart_shelf(smart: Smart) -> Shelf:
    """The shelf of a smart list."""
    return Shelf(smart=smart)


class Tree(QTreeWidget):
    """Rows with a count at the end; headings cannot be chosen."""

    dropped = Signal(object, list)
    menu_wanted = Signal(object, QPoint)
    rename_wanted = Signal(object)
    delete_wanted = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(1)
        self.setMouseTracking(True)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setAcceptDrops(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Shelves")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def rows(self) -> list[QTreeWidgetItem]:
        """Headings and shelves from the top."""
        return [row for at in range(self.topLevelItemCount()) if (row := self.topLevelItem(at))]

    def shelf_at(self, place: QPoint) -> Shelf | None:
        """The shelf under a place in the viewport."""
        found = self.itemAt(place)
        shelf = found.data(0, SHELF_ROLE) if found else None
        return shelf if isinstance(shelf, Shelf) else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_ids(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        shelf = self.shelf_at(event.position().toPoint())
        if shelf is not None and takes_drops(shelf):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        shelf = self.shelf_at(event.position().toPoint())
        if shelf is not None and takes_drops(shelf):
            event.acceptProposedAction()
            self.dropped.emit(shelf, dragged_ids(event.mimeData()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        found = self.currentItem() if by_key else self.itemAt(event.pos())
        shelf = found.data(0, SHELF_ROLE) if found else None
        if found is not None and isinstance(shelf, Shelf):
            place = self.visualItemRect(found).center() if by_key else event.pos()
            self.menu_wanted.emit(shelf, self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = self.currentItem()
        shelf = found.data(0, SHELF_ROLE) if found else None
        own = isinstance(shelf, Shelf) and shelf.smart is None
        if event.key() == Qt.Key.Key_F2 and own:
            self.rename_wanted.emit(shelf)
        elif event.key() == Qt.Key.Key_Delete and own:
            self.delete_wanted.emit(shelf)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def takes_drops(shelf: Shelf) -> bool:
    """Whether transcripts can be put on a shelf: collections, tags, all (out of their collection) and Deleted."""
    return shelf.smart in (None, Smart.ALL, Smart.DELETED)


class ShelfTree(QFrame):
    """The tree, and a button for a new collection below it."""

    chosen = Signal(object)
    new_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list")
        self.tree = Tree(self)
        self._paints = ShelfDelegate(theme, self.tree)
        self.tree.setItemDelegate(self._paints)
        self.new = TextButton("New collection", theme, self, icon="plus", pressed=self.new_wanted.emit)
        foot = QFrame(self)
        foot.setObjectName("listFoot")
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, 1)
        column.addWidget(foot)
        self.tree.currentItemChanged.connect(self._moved)
        self.set_theme(theme)

    @property
    def shelf(self) -> Shelf:
        """The shelf that is chosen."""
        found = self.tree.currentItem()
        shelf = found.data(0, SHELF_ROLE) if found else None
        return shelf if isinstance(shelf, Shelf) else smart_shelf(Smart.ALL)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.new.set_theme(theme)
        self.setFixedWidth(fonts.scaled(WIDTH))
        self._paints.set_theme(theme)
        self.tree.scheduleDelayedItemsLayout()

    def show(self, shelves: Shelves) -> None:  # type: ignore[override]
        """Show these shelves with their counts; the chosen one stays, or all transcripts where it is gone."""
        before = self.shelf
        blocked = self.tree.blockSignals(True)
        self.tree.clear()
        counts = {
            Smart.ALL: shelves.all,
            Smart.TO_REVIEW: shelves.to_review,
            Smart.CRITICAL: shelves.critical,
            Smart.REVISED: shelves.revised,
            Smart.DELETED: shelves.deleted,
        }
        self._heading("Library")
        for smart, words, icon in SMART:
            self._row(words, counts[smart], icon, smart_shelf(smart))
        for kind, title, icon in KINDS:
            self._collections(title, icon, [one for one in shelves.collections if one[0].kind == kind])
        if shelves.tags:
            self._heading("Tags")
        for tag, count in shelves.tags:
            self._row(tag.name, count, "tag", Shelf(tag=tag.id))
        self.choose(before)
        self.tree.blockSignals(blocked)
        if self.shelf != before:
            self.chosen.emit(self.shelf)

    def choose(self, shelf: Shelf) -> None:
        """Go to a shelf; all transcripts where it is not there."""
        for row in self.tree.rows():
            if row.data(0, SHELF_ROLE) == shelf:
                self.tree.setCurrentItem(row)
                return
        if shelf != smart_shelf(Smart.ALL):
            self.choose(smart_shelf(Smart.ALL))

    def title(self) -> str:
        """The name of the chosen shelf."""
        found = self.tree.currentItem()
        return found.text(0) if found else SMART[0][1]

    def _collections(self, title: str, icon: str, members: list[tuple[Collection, int]]) -> None:
        if members:
            self._heading(title)
        for collection, count in members:
            self._row(collection.name, count, icon, Shelf(collection=collection.id))

    def _heading(self, words: str) -> None:
        row = QTreeWidgetItem([words])
        row.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.tree.addTopLevelItem(row)

    def _row(self, words: str, count: int, icon: str, shelf: Shelf) -> None:
        row = QTreeWidgetItem([words.replace("\n", " ")])
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled)
        row.setData(0, SHELF_ROLE, shelf)
        row.setData(0, ICON_ROLE, icon)
        row.setData(0, COUNT_ROLE, count)
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}, {count:,}")
        self.tree.addTopLevelItem(row)

    def _moved(self, row: QTreeWidgetItem | None) -> None:
        if row is not None and isinstance(row.data(0, SHELF_ROLE), Shelf):
            self.chosen.emit(self.shelf)
