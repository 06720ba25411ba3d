"""How a row of the shelves is painted: an icon, a name, a count; or a heading."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ICON_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
ROW, HEADING = 31, 37
MARGIN, PAD, GAP, ICON, RADIUS = 6, 8, 10, 16, 5


class ShelfDelegate(QStyledItemDelegate):
    """Paints by the roles above; a row without an icon is a heading."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, fonts.scaled(ROW if index.data(ICON_ROLE) else HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(MARGIN, 1, -MARGIN, -1)
        words = str(index.data() or "")
        if not index.data(ICON_ROLE):
            self._words(painter, rect.adjusted(PAD, fonts.scaled(8), -PAD, 0), words, fonts.font(12, 600), "text3")
        else:
            self._row(painter, rect, index, words, option.state)
        painter.restore()

    def _row(self, painter: QPainter, rect: QRect, index: Index, words: str, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, state)
        size = fonts.scaled(ICON)
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        drawn = icons.pixmap(
            str(index.data(ICON_ROLE)),
            self._theme.color("accent" if chosen else "text2"),
            size,
            painter.device().devicePixelRatioF(),
        )
        painter.drawPixmap(inner.left(), round(rect.center().y() - size / 2) + 1, drawn)
        number = f"{int(index.data(COUNT_ROLE) or 0):,}"
        count_font = fonts.font(12, tabular=True)
        width = QFontMetrics(count_font).horizontalAdvance(number)
        name = inner.adjusted(size + GAP, 0, -width - GAP, 0)
        self._words(painter, name, words, fonts.font(13, 600 if chosen else 500), "accent" if chosen else "text")
        painter.setFont(count_font)
        painter.setPen(self._theme.color("accent" if chosen else "text3"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), number)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft" if chosen else "sunken"))
            painter.drawRoundedRect(QRectF(rect), RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _words(self, painter: QPainter, rect: QRect, words: str, font: QFont, color: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
