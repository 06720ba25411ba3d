"""Soft shadows, painted: no graphics effect, which would slow the whole view down."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

STEPS = 10


def paint_shadow(painter: QPainter, rect: QRectF, colour: QColor, *, down: int = 10, blur: int = 28) -> None:
    """The shadow that a card at `rect` throws, `down` pixels below it and `blur` pixels soft."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    layer = colour.darker(400)
    layer.setAlphaF(colour.alphaF() / STEPS)
    painter.setBrush(layer)
    for step in range(STEPS):
        out = blur / 2 - blur * (step + 0.5) / STEPS
        area = rect.translated(0, down).adjusted(-out, -out, out, out)
        if area.width() > 0 and area.height() > 0:
            painter.drawRoundedRect(area, max(2, 6 + out), max(2, 6 + out))
    painter.restore()
