"""What blocks paint on: one sheet after another, and what a reader's program should find on them."""

from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from reviewer import resources
from reviewer.exporters.painting import Bookmark, Box, Hidden, Link, Place
from reviewer.gui.printing.ink import ink
from reviewer.gui.printing.lettering import PT

HAIRLINE: Final = 0.6 * PT


class Canvas:
    """A painter with the colours of paper; `left` and `top` are the margins, lengths tenths of a point."""

    def __init__(self, painter: QPainter, left: float, top: float) -> None:
        self.painter = painter
        self.page = 0
        self.links: list[Link] = []
        self.places: dict[str, Place] = {}
        self.bookmarks: list[Bookmark] = []
        self.hidden: list[Hidden] = []
        self.signs: set[str] = set()
        """Every sign that was set."""
        self._left, self._top = left, top
        self._icons: dict[tuple[str, str], QSvgRenderer] = {}

    def fill(self, rect: QRectF, color: str | QColor, radius: float = 0.0) -> None:
        """A filled rectangle."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.color(color))
        if radius:
            self.painter.drawRoundedRect(rect, radius, radius)
        else:
            self.painter.drawRect(rect)

    def frame(self, rect: QRectF, color: str, radius: float) -> None:
        """The hairline around a rectangle."""
        self.painter.setPen(QPen(self.color(color), HAIRLINE))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(rect, radius, radius)

    def rule(self, x: float, y: float, width: float, color: str = "line", thick: float = HAIRLINE) -> None:
        """A line from left to right."""
        self.fill(QRectF(x, y, width, thick), color)

    def icon(self, name: str, rect: QRectF, color: str) -> None:
        """One of the program's icons, as lines rather than dots."""
        tint = self.color(color).name()
        if (name, tint) not in self._icons:
            source = resources.read_text("icons", f"{name}.svg").replace("currentColor", tint)
            self._icons[name, tint] = QSvgRenderer(QByteArray(source.encode()))
        self._icons[name, tint].render(self.painter, rect)

    def color(self, color: str | QColor) -> QColor:
        """The colour by its name in the theme."""
        return ink(color) if isinstance(color, str) else color

    def link(self, rect: QRectF, target: str) -> None:
        """Lead from a rectangle to a place by its name."""
        edges = QPointF(self._left, self._top)
        whole = rect.translated(edges)
        self.links.append(Link(self.page, _points(whole), target))

    def place(self, name: str, y: float) -> None:
        """Links to `name` lead here."""
        self.places[name] = Place(self.page, (self._top + y) / PT)

    def bookmark(self, level: int, title: str, y: float) -> None:
        """A line of the table of contents; level 0 is a part."""
        self.bookmarks.append(Bookmark(level, title, Place(self.page, (self._top + y) / PT)))

    def note_signs(self, text: str) -> None:
        """These signs were set."""
        self.signs.update(text)

    def hide(self, text: str, rect: QRectF, baseline: float) -> None:
        """Words that are seen as a picture, or not at all, for those who search and copy."""
        box = _points(rect.translated(self._left, self._top))
        self.hidden.append(Hidden(self.page, box, (self._top + baseline) / PT, text))


def _points(rect: QRectF) -> Box:
    return Box(rect.left() / PT, rect.top() / PT, rect.right() / PT, rect.bottom() / PT)
