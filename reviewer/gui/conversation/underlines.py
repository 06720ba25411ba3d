"""The six underline styles, which tell criteria apart without colour; Qt's own lack double and thick ones."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

WAVE, SWING = 11.0, 2.4
LANES: Final = (4, 8, 12)
"""How far below the baseline the underlines of each lane begin, in px."""


def paint_underline(
    painter: QPainter, style: str, width: float, color: QColor, place: tuple[float, float, float]
) -> None:
    """Draw a line in `style` (solid, double, dotted, dashed or wavy); `place` is left, right and top."""
    left, right, top = place
    painter.save()
    if style == "wavy":
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(left, top - 1, right - left, 2 * SWING + width + 3))
        painter.strokePath(_wave(left, right, top + SWING + width / 2), QPen(color, width))
    elif style == "double":
        for step in (0, 2 * width):
            painter.fillRect(QRectF(left, top + step, right - left, width), color)
    elif style in ("dotted", "dashed"):
        on, off = (ceil(width), ceil(width)) if style == "dotted" else (max(6.0, 2 * width), max(4.0, 1.5 * width))
        _dashes(painter, color, (left, right, top), (on, off, width))
    else:
        painter.fillRect(QRectF(left, top, right - left, width), color)
    painter.restore()


def _dashes(
    painter: QPainter, color: QColor, place: tuple[float, float, float], pattern: tuple[float, float, float]
) -> None:
    left, right, top = place
    on, off, width = pattern
    at = left
    while at < right:
        painter.fillRect(QRectF(at, top, min(on, right - at), width), color)
        at += on + off


def _wave(left: float, right: float, middle: float) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(left, middle + SWING)
    at = left
    while at < right:
        path.cubicTo(at + WAVE * 0.2, middle + SWING, at + WAVE * 0.3, middle - SWING, at + WAVE / 2, middle - SWING)
        path.cubicTo(at + WAVE * 0.7, middle - SWING, at + WAVE * 0.8, middle + SWING, at + WAVE, middle + SWING)
        at += WAVE
    return path
