"""The Library page: shelves at the left, their transcripts in a table, or the welcome page while there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.library.came_back import CameBack
from reviewer.gui.library.columns import BY_KEY, COLUMNS
from reviewer.gui.library.shelf_tree import ShelfTree, smart_shelf
from reviewer.gui.library.table_model import TranscriptTable
from reviewer.gui.library.table_view import TranscriptTableView, chosen_count
from reviewer.gui.pages.welcome import Welcome
from reviewer.gui.session import Session
from reviewer.gui.settings import Settings
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import Elided, PlainText
from reviewer.gui.widgets.segmented import Choice, SegmentedSwitch
from reviewer.gui.words import counted
from reviewer.store.listing import Query, Shelf, Smart, SortBy, TranscriptSummary
from reviewer.workspace.handed_in import what_came_back

PARTS = (Choice("chats", "Chats"), Choice("came_back", "What came back"))
FILTER_WIDTH = 260
MARGIN = 16
WIDE, ROOMY, TIGHT = 1000, 820, 620
PAUSE_MS = 120


class LibraryPage(QWidget):
    """Reads the library; what is wanted is carried by signals."""

    opened = Signal(str)
    renamed = Signal(str, str)
    delete_wanted = Signal(list)
    menu_wanted = Signal(QPoint)
    counted_anew = Signal()
    """How many are shown or chosen has changed."""

    def __init__(self, session: Session, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._settings = settings
        self.welcome = Welcome(theme, self)
        self.shelves = ShelfTree(theme, self)
        self.title = Elided("", self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("Filter transcripts")
        self.filter.setAccessibleName("Filter transcripts")
        self.filter.setClearButtonEnabled(True)
        self.count = PlainText("", self)
        self.count.setProperty("tone", "dim")
        self.importing = TextButton("Import…", theme, self, icon="file-input", pressed=self.welcome.open_wanted.emit)
        self.pasting = TextButton("Paste text…", theme, self, icon="clipboard", pressed=self.welcome.paste_wanted.emit)
        self.exporting = TextButton("Export…", theme, self, icon="file-output")
        self.model = TranscriptTable(self._fetch, self)
        self.table = TranscriptTableView(theme, self.model, self)
        self.came_back = CameBack(theme, self)
        self.came_back.hide()
        self.parts = SegmentedSwitch("Chats or what came back", PARTS, theme, self)
        self.empty = PlainText("", self)
        self.empty.setContentsMargins(16, 16, 16, 16)
        self.stack = QStackedWidget(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.sort, self.descending = settings.library_sort
        self._total = 0
        self._lay_out()
        self._connect()
        self._restore()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        bar, page, right = QFrame(self), QWidget(self), QWidget(self)
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        for part in (self.parts, self.count, self.filter, self.pasting, self.importing, self.exporting):
            row.addWidget(part)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._shelf(), 1)
        beside = QHBoxLayout(page)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.shelves)
        beside.addWidget(right, 1)
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _shelf(self) -> QFrame:
        shelf = QFrame(self)
        shelf.setObjectName("shelf")
        around = QVBoxLayout(shelf)
        around.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        around.addWidget(self.empty)
        around.addWidget(self.table, 1)
        around.addWidget(self.came_back, 1)
        return shelf

    def _connect(self) -> None:
        table = self.table
        self.filter.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._list)
        self.filter.returnPressed.connect(self._list)
        self.filter.returnPressed.connect(self._to_table)
        table.doubleClicked.connect(lambda _: self.opened.emit(table.current_id() or ""))
        table.opened.connect(self.opened)
        table.delete_wanted.connect(self.delete_wanted)
        table.filter_wanted.connect(self.filter.setFocus)
        table.menu_wanted.connect(self.menu_wanted)
        table.sort_wanted.connect(self._sort_by)
        table.chosen_changed.connect(self.counted_anew)
        self.model.renamed.connect(self.renamed, Qt.ConnectionType.QueuedConnection)
        self.shelves.chosen.connect(lambda _: self._list())
        self.parts.chosen.connect(lambda _: self._list())
        self.shelves.tree.entered.connect(self._to_table)
        self._session.library.changed.connect(lambda _: self.refresh() if self.isVisible() else None)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.welcome.set_theme(theme)
        self.shelves.set_theme(theme)
        self.table.set_theme(theme)
        self.came_back.set_theme(theme)
        self.parts.set_theme(theme)
        self.title.setFont(fonts.font(15, 600))
        for part in (self.filter, self.count, self.empty):
            part.setFont(fonts.font(13))
        self.filter.setMaximumWidth(fonts.scaled(FILTER_WIDTH))
        self.importing.set_theme(theme)
        self.pasting.set_theme(theme)
        self.exporting.set_theme(theme)
        self._fit()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where room is short, what stands elsewhere too gives way: two buttons, the count, the title."""
        room = self.width() / fonts.scale()
        self.pasting.setVisible(room >= ROOMY)
        self.exporting.setVisible(room >= WIDE)
        self.count.setVisible(room >= ROOMY)
        self.title.setVisible(room >= TIGHT)

    @property
    def shelf(self) -> Shelf:
        """The shelf that is shown."""
        return self.shelves.shelf

    def chosen(self) -> list[str]:
        """The transcripts that are selected."""
        return self.table.chosen()

    def collection_name(self) -> str | None:
        """The name of the collection that is shown, when it is one."""
        return self.shelves.title() if self.shelf.collection and self.isVisible() else None

    def place_words(self) -> str:
        """“24 transcripts, 1 selected”."""
        selected = chosen_count(self.table)
        words = counted(len(self.model.ids), "transcript")
        return f"{words}, {selected:,} selected" if selected else words

    def go_to(self, shelf: Shelf) -> None:
        """Show another shelf."""
        self.shelves.choose(shelf)

    def show_came_back(self, exercise: str) -> None:
        """Show what students handed in for an exercise."""
        self.go_to(Shelf(collection=exercise))
        self.parts.choose("came_back")
        self._list()
        self._to_table()

    def refresh(self) -> None:
        """Read the shelves and the transcripts anew; what was chosen stays chosen."""
        workspace = self._session.library.workspace
        shelves = workspace.reading.shelves(workspace.reviewer.id)
        self._total = shelves.all
        self.stack.setCurrentIndex(1 if shelves.all or shelves.deleted or shelves.collections else 0)
        self.shelves.show(shelves)
        self._list()

    def focus(self) -> None:
        """The keyboard goes to the table, or to the first button."""
        if self.stack.currentIndex() == 1:
            self._to_table()
        else:
            self.welcome.drop.open.setFocus()

    def next_pane(self) -> None:
        """The keyboard goes from the table to the shelves, or from them to the table."""
        if self.stack.currentIndex() == 1 and self.table.hasFocus():
            self.shelves.tree.setFocus()
        else:
            self.focus()

    def keep_state(self) -> None:
        """Remember sorting, columns and the shelf for the next start."""
        shown = [column.key for at, column in enumerate(COLUMNS) if not self.table.header.isSectionHidden(at)]
        self._settings.keep_library(self.sort, descending=self.descending, columns=shown)

    def _restore(self) -> None:
        shown = self._settings.library_columns
        for key, at in BY_KEY.items():
            if shown and COLUMNS[at].title and at:
                self.table.header.setSectionHidden(at, key not in shown)
        self.shelves.choose(smart_shelf(Smart.ALL))

    def _to_table(self) -> None:
        if not self.came_back.isHidden():
            (self.came_back.table if self.came_back.model.lines else self.shelves.tree).setFocus()
            return
        self.table.setFocus()
        if self.model.ids and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.clearSelection()

    def _fetch(self, ids: Sequence[str]) -> list[TranscriptSummary]:
        workspace = self._session.library.workspace
        return workspace.reading.rows(ids, workspace.reviewer.id)

    def _sort_by(self, sort: SortBy, descending: bool) -> None:
        self.sort, self.descending = sort, descending
        self._list()

    def _list(self) -> None:
        self._pause.stop()
        workspace = self._session.library.workspace
        words = self.filter.text().strip()
        query = Query(self.shelf, words, self.sort, self.descending, workspace.reviewer.id)
        ids = workspace.reading.listing(query)
        if ids == self.model.ids:
            self.model.show(ids)
        else:
            chosen, current = self.table.chosen(), self.table.current_id()
            top = self.table.verticalScrollBar().value()
            self.model.show(ids)
            self.table.choose(chosen, current)
            self.table.verticalScrollBar().setValue(top)
        self.table.show_sort(self.sort, descending=self.descending)
        self._say(words)
        self._show_part()
        self.counted_anew.emit()

    def _show_part(self) -> None:
        """The chats of a shelf, or what came back for an exercise."""
        workspace, shelf = self._session.library.workspace, self.shelf
        exercise = workspace.reading.exercise(shelf.collection) if shelf.collection else None
        came_back = exercise is not None and self.parts.value == "came_back"
        self.parts.setVisible(exercise is not None)
        self.table.setVisible(not came_back)
        self.came_back.setVisible(came_back)
        self.filter.setVisible(not came_back)
        if exercise is not None and came_back:
            self.empty.hide()
            self.count.setText("")
            self.came_back.show_lines(what_came_back(workspace.reading, exercise.collection.id, workspace.reviewer.id))

    def _say(self, words: str) -> None:
        shown = len(self.model.ids)
        self.title.set_whole(self.shelves.title())
        self.count.setText(f"{shown:,} of {self._total:,}" if words else counted(shown, "transcript"))
        self.empty.setVisible(not shown)
        self.empty.setText(self._why_empty(words))

    def _why_empty(self, words: str) -> str:
        if words:
            return f"No title or turn holds ‘{words}’. Clear the filter."
        if self.shelf.collection:
            return "Nothing here yet. Drop transcripts, or move some in from All transcripts."
        return "Nothing here."
