"""The list beside the conversation: a collection, a filter, and transcripts by how far their review is."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from reviewer.domain.edit import LIBRARY, Edit
from reviewer.gui.panels.collection_chooser import CollectionChooser
from reviewer.gui.panels.transcript_rows import ENTRY_ROLE, Index, TranscriptDelegate, TranscriptRows
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.filter_field import FilterField
from reviewer.store.listing import Query, TranscriptSummary

MOST = 500
"""So many are listed; all of them are on the Library page."""
PAUSE_MS = 120


class TranscriptList(QFrame):
    """Filter, list, import."""

    chosen = Signal(str)
    import_wanted = Signal()
    rename_wanted = Signal(str)
    delete_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    """The menu of a transcript, at a place of the screen."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list")
        self._session = session
        self.chooser = CollectionChooser(session, theme, self)
        self.filter = FilterField("Filter transcripts", "/", theme, self)
        self.rows = TranscriptRows(self)
        self.view = QListView(self)
        self.view.setModel(self.rows)
        self.view.setAccessibleName("Transcripts")
        self._delegate = TranscriptDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.importing = TextButton("Import…", theme, self, icon="plus", pressed=self.import_wanted.emit)
        self._lay_out()
        self._summaries: list[TranscriptSummary] = []
        self._stale = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.filter.textChanged.connect(self._pause.start)
        self.filter.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._ask_for_menu)
        self.chooser.chosen.connect(self.refresh)
        session.opened.connect(self._refresh_when_seen)
        session.library.changed.connect(self._hear)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        head, foot = QFrame(self), QFrame(self)
        head.setObjectName("listHead")
        foot.setObjectName("listFoot")
        top, bottom, column = QVBoxLayout(head), QHBoxLayout(foot), QVBoxLayout(self)
        top.setContentsMargins(12, 10, 12, 10)
        top.setSpacing(8)
        top.addWidget(self.chooser)
        top.addWidget(self.filter)
        bottom.setContentsMargins(12, 9, 12, 9)
        bottom.addWidget(self.importing)
        bottom.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.view, 1)
        column.addWidget(foot)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._delegate.theme = theme
        self.chooser.set_theme(theme)
        self.filter.set_theme(theme)
        self.importing.set_theme(theme)
        self._refresh_when_seen()

    def refresh(self) -> None:
        """Read the transcripts of the collection anew: those with the words of the filter, and the open one."""
        workspace, full = self._session.library.workspace, self._session.full
        reading, reviewer = workspace.reading, workspace.reviewer.id
        words = self.filter.text().strip()
        ids = reading.listing(Query(self.chooser.shelf, words=words, reviewer=reviewer))[:MOST]
        if full and not words and full.transcript.id not in ids:
            ids.append(full.transcript.id)
        self._summaries = reading.rows(ids, reviewer)
        self._stale = False
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _refresh_when_seen(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _hear(self, edit: Edit) -> None:
        """Within one transcript only its own row can change."""
        if edit.scope == LIBRARY or self._stale:
            self._refresh_when_seen()
            return
        workspace = self._session.library.workspace
        fresh = {one.transcript.id: one for one in workspace.reading.rows([edit.scope], workspace.reviewer.id)}
        self._summaries = [fresh.get(one.transcript.id, one) for one in self._summaries]
        self._show()

    def _show(self) -> None:
        self.rows.show(self._summaries)
        self.mark_open()

    def mark_open(self) -> None:
        """The row of the open transcript is the current one."""
        full = self._session.full
        row = self.rows.row_of(full.transcript.id) if full else -1
        if row >= 0:
            self.view.setCurrentIndex(self.rows.index(row))

    def neighbour(self, step: int) -> str | None:
        """The transcript `step` rows from the open one, headings left aside."""
        ids = [one.transcript.id for one in self.rows.entries if isinstance(one, TranscriptSummary)]
        full = self._session.full
        here = ids.index(full.transcript.id) if full and full.transcript.id in ids else -1
        place = here + step
        return ids[place] if 0 <= place < len(ids) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self.filter and event.key() == Qt.Key.Key_Down:
            self.view.setFocus()
            return True
        if watched is self.view and event.text() == "/":
            self.filter.setFocus()
            return True
        acts = {Qt.Key.Key_F2: self.rename_wanted, Qt.Key.Key_Delete: self.delete_wanted}
        if watched is self.view and event.key() in acts:
            own = _transcript_at(self.view.currentIndex())
            if own:
                acts[Qt.Key(event.key())].emit(own)
            return True
        return False

    def _ask_for_menu(self, place: QPoint) -> None:
        own = _transcript_at(self.view.indexAt(place))
        if own:
            self.menu_wanted.emit(own, self.view.viewport().mapToGlobal(place))

    def _choose(self, index: Index) -> None:
        own = _transcript_at(index)
        if own:
            self.chosen.emit(own)


def _transcript_at(index: Index) -> str:
    entry = index.data(ENTRY_ROLE)
    return entry.transcript.id if isinstance(entry, TranscriptSummary) else ""
