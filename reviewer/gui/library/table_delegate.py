"""How the cells of the table are painted: ticks, chips, icons and the bar of the score."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.library.columns import COLUMNS, TICK
from reviewer.gui.library.table_model import SUMMARY_ROLE
from reviewer.gui.panels.transcript_rows import ICONS, group_of
from reviewer.gui.theme import Theme
from reviewer.store.listing import TranscriptSummary

Index = QModelIndex | QPersistentModelIndex
PAD = 13
BOX, BOX_RADIUS = 16, 3
BAR_WIDTH, BAR_HEIGHT = 64, 6
LOW = 50
CRITICAL = "Critical"


class TableDelegate(QStyledItemDelegate):
    """Paints by the column's key; everything else is plain text."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(fonts.scaled(COLUMNS[index.column()].width or 200), fonts.scaled(37))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setFont(fonts.font(13))
        field.setAccessibleName("Title")
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(2, 2, -2, -3))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, selected)
        summary = index.data(SUMMARY_ROLE)
        column = COLUMNS[index.column()]
        if column.key == TICK:
            draw_tick(painter, rect, self._theme, Qt.CheckState.Checked if selected else Qt.CheckState.Unchecked)
        elif isinstance(summary, TranscriptSummary):
            inner = rect.adjusted(fonts.scaled(PAD), 0, -fonts.scaled(PAD), 0)
            paints = {"title": self._title, "status": self._status, "score": self._score, "comments": self._comments}
            if column.key in paints:
                paints[column.key](painter, inner, summary, selected)
            else:
                align = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
                self._text(painter, inner, str(index.data() or ""), "text2", align)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, selected: bool) -> None:
        if selected:
            painter.fillRect(rect, self._theme.color("accent_soft"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._theme.color("line"))

    def _title(self, painter: QPainter, rect: QRect, summary: TranscriptSummary, selected: bool) -> None:
        room = rect.width()
        chip_font = fonts.font(12, 500)
        chip = QFontMetrics(chip_font).horizontalAdvance(CRITICAL) + fonts.scaled(34) if summary.critical else 0
        font = fonts.font(13, 600 if selected else 500)
        words = QFontMetrics(font).elidedText(
            summary.transcript.title.replace("\n", " "), Qt.TextElideMode.ElideRight, max(0, room - chip)
        )
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        if not summary.critical:
            return
        height = fonts.scaled(20)
        left = rect.x() + QFontMetrics(font).horizontalAdvance(words) + fonts.scaled(8)
        place = QRectF(left, rect.center().y() - height / 2, chip - fonts.scaled(8), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("deleted_ground"))
        painter.drawRoundedRect(place, height / 2, height / 2)
        self._icon(painter, "octagon-alert", place.left() + fonts.scaled(7), place.center().y(), "deleted", 12)
        painter.setFont(chip_font)
        painter.setPen(self._theme.color("deleted"))
        painter.drawText(place.adjusted(fonts.scaled(22), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), CRITICAL)

    def _status(self, painter: QPainter, rect: QRect, summary: TranscriptSummary, _: bool) -> None:
        words = group_of(summary)
        colors = {"Done": "inserted", "In progress": "accent", "To review": "text3"}
        self._icon(painter, ICONS[words], rect.x(), rect.center().y(), colors[words], 14)
        self._text(painter, rect.adjusted(fonts.scaled(20), 0, 0, 0), words, "text2")

    def _score(self, painter: QPainter, rect: QRect, summary: TranscriptSummary, _: bool) -> None:
        if summary.score is None:
            self._text(painter, rect, "—", "text3")
            return
        number = QRect(rect.x(), rect.y(), fonts.scaled(26), rect.height())
        self._text(painter, number, str(summary.score), "text", Qt.AlignmentFlag.AlignRight, 600)
        height, left = fonts.scaled(BAR_HEIGHT), number.right() + fonts.scaled(8)
        bar = QRectF(left, rect.center().y() - height / 2 + 0.5, fonts.scaled(BAR_WIDTH), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(bar, height / 2, height / 2)
        if summary.score > 0:
            color = "inserted" if summary.score > 90 else "accent" if summary.score >= LOW else "warning"
            painter.setBrush(self._theme.color(color))
            bar.setWidth(max(height, bar.width() * summary.score / 100))
            painter.drawRoundedRect(bar, height / 2, height / 2)

    def _comments(self, painter: QPainter, rect: QRect, summary: TranscriptSummary, _: bool) -> None:
        if not summary.comments and not summary.revised:
            return
        self._icon(painter, "message-square", rect.x(), rect.center().y(), "text2", 14)
        words = str(summary.comments)
        beside = rect.adjusted(fonts.scaled(20), 0, 0, 0)
        self._text(painter, beside, words, "text2")
        if summary.revised:
            left = beside.x() + QFontMetrics(fonts.font(13)).horizontalAdvance(words) + fonts.scaled(10)
            self._icon(painter, "pencil-line", left, rect.center().y(), "text2", 14)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        color: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        weight: int = 400,
    ) -> None:
        font = fonts.font(13, weight, tabular=True)
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        shown = QFontMetrics(font).elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | align), shown)

    def _icon(self, painter: QPainter, name: str, left: float, middle: float, color: str, size: int) -> None:
        scaled = fonts.scaled(size)
        drawn = icons.pixmap(name, self._theme.color(color), scaled, painter.device().devicePixelRatioF())
        painter.drawPixmap(round(left), round(middle - scaled / 2), drawn)


def draw_tick(painter: QPainter, rect: QRect, theme: Theme, state: Qt.CheckState) -> None:
    """A tick box in the middle of a cell: empty, ticked, or with a bar where some are."""
    size = fonts.scaled(BOX)
    box = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state is Qt.CheckState.Unchecked:
        painter.setPen(QPen(theme.color("control"), 1))
        painter.setBrush(theme.color("paper"))
        painter.drawRoundedRect(box, BOX_RADIUS, BOX_RADIUS)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(box, BOX_RADIUS, BOX_RADIUS)
    inner = fonts.scaled(12)
    name = "check" if state is Qt.CheckState.Checked else "minus"
    drawn = icons.pixmap(name, theme.color("on_accent"), inner, painter.device().devicePixelRatioF())
    painter.drawPixmap(round(box.center().x() - inner / 2), round(box.center().y() - inner / 2), drawn)
