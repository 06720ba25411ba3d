"""The rows of the list beside the conversation: a heading for each state of review, transcripts under it."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.domain.review import Status
from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.words import counted
from reviewer.store.listing import TranscriptSummary

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ENTRY_ROLE = Qt.ItemDataRole.UserRole
ROW, HEADING = 55, 32
GROUPS = ("In progress", "To review", "Done")
ICONS = {"In progress": "circle-dot", "To review": "circle-dashed", "Done": "circle-check"}
GOOD = 75


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
