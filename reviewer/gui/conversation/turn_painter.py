"""Paints one turn of the Review paper: number, bar, icon, name, time, words with their marks, actions, caret."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from reviewer.domain.transcript import Role
from reviewer.gui import fonts, icons
from reviewer.gui.conversation import times
from reviewer.gui.conversation.highlight_painter import HighlightPainter, paint_pins
from reviewer.gui.conversation.marks import Marks
from reviewer.gui.conversation.paint_state import PaintState
from reviewer.gui.conversation.paper import BAR_LEFT, BAR_WIDTH, NUMBER_LEFT, NUMBER_WIDTH, TEXT_LEADING, Paper
from reviewer.gui.conversation.review_row import ReviewRow
from reviewer.gui.conversation.turn_actions import TURN_ACTIONS, action_rect
from reviewer.gui.theme import Theme

ICONS: Final = {Role.AGENT: "headset", Role.CUSTOMER: "user", Role.SYSTEM: "info", Role.BOT: "info", Role.OTHER: "user"}
ROLE_NAMES: Final = {
    Role.AGENT: "Agent", Role.CUSTOMER: "Customer", Role.SYSTEM: "System", Role.BOT: "Bot", Role.OTHER: "Speaker"
}  # fmt: skip
FOCUS_TINT: Final = 0.45
ICON: Final = 14
CARET: Final = 1.5


class TurnPainter:
    """Paints in viewport px; `top` is the top of the row there."""

    def __init__(self, theme: Theme, marks: Marks) -> None:
        self._theme = theme
        self._highlights = HighlightPainter(theme, marks)

    def paint(self, painter: QPainter, row: ReviewRow, paper: Paper, top: float, state: PaintState) -> None:
        """Paint one row whose ground is the paper already."""
        self._paint_ground(painter, row, paper, top, state)
        self._paint_pause(painter, row, paper, top)
        self._paint_number(painter, row, paper, top, state)
        if not row.spoken.system:
            self._paint_bar(painter, row, paper, top)
            self._paint_name(painter, row, paper, top)
        self._paint_words(painter, row, QPointF(paper.text_left, top + row.text_top), state)
        self._highlights.paint_brackets(painter, row, paper, top)
        if state.selected_turn:
            self._highlights.paint_turn_selection(painter, row, paper, top)
        if state.focused:
            self._paint_actions(painter, row, paper, top, state)

    def _paint_ground(self, painter: QPainter, row: ReviewRow, paper: Paper, top: float, state: PaintState) -> None:
        band = paper.across(top + row.top, row.height - row.top).adjusted(1, 0, -1, 0)
        share = max(FOCUS_TINT if state.focused else 0.0, state.tint)
        if share:
            painter.fillRect(band, self._theme.mixed("accent_soft", share))

    def _paint_pause(self, painter: QPainter, row: ReviewRow, paper: Paper, top: float) -> None:
        if not row.spoken.pause:
            return
        font = fonts.font(11.5)
        painter.setFont(font)
        painter.setPen(self._theme.color("text3"))
        band = paper.rect(TEXT_LEADING, top + 4, paper.text_width, row.top - 4)
        words = QFontMetricsF(font).horizontalAdvance(row.spoken.pause)
        painter.drawText(band, _leading(paper), row.spoken.pause)
        line = QRectF(band.left() + words + 10, band.center().y(), band.width() - words - 10, 1)
        if paper.mirrored:
            line.moveLeft(band.left())
        painter.fillRect(_snapped(line), self._theme.color("line"))

    def _paint_number(self, painter: QPainter, row: ReviewRow, paper: Paper, top: float, state: PaintState) -> None:
        height = fonts.scaled(20)
        above = row.name_top + 1
        place = paper.rect(NUMBER_LEFT, top + above, NUMBER_WIDTH, height)
        if state.selected_turn:
            painter.fillRect(place.adjusted(0, 0, 4, 0), self._theme.color("select"))
        digits = str(row.position)
        painter.setFont(number_font(digits, NUMBER_WIDTH))
        painter.setPen(self._theme.color("text2" if state.selected_turn else "text3"))
        side = Qt.AlignmentFlag.AlignLeft if paper.mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, digits)

    def _paint_bar(self, painter: QPainter, row: ReviewRow, paper: Paper, top: float) -> None:
        place = paper.rect(BAR_LEFT, top + row.top + 12, BAR_WIDTH, row.height - row.top - 24)
        rounded(painter, place, 1.5, self._theme.color("accent" if row.spoken.role is Role.AGENT else "line_strong"))

    def _paint_name(self, painter: QPainter, row: ReviewRow, paper: Paper, top: float) -> None:
        spoken = row.spoken
        agent = spoken.role is Role.AGENT
        pen = self._theme.color("accent" if agent else "text3")
        size = fonts.scaled(ICON)
        middle = top + row.name_top + row.name_height / 2
        ratio = painter.device().devicePixelRatioF()
        icon = icons.pixmap(ICONS[spoken.role], pen, size, ratio)
        painter.drawPixmap(QPointF(round(paper.x(TEXT_LEADING, size)), round(middle - size / 2)), icon)
        name = spoken.speaker.name if spoken.speaker else ROLE_NAMES[spoken.role]
        clock = times.clock(spoken.turn.sent_at)
        leading = TEXT_LEADING + size + 6.0
        room = paper.width - leading - fonts.scaled(150)
        name_font, clock_font = fonts.font(12.5, 600), fonts.font(12)
        shown = QFontMetricsF(name_font).elidedText(name, Qt.TextElideMode.ElideRight, room)
        for words, font, color in ((shown, name_font, "text"), (clock, clock_font, "text3")):
            width = QFontMetricsF(font).horizontalAdvance(words)
            painter.setFont(font)
            painter.setPen(self._theme.color(color))
            place = paper.rect(leading, top + row.name_top, width + 1, row.name_height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            leading += width + 6

    def _paint_words(self, painter: QPainter, row: ReviewRow, at: QPointF, state: PaintState) -> None:
        self._highlights.paint_fills(painter, row, state, at)
        self._highlights.paint_lines(painter, row, at)
        painter.setPen(self._theme.color("text3" if row.spoken.system and not state.selected else "text"))
        row.block.paint(painter, at.x(), at.y())
        self._highlights.paint_hits(painter, row.block, state, at)
        paint_pins(painter, row.pins, self._theme, at)
        if state.caret is not None:
            painter.fillRect(caret_rect(row, state.caret, at), self._theme.color("text"))

    def _paint_actions(self, painter: QPainter, row: ReviewRow, paper: Paper, top: float, state: PaintState) -> None:
        ratio = painter.device().devicePixelRatioF()
        for name, icon in TURN_ACTIONS.items():
            place = action_rect(name, row, paper).translated(0, top)
            strong = name == state.action
            if strong:
                rounded(painter, place, 4, self._theme.color("accent_soft"))
            pixmap = icons.pixmap(icon, self._theme.color("accent" if strong else "text2"), fonts.scaled(ICON), ratio)
            side = fonts.scaled(ICON) / 2
            painter.drawPixmap(QPointF(round(place.center().x() - side), round(place.center().y() - side)), pixmap)


def number_font(digits: str, width: float) -> QFont:
    """The font of a turn's number, smaller where the number would not fit."""
    font = fonts.font(12, tabular=True)
    needed = QFontMetricsF(font).horizontalAdvance(digits)
    return font if needed <= width else fonts.font(12 * width / needed, tabular=True)


def caret_rect(row: ReviewRow, point: int, at: QPointF) -> QRectF:
    """Where the caret is painted, given the place of the text."""
    line = row.block.caret(point)
    tall = fonts.scaled(19)
    return QRectF(at.x() + line.left() - CARET / 2, at.y() + line.top() + (fonts.scaled(25) - tall) / 2, CARET, tall)


def rounded(painter: QPainter, place: QRectF, radius: float, color: QColor) -> None:
    """A filled rounded rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(place, radius, radius)
    painter.restore()


def _leading(paper: Paper) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if paper.mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _snapped(place: QRectF) -> QRectF:
    return QRectF(round(place.x()), round(place.y()), round(place.width()), round(place.height()))
