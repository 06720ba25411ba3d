"""Marks in the text of one turn: fills, underlines in lanes, hits, the selection, brackets, pins."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reviewer.domain.annotation import Annotation
from reviewer.domain.segments import Highlight, segments
from reviewer.gui import fonts
from reviewer.gui.conversation.marks import Bracket, Marks
from reviewer.gui.conversation.paint_state import PaintState
from reviewer.gui.conversation.paper import BRACKET_TRAILING, BRACKET_WIDTH, Paper
from reviewer.gui.conversation.pinned_text import PlacedPin
from reviewer.gui.conversation.review_row import ReviewRow
from reviewer.gui.conversation.text_block import Stretch, TextBlock
from reviewer.gui.conversation.underlines import LANES, paint_underline
from reviewer.gui.theme import Slot, Theme

ABOVE, BELOW = 1.5, 1.0


class HighlightPainter:
    """Paints in viewport px, given the place of the text."""

    def __init__(self, theme: Theme, marks: Marks) -> None:
        self._theme = theme
        self._marks = marks

    def paint_fills(self, painter: QPainter, row: ReviewRow, state: PaintState, at: QPointF) -> None:
        """Grounds behind the words; the shortest highlight wins, the selection lies over them."""
        if state.fills:
            for segment in segments(row.marks.highlights, len(row.text)):
                if segment.highlights:
                    color = self._fill(segment.highlights, state)
                    self._band(painter, row.block, (segment.start, segment.end), color, at)
        for hit in state.hits:
            if hit == state.current_hit:
                self._band(painter, row.block, (hit.start, hit.end), self._theme.color("select"), at)
        if state.selected:
            self._band(painter, row.block, state.selected, self._theme.color("select"), at)

    def paint_lines(self, painter: QPainter, row: ReviewRow, at: QPointF) -> None:
        """Underlines, the shortest highlight nearest to the words; from a fourth lane on their number."""
        for highlight in row.marks.highlights:
            slot = self._slot(highlight.annotation)
            lane = min(highlight.lane, len(LANES) - 1)
            stretches = row.block.stretches(highlight.start, highlight.end)
            if highlight.lane == lane:
                for one in stretches:
                    place = (
                        at.x() + one.left,
                        at.x() + one.right,
                        at.y() + one.line.baseline + fonts.scaled(LANES[lane]),
                    )
                    paint_underline(painter, slot.underline, slot.width, slot.strong, place)
        self._paint_deep(painter, row, at)

    def paint_hits(self, painter: QPainter, block: TextBlock, state: PaintState, at: QPointF) -> None:
        """Outlines of found words, the current one in the accent."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for hit in state.hits:
            current = hit == state.current_hit
            pen = QPen(self._theme.color("accent" if current else "text2"), 2 if current else 1.5)
            painter.setPen(pen)
            for one in block.stretches(hit.start, hit.end):
                painter.drawRoundedRect(_band_rect(block, one, at).adjusted(-0.75, -0.75, 0.75, 0.75), 2.5, 2.5)
        painter.restore()

    def paint_brackets(self, painter: QPainter, row: ReviewRow, paper: Paper, top: float) -> None:
        """The line at the trailing edge that joins the turns of one anchor."""
        for number, bracket in enumerate(row.marks.brackets):
            color = self._theme.slot(bracket.slot).strong
            paint_bracket(painter, bracket, color, _bracket_rect(row, paper, top, number, bracket), paper)

    def paint_turn_selection(self, painter: QPainter, row: ReviewRow, paper: Paper, top: float) -> None:
        """The same line in the accent, while turns are being chosen."""
        whole = Bracket("", None, opens=False, closes=False)
        rect = _bracket_rect(row, paper, top, len(row.marks.brackets), whole)
        paint_bracket(painter, whole, self._theme.color("accent"), rect, paper)

    def _paint_deep(self, painter: QPainter, row: ReviewRow, at: QPointF) -> None:
        deep = [one for one in row.marks.highlights if one.lane >= len(LANES)]
        if not deep:
            return
        last = row.block.stretches(deep[-1].start, deep[-1].end)[-1:]
        painter.setFont(fonts.font(9, 600))
        painter.setPen(self._theme.color("text2"))
        for one in last:
            below = at.y() + one.line.baseline + fonts.scaled(LANES[-1] + 6)
            painter.drawText(QPointF(at.x() + one.right - 14, below), f"+{len(deep)}")

    def _fill(self, highlights: tuple[Highlight, ...], state: PaintState) -> QColor:
        strong = next((one for one in highlights if one.annotation.id in (state.active, state.hovered)), None)
        if strong and (strong is highlights[0] or strong.annotation.id == state.active):
            return self._slot(strong.annotation).active
        return self._slot(highlights[0].annotation).fill

    def _slot(self, annotation: Annotation) -> Slot:
        return self._theme.slot(self._marks.slot(annotation))

    def _band(self, painter: QPainter, block: TextBlock, span: tuple[int, int], color: QColor, at: QPointF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for one in block.stretches(*span):
            painter.drawRoundedRect(_band_rect(block, one, at), 2, 2)
        painter.restore()


def paint_pins(painter: QPainter, pins: Iterable[PlacedPin], theme: Theme, at: QPointF) -> None:
    """The numbers after the words they belong to."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(fonts.font(10, 700))
    for placed in pins:
        rect = placed.rect.translated(at)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.slot(placed.pin.slot).strong)
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(theme.color("badge_text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(placed.pin.number))
    painter.restore()


def paint_bracket(painter: QPainter, bracket: Bracket, color: QColor, rect: QRectF, paper: Paper) -> None:
    """A line with a hook where the anchor begins and one where it ends, open towards the words."""
    inner, outer = (rect.right(), rect.left()) if paper.mirrored else (rect.left(), rect.right())
    outer += 1 if paper.mirrored else -1
    path = QPainterPath()
    path.moveTo(inner if bracket.opens else outer, rect.top() + (1 if bracket.opens else 0))
    path.lineTo(outer, rect.top() + (1 if bracket.opens else 0))
    path.lineTo(outer, rect.bottom() - (1 if bracket.closes else 0))
    if bracket.closes:
        path.lineTo(inner, rect.bottom() - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(path, QPen(color, 2))
    painter.restore()


def _bracket_rect(row: ReviewRow, paper: Paper, top: float, number: int, bracket: Bracket) -> QRectF:
    over = row.name_top + 3 if bracket.opens else 0
    below = 12 if bracket.closes else 0
    leading = paper.width - BRACKET_TRAILING - BRACKET_WIDTH + 4 * (number % 2)
    return paper.rect(leading, top + over, BRACKET_WIDTH, row.height - over - below)


def _band_rect(block: TextBlock, one: Stretch, at: QPointF) -> QRectF:
    top = at.y() + one.line.baseline - round(block.ascent + ABOVE)
    return QRectF(at.x() + one.left, top, one.width, round(block.ascent + ABOVE + block.descent + BELOW))
