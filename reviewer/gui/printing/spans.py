"""What lies behind, under and through the words of a line."""

from collections.abc import Iterator
from typing import Final, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLine

from reviewer.gui.conversation.underlines import paint_underline
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.ink import slot
from reviewer.gui.printing.lettering import BADGE, PT
from reviewer.gui.printing.passage import Passage, Span

LANES: Final = (2.2 * PT, 4.7 * PT, 7.2 * PT)
"""How far below the baseline the underlines of nested marks begin, the outermost first."""
SCALE: Final = 0.6 * PT
"""One px of the design on paper."""
CORNER: Final = 1.2 * PT
BADGE_CORNER: Final = 2.5 * PT
BADGE_HEIGHT: Final = 11 * PT
LINE: Final = 0.9 * PT
GROUNDS: Final = {"ins": "inserted_ground", "del": "deleted_ground", "tag": "deleted_ground"}


def paint_under(canvas: Canvas, passage: Passage, line: QTextLine, at: QPointF, baseline: float) -> None:
    """Grounds of highlights, changes and numbers."""
    foot = at.y() + baseline
    size = passage.lettering.size * PT
    for span in sorted(passage.spans, key=lambda one: (one.kind == "badge", one.depth)):
        for left, right in stretches(passage, line, span):
            band = QRectF(at.x() + left, foot - size * 0.94, right - left, size * 1.2)
            if span.kind == "mark":
                canvas.fill(band, slot(span.slot).fill, CORNER)
            elif span.kind == "badge":
                _badge(canvas, span, QRectF(at.x() + left, foot, right - left, 0))
            elif passage.grounds or span.kind == "tag":
                canvas.fill(band, GROUNDS[span.kind], 3 * CORNER if span.kind == "tag" else CORNER)


def paint_over(canvas: Canvas, passage: Passage, line: QTextLine, at: QPointF, baseline: float) -> None:
    """Underlines and strikes."""
    foot = at.y() + baseline
    for span in passage.spans:
        if span.kind not in ("mark", "ins", "del"):
            continue
        for left, right in stretches(passage, line, span):
            x, width = at.x() + left, right - left
            if span.kind == "ins":
                canvas.rule(x, foot + 1.5 * PT, width, "inserted", LINE)
            elif span.kind == "del":
                canvas.rule(x, foot - passage.lettering.size * PT * 0.29, width, "deleted", LINE)
            else:
                _underline(canvas, span, x, width, foot)


def stretches(passage: Passage, line: QTextLine, span: Span) -> Iterator[tuple[float, float]]:
    """The visual runs of a span on a line, from left to right edge."""
    start = max(span.first, line.textStart())
    end = min(span.last, line.textStart() + line.textLength())
    if start >= end:
        return
    if not passage.both_ways:
        left, right = _x(line, start), min(_x(line, end), line.x() + line.naturalTextWidth())
        if right > left:
            yield left, right
        return
    found: list[list[float]] = []
    boxes = (run.boundingRect() for run in line.glyphRuns(start, end - start))
    for left, right in sorted((box.left(), box.right()) for box in boxes):
        if found and left <= found[-1][1] + 1:
            found[-1][1] = max(found[-1][1], right)
        else:
            found.append([left, right])
    yield from ((left, right) for left, right in found)


def _badge(canvas: Canvas, span: Span, place: QRectF) -> None:
    edge = BADGE.size * PT * 0.12
    top = place.top() - BADGE.size * PT * 0.42 - BADGE_HEIGHT / 2
    rect = QRectF(place.left() + edge, top, place.width() - 2 * edge, BADGE_HEIGHT)
    canvas.fill(rect, slot(span.slot).strong, BADGE_CORNER)
    if span.name:
        canvas.place(span.name, rect.top())
    if span.target:
        canvas.link(rect, span.target)


def _underline(canvas: Canvas, span: Span, x: float, width: float, foot: float) -> None:
    look = slot(span.slot)
    top = foot + LANES[min(span.depth, len(LANES) - 1)]
    canvas.painter.save()
    canvas.painter.scale(SCALE, SCALE)
    place = x / SCALE, (x + width) / SCALE, top / SCALE
    paint_underline(canvas.painter, look.underline, look.width, look.strong, place)
    canvas.painter.restore()


def _x(line: QTextLine, position: int) -> float:
    return float(cast("tuple[float, int]", line.cursorToX(position))[0])
