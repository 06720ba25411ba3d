"""What a sketch is made of: bars for words, a few real words, a ring; in px of the sketch."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from reviewer.gui import fonts
from reviewer.gui.theme import Theme

Ink = str | int
"""A colour of the theme by its name, or the strong colour of a criterion by its slot."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A run of words, or a line."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    round: float = 2

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Fill it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color_of(self.ink, theme))
        painter.drawRoundedRect(QRectF(self.x, self.y, self.width, self.height), self.round, self.round)


@dataclass(frozen=True, slots=True)
class Words:
    """Real words on one line, cut where their room ends; `y` is the top."""

    x: float
    y: float
    width: float
    text: str
    size: float
    weight: int = 400
    ink: Ink = "text"

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw as many of them as there is room for."""
        font = sketch_font(self.size, self.weight)
        painter.setFont(font)
        painter.setPen(color_of(self.ink, theme))
        shown = QFontMetricsF(font).elidedText(self.text.replace("\n", " "), Qt.TextElideMode.ElideRight, self.width)
        line = QRectF(self.x, self.y, self.width, self.size * 1.5)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


@dataclass(frozen=True, slots=True)
class Ring:
    """The score as an arc of 100, with its number inside."""

    x: float
    y: float
    size: float
    score: int
    ink: Ink

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the ring from its top, clockwise."""
        thick = self.size * 0.095
        area = QRectF(self.x, self.y, self.size, self.size).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("line"), thick))
        painter.drawEllipse(area)
        painter.setPen(QPen(color_of(self.ink, theme), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(area, 90 * 16, -round(self.score * 3.6 * 16))
        painter.setFont(sketch_font(self.size * 0.34, 680))
        painter.setPen(theme.color("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self.score))


Shape = Bar | Words | Ring


@dataclass(frozen=True, slots=True)
class Block:
    """Shapes that stay together on paper, from 0 down to `height`."""

    height: float
    shapes: tuple[Shape, ...] = ()

    def paint(self, painter: QPainter, theme: Theme, at: QPointF) -> None:
        """Draw it with its top at a place."""
        painter.save()
        painter.translate(at)
        for shape in self.shapes:
            shape.paint(painter, theme)
        painter.restore()


def sketch_font(size: float, weight: int = 400) -> QFont:
    """Inter in px that do not follow the text size: the sketch is scaled as a whole."""
    font = fonts.font(1, weight)
    font.setPixelSize(max(1, round(size)))
    return font


def color_of(ink: Ink, theme: Theme) -> QColor:
    """The colour itself."""
    return theme.slot(ink).strong if isinstance(ink, int) else theme.color(ink)
