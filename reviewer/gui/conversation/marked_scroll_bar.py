"""A scroll bar with marks where searched words were found."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

THICK: Final = 2
INSET: Final = 2


class MarkedScrollBar(QScrollBar):
    """Marks are shares of the whole, from 0 (the start) to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks: tuple[float, ...] = ()
        self._color = QColor()

    def set_marks(self, marks: Iterable[float], color: QColor) -> None:
        """Show marks in place of those before."""
        self._marks = tuple(sorted(set(marks)))
        self._color = color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._marks:
            return
        painter = QPainter(self)
        room = self.height() - THICK
        for pixel in {round(mark * room) for mark in self._marks}:
            painter.fillRect(QRectF(INSET, pixel, self.width() - 2 * INSET, THICK), self._color)
        painter.end()
