"""Lays out and paints the words of a row: chips with dashed edges, joined lines, system lines in italics."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from reviewer.domain.transcript import TurnKind
from reviewer.gui import fonts, utf16
from reviewer.gui.dialogs.importing.shown_turn import Piece, ShownTurn
from reviewer.gui.theme import Theme

LINE, MOST_LINES = 20, 12
CHIP = 19


@dataclass(frozen=True, slots=True)
class Laid:
    """The words of a row, broken into lines; `places` are the UTF-16 starts of the pieces."""

    layout: QTextLayout
    pieces: tuple[Piece, ...]
    places: tuple[int, ...]
    lines: int

    @property
    def height(self) -> int:
        """In px."""
        return self.lines * fonts.scaled(LINE)

    def piece_at(self, place: QPointF) -> tuple[Piece, int] | None:
        """What is under a place, and the code point of the turn's text there."""
        line = min(max(0, int(place.y() // fonts.scaled(LINE))), self.lines - 1)
        if line < 0:
            return None
        unit = self.layout.lineAt(line).xToCursor(place.x())
        at = max((number for number, start in enumerate(self.places) if start <= unit), default=0)
        piece = self.pieces[at]
        if piece.detail or piece.line:
            return piece, piece.start
        return piece, piece.start + utf16.point(piece.shown, unit - self.places[at])


def laid(shown: ShownTurn, width: int, theme: Theme) -> Laid:
    """The words of a row at this width in px."""
    text, places, ranges = "", [], []
    unit = 0
    for piece in shown.pieces:
        places.append(unit)
        length = utf16.units(piece.shown, len(piece.shown))
        look = _look(piece, theme)
        if look is not None:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length, mark.format = unit, length, look
            ranges.append(mark)
        text += piece.shown
        unit += length
    layout = QTextLayout(text, fonts.font(13, italic=shown.turn.kind is TurnKind.SYSTEM))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setFormats(ranges)
    layout.setCacheEnabled(True)
    return Laid(layout, shown.pieces, tuple(places), _broken(layout, width))


def paint(laid_out: Laid, painter: QPainter, place: QPointF, theme: Theme) -> None:
    """Paint the words; the pen gives the colour of plain ones."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for piece, start in zip(laid_out.pieces, laid_out.places, strict=True):
        if piece.detail:
            _paint_chip(laid_out, piece, start, painter, place, theme)
    for number in range(laid_out.lines):
        laid_out.layout.lineAt(number).draw(painter, place)


def _broken(layout: QTextLayout, width: int) -> int:
    """Break the text into lines; gives how many of them are shown."""
    layout.beginLayout()
    height, count = fonts.scaled(LINE), 0
    while count < MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, count * height + (height - line.height()) / 2))
        count += 1
    layout.endLayout()
    return count


def _look(piece: Piece, theme: Theme) -> QTextCharFormat | None:
    look = QTextCharFormat()
    if piece.line is not None:
        look.setForeground(theme.color("text3"))
    elif piece.detail is not None:
        look.setForeground(theme.color("text2" if piece.replaced else "text"))
        look.setFont(fonts.font(12 if piece.replaced else 13))
    else:
        return None
    return look


def _paint_chip(laid_out: Laid, piece: Piece, start: int, painter: QPainter, place: QPointF, theme: Theme) -> None:
    end = start + utf16.units(piece.shown, len(piece.shown))
    painter.setPen(QPen(theme.color("control"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(theme.color("sunken") if piece.replaced else Qt.BrushStyle.NoBrush)
    for number in range(laid_out.lines):
        line = laid_out.layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = (float(_x(line.cursorToX(one))) for one in (first, last))
            middle = place.y() + number * fonts.scaled(LINE) + fonts.scaled(LINE) / 2
            height = fonts.scaled(CHIP)
            rect = QRectF(place.x() + min(left, right), middle - height / 2, abs(right - left), height)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(theme.color("text"))


def _x(found: object) -> float:
    """cursorToX gives the place alone, or with the cursor that it is for."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
