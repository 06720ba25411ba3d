"""Badges and number chips: a letter or number on the colour of a slot, hollow where two criteria share one."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from reviewer.gui.theme import Theme


def paint_badge(
    painter: QPainter, rect: QRectF, words: str, slot: int, theme: Theme, font: QFont, *, hollow: bool = False
) -> None:
    """`words` centred on a rounded square in the slot's strong colour, or in its outline when `hollow`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strong = theme.slot(slot).strong
    radius = 3 if rect.height() < 20 else 4
    if hollow:
        painter.setPen(QPen(strong, 1.5))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(strong)
        painter.drawRoundedRect(rect, radius, radius)
    painter.setFont(font)
    painter.setPen(strong if hollow else theme.color("badge_text"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
