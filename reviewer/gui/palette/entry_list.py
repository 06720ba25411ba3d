"""The lines of the palette: headings, entries with what fits in bold, key caps."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.gui import fonts, icons
from reviewer.gui.palette.entries import Entry, Groups
from reviewer.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ENTRY_ROLE = Qt.ItemDataRole.UserRole
ROW, HEADING, PAD, ICON, GAP, CAP, CAP_PAD = 36, 30, 16, 16, 10, 18, 6
VCENTER, LEFT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group."""

    text: str


def height_of(line: object) -> int:
    """How high a line is, in px."""
    return fonts.scaled(HEADING if isinstance(line, Heading) else ROW)


class EntryRows(QAbstractListModel):
    """Headings, and under each its entries."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Heading | Entry] = []

    def show(self, groups: Groups) -> None:
        """Show these groups."""
        self.beginResetModel()
        self.lines = []
        for name, entries in groups:
            self.lines += [Heading(name), *entries]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == ENTRY_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(line, Heading):
                return line.text
            return ", ".join(part for part in (line.text, "+".join(line.keys), line.aside, line.reason) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.lines[index.row()] if index.isValid() else None
        if isinstance(line, Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def entry(self, row: int) -> Entry | None:
        """The entry of a row; None for a heading and outside."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, Entry) else None

    def step(self, row: int, step: int) -> int:
        """The next entry from a row in one direction, headings left aside; the row itself at either end."""
        place = row + step
        while 0 <= place < len(self.lines):
            if self.entry(place):
                return place
            place += step
        return row


class EntryDelegate(QStyledItemDelegate):
    """Paints headings and entries."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, height_of(index.data(ENTRY_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, area = index.data(ENTRY_ROLE), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            painter.setFont(fonts.font(11, 600))
            painter.setPen(self.theme.color("text3"))
            painter.drawText(area.adjusted(PAD, 0, -PAD, -4), Qt.AlignmentFlag.AlignBottom | LEFT, line.text)
        elif isinstance(line, Entry):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._entry(painter, area, line, chosen=chosen)
        painter.restore()

    def _entry(self, painter: QPainter, area: QRect, entry: Entry, *, chosen: bool) -> None:
        theme = self.theme
        if chosen:
            painter.fillRect(area, theme.color("accent_soft"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.color("accent"))
        ink = theme.color("text3" if entry.reason else "accent" if chosen else "text2")
        size = fonts.scaled(ICON)
        image = icons.pixmap(entry.icon, ink, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(area.left() + PAD, area.top() + (area.height() - size) / 2), image)
        left = area.left() + PAD + size + GAP
        right = self._aside(painter, area, entry) if entry.aside else self._keys(painter, area, entry.keys)
        self._words(painter, QRectF(left, area.top(), right - GAP - left, area.height()), entry)

    def _words(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        plain, strong = fonts.font(13), fonts.font(13, 700)
        ink = self.theme.color("text3" if entry.reason else "text")
        x, at = room.left(), 0
        painter.setClipRect(room)
        for start, end in (*entry.spans, (len(entry.text), len(entry.text))):
            x = _piece(painter, room, x, entry.text[at:start], plain, ink)
            x = _piece(painter, room, x, entry.text[start:end], strong, self.theme.color("accent"))
            at = max(at, end)
        if entry.reason:
            _piece(painter, room, x + GAP, entry.reason, fonts.font(12), self.theme.color("text3"))
        painter.setClipping(False)

    def _aside(self, painter: QPainter, area: QRect, entry: Entry) -> float:
        font = fonts.font(12)
        painter.setFont(font)
        painter.setPen(self.theme.color("text3"))
        painter.drawText(area.adjusted(0, 0, -PAD, 0), VCENTER | Qt.AlignmentFlag.AlignRight, entry.aside)
        return area.right() - PAD - QFontMetricsF(font).horizontalAdvance(entry.aside)

    def _keys(self, painter: QPainter, area: QRect, keys: tuple[str, ...]) -> float:
        return paint_keys(painter, self.theme, area.right() - PAD, area.center().y() + 0.5, keys)


def paint_keys(painter: QPainter, theme: Theme, right: float, middle: float, keys: tuple[str, ...]) -> float:
    """Key caps that end at `right`; gives where they begin."""
    font, height = fonts.font(11, 500), fonts.scaled(CAP)
    for key in reversed(keys):
        width = max(float(height), QFontMetricsF(font).horizontalAdvance(key) + 2 * CAP_PAD)
        box = QRectF(right - width, middle - height / 2, width, height)
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.setBrush(theme.color("side"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(theme.color("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        right -= width + 4
    return right


def _piece(painter: QPainter, room: QRectF, x: float, words: str, font: QFont, ink: QColor) -> float:
    if not words:
        return x
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QRectF(x, room.top(), max(0.0, room.right() - x), room.height()), VCENTER | LEFT, words)
    return x + QFontMetricsF(font).horizontalAdvance(words)
