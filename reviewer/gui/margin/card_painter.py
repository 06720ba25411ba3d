"""Collapsed margin cards, painted: who they are, where they stand, two lines of what they say."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from reviewer.gui import fonts, icons
from reviewer.gui.margin.badges import paint_badge
from reviewer.gui.margin.card_words import VERDICT_ICONS, Face
from reviewer.gui.margin.reading_text import break_lines
from reviewer.gui.theme import Theme

TEXT_SIZE = 12.5
TEXT_LINE = 18
RADIUS = 6
SIDE, TOP, BOTTOM, EDGE = 10, 8, 9, 1
HEAD_GAP = 2
CHIP = 16
ICON = 14
KEPT_LAYOUTS = 2000
LONGEST = 600
"""Code points of a text that can ever show in two lines."""


@dataclass(frozen=True, slots=True)
class _Key:
    text: str
    width: int
    lines: int


class CardPainter:
    """Measures and paints collapsed cards in one theme and text size."""

    def __init__(self, theme: Theme) -> None:
        self._layouts: OrderedDict[_Key, QTextLayout] = OrderedDict()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self._font = fonts.font(TEXT_SIZE)
        self._strong = fonts.font(TEXT_SIZE, 600)
        self._small = fonts.font(11.5)
        self._chip = fonts.font(10, 700, tabular=True)
        self._line = fonts.scaled(TEXT_LINE)
        self._chip_size, self._icon_size = fonts.scaled(CHIP), fonts.scaled(ICON)
        self._layouts.clear()

    def height(self, face: Face, width: int, lines: int) -> int:
        """Pixels that the card of `face` needs at `width` when its text may take `lines`."""
        body = self._body(face.text, width, lines).lineCount() * self._line if face.text.strip() else 0
        return 2 * EDGE + TOP + self._line + (HEAD_GAP + body if body else 0) + BOTTOM

    def paint(self, painter: QPainter, rect: QRect, face: Face, lines: int, *, hovered: bool = False) -> None:
        """The card of `face` in `rect`; `hovered` gives it the strong edge of its slot."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.slot(face.slot).strong if hovered else self._theme.color("line")
        self._ground(painter, QRectF(rect), edge)
        inner = rect.adjusted(EDGE + SIDE, EDGE + TOP, -EDGE - SIDE, -EDGE - BOTTOM)
        self._head(painter, QRect(inner.left(), inner.top(), inner.width(), self._line), face)
        painter.setPen(self._theme.color("text"))
        body = self._body(face.text, rect.width(), lines)
        body.draw(painter, QPointF(inner.left(), inner.top() + self._line + HEAD_GAP))
        painter.restore()

    def paint_pin(self, painter: QPainter, rect: QRect, face: Face, *, strong: bool = False) -> None:
        """A numbered pin in `rect`; `strong` rings it as active or hovered."""
        font = fonts.font(11.5, 700, tabular=True)
        paint_badge(painter, QRectF(rect), str(face.number), face.slot, self._theme, font, hollow=face.hollow)
        if strong:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(-2, -2, 2, 2), 5, 5)
            painter.restore()

    def pin_width(self, number: int) -> int:
        """Pixels that a pin's number needs."""
        words = QFontMetricsF(fonts.font(11.5, 700, tabular=True)).horizontalAdvance(str(number))
        return max(fonts.scaled(22), round(words) + 8)

    def _ground(self, painter: QPainter, rect: QRectF, edge: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("shadow1"))
        painter.drawRoundedRect(rect.adjusted(-0.5, 1, 0.5, 1.5), RADIUS, RADIUS)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _head(self, painter: QPainter, line: QRect, face: Face) -> None:
        size, icon = self._chip_size, self._icon_size
        chip = QRectF(line.left(), line.top() + (line.height() - size) / 2, self._chip_width(face.number), size)
        paint_badge(painter, chip, str(face.number), face.slot, self._theme, self._chip, hollow=face.hollow)
        right = line.right() + 1
        if face.verdict in VERDICT_ICONS:
            right -= icon
            ratio = painter.device().devicePixelRatioF()
            image = icons.pixmap(VERDICT_ICONS[face.verdict], self._theme.color("text3"), icon, ratio)
            painter.drawPixmap(QPointF(right, line.top() + (line.height() - icon) / 2), image)
            right -= 6
        left = self._words(painter, chip.right() + 6, right, line, face.name, self._strong, face)
        if face.where:
            self._words(painter, left + 6, right, line, face.where, self._small, None)

    def _words(
        self, painter: QPainter, left: float, right: float, line: QRect, words: str, font: QFont, face: Face | None
    ) -> float:
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, right - left))
        painter.setFont(font)
        painter.setPen(self._theme.slot(face.slot).strong if face else self._theme.color("text3"))
        place = QRectF(left, line.top(), max(0, right - left), line.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return left + metrics.horizontalAdvance(shown)

    def _chip_width(self, number: int) -> float:
        return max(self._chip_size, QFontMetricsF(self._chip).horizontalAdvance(str(number)) + 6)

    def _body(self, text: str, width: int, lines: int) -> QTextLayout:
        key = _Key(text[:LONGEST], width, lines)
        layout = self._layouts.pop(key, None)
        if layout is None:
            layout = clipped(key.text, self._font, width - 2 * (SIDE + EDGE), lines, self._line)
        self._layouts[key] = layout
        if len(self._layouts) > KEPT_LAYOUTS:
            self._layouts.popitem(last=False)
        return layout


def clipped(text: str, font: QFont, width: float, lines: int, line_height: int) -> QTextLayout:
    """`text` on one paragraph of at most `lines` lines, the last one ending in "…" when there is more."""
    flat = " ".join(text.split())
    layout = _laid_out(flat, font, width, lines + 1, line_height)
    if layout.lineCount() <= lines:
        return layout
    start = layout.lineAt(lines - 1).textStart()
    units = flat.encode("utf-16-le")
    kept, rest = units[: 2 * start].decode("utf-16-le"), units[2 * start :].decode("utf-16-le")
    last = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return _laid_out(f"{kept.rstrip()}\u2028{last}" if kept else last, font, width, lines, line_height)


def _laid_out(text: str, font: QFont, width: float, most: int, line_height: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    break_lines(layout, width, line_height, most)
    return layout
