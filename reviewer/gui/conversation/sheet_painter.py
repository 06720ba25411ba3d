"""The paper under the turns, and the rows on it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reviewer.gui.conversation.paint_state import PaintState
from reviewer.gui.conversation.review_rows import ReviewRows
from reviewer.gui.conversation.turn_painter import TurnPainter
from reviewer.gui.theme import Theme

RADIUS: Final = 6


def paint_sheet(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """A sheet of paper with its edge and a faint shadow."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shadow = theme.color("shadow1")
    for step in (1, 2):
        faint = QColor(shadow)
        faint.setAlphaF(shadow.alphaF() / 2)
        painter.setBrush(faint)
        painter.drawRoundedRect(place.adjusted(0, 1, 0, step), RADIUS, RADIUS)
    painter.setBrush(theme.color("paper"))
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.restore()


def paint_review(
    painter: QPainter,
    rows: ReviewRows,
    visible: list[tuple[int, float]],
    theme: Theme,
    state_of: Callable[[int], PaintState],
) -> None:
    """Paint the paper and the rows on screen."""
    height = painter.device().height()
    paper = rows.paper
    top, bottom = rows.paper_edges(visible, height)
    paint_sheet(painter, QRectF(paper.left, top, paper.width, bottom - top), theme)
    turns = TurnPainter(theme, rows.marks)
    for row, at in visible:
        if row == 0:
            rows.header.paint(painter, paper, round(at), theme)
        elif row <= rows.turns.count:
            turns.paint(painter, rows.turn(row), paper, round(at), state_of(row))
