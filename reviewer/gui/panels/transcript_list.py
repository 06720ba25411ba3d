"""The list beside the conversation: transcripts by how far their review is."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.edit import LIBRARY, Edit
from reviewer.domain.review import Status
from reviewer.gui import fonts, icons
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.words import counted
from reviewer.store.listing import Query, TranscriptSummary

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ENTRY_ROLE = Qt.ItemDataRole.UserRole
ROW, HEADING = 55, 32
GROUPS = ("In progress", "To review", "Done")
ICONS = {"In progress": "circle-dot", "To review": "circle-dashed", "Done": "circle-check"}
GOOD = 75
MOST = 500
"""So many are listed; all of them are on the Library page."""
PAUSE_MS = 120


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group, and how many are in it."""

    text: str
    count: int


def group_of(summary: TranscriptSummary) -> str:
    """How far the review of a transcript is, in words."""
    if summary.review is None:
        return "To review"
    return "Done" if summary.review.status is Status.DONE else "In progress"


def facts_of(summary: TranscriptSummary) -> str:
    """The second line of a row."""
    if group_of(summary) == "In progress":
        return f"{summary.rated} of {summary.to_rate} rated · {counted(summary.comments, 'comment')}"
    turns = counted(summary.transcript.turn_count, "turn")
    return f"{turns} · {summary.agent}" if summary.agent else turns


class TranscriptRows(QAbstractListModel):
    """Headings, and under each the transcripts of its group."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Heading | TranscriptSummary] = []

    def show(self, summaries: list[TranscriptSummary]) -> None:
        """Show these transcripts."""
        self.beginResetModel()
        self.entries = []
        for group in GROUPS:
            members = [one for one in summaries if group_of(one) == group]
            if members:
                self.entries += [Heading(group, len(members)), *members]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(entry, Heading):
                return f"{entry.text}, {entry.count}"
            score = f", score {entry.score}" if entry.score is not None else ""
            return f"{entry.transcript.title}, {facts_of(entry)}{score}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entries[index.row()] if index.isValid() else None
        if isinstance(entry, TranscriptSummary):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def row_of(self, transcript_id: str) -> int:
        """The row of a transcript; -1 when it is filtered out."""
        for row, entry in enumerate(self.entries):
            if isinstance(entry, TranscriptSummary) and entry.transcript.id == transcript_id:
                return row
        return -1


class TranscriptDelegate(QStyledItemDelegate):
    """Paints headings and rows."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(ENTRY_ROLE), Heading)
        return QSize(100, fonts.scaled(HEADING if heading else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        painter.save()
        area: QRect = option.rect
        if isinstance(entry, Heading):
            self._heading(painter, area, entry)
        elif isinstance(entry, TranscriptSummary):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._row(painter, area, entry, selected=selected, focused=focused)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRect, heading: Heading) -> None:
        painter.setFont(fonts.font(11.5, 600, tabular=True))
        painter.setPen(self.theme.color("text3"))
        inside = area.adjusted(12, 0, -12, -3)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(inside, bottom | Qt.AlignmentFlag.AlignLeft, heading.text)
        painter.drawText(inside, bottom | Qt.AlignmentFlag.AlignRight, str(heading.count))

    def _row(self, painter: QPainter, area: QRect, entry: TranscriptSummary, *, selected: bool, focused: bool) -> None:
        theme = self.theme
        if selected:
            painter.fillRect(area, theme.color("accent_soft"))
            painter.fillRect(area.x(), area.y(), 3, area.height(), theme.color("accent"))
        if focused:
            painter.setPen(theme.color("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.setPen(theme.color("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        group = group_of(entry)
        room = area.width() - 26 - (self._score(painter, area, entry) if group == "Done" else 0)
        title = fonts.font(13, 600 if selected else 500)
        painter.setFont(title)
        painter.setPen(theme.color("text"))
        line = QRect(area.x() + 13, area.y() + fonts.scaled(9), room, fonts.scaled(20))
        words = QFontMetrics(title).elidedText(entry.transcript.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        soft = theme.color("text2" if selected else "text3")
        size = fonts.scaled(12)
        below = QRect(line.x(), line.bottom() + 2, area.width() - 26, fonts.scaled(17))
        image = icons.pixmap(ICONS[group], soft, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(below.x(), below.y() + (below.height() - size) // 2, image)
        small = fonts.font(12, tabular=True)
        painter.setFont(small)
        painter.setPen(soft)
        facts = QFontMetrics(small).elidedText(facts_of(entry), Qt.TextElideMode.ElideRight, below.width() - size - 6)
        painter.drawText(
            below.adjusted(size + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, facts
        )

    def _score(self, painter: QPainter, area: QRect, entry: TranscriptSummary) -> int:
        if entry.score is None:
            return 0
        good = entry.score >= GOOD
        font = fonts.font(11.5, 600, tabular=True)
        width = QFontMetrics(font).horizontalAdvance(str(entry.score)) + 16
        chip = QRectF(area.right() - 12 - width, area.y() + fonts.scaled(9), width, fonts.scaled(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("inserted_ground" if good else "warning_ground"))
        painter.drawRoundedRect(chip, 10, 10)
        painter.setFont(font)
        painter.setPen(self.theme.color("inserted" if good else "warning"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(entry.score))
        return width + 8


class TranscriptList(QFrame):
    """Filter, list, import."""

    chosen = Signal(str)
    import_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list")
        self._session = session
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("Filter transcripts")
        self.filter.setAccessibleName("Filter transcripts")
        self.filter.setClearButtonEnabled(True)
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
        session.opened.connect(self._refresh_when_seen)
        session.library.changed.connect(self._hear)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        head, foot = QFrame(self), QFrame(self)
        head.setObjectName("listHead")
        foot.setObjectName("listFoot")
        top, bottom, column = QVBoxLayout(head), QHBoxLayout(foot), QVBoxLayout(self)
        top.setContentsMargins(12, 10, 12, 10)
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
        self.filter.setFont(fonts.font(13))
        self.importing.set_theme(theme)
        self._refresh_when_seen()

    def refresh(self) -> None:
        """Read the transcripts anew: the newest that hold the words of the filter, and the open one."""
        workspace, full = self._session.library.workspace, self._session.full
        reading, reviewer = workspace.reading, workspace.reviewer.id
        words = self.filter.text().strip()
        ids = reading.listing(Query(words=words, reviewer=reviewer))[:MOST]
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
        return False

    def _choose(self, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, TranscriptSummary):
            self.chosen.emit(entry.transcript.id)
