"""Boxes to choose a value in, with arrows in the colour of the theme: a style sheet takes Qt's own away."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyleOptionComboBox, QWidget

from reviewer.gui import fonts, icons

ARROW, SMALL_ARROW, MARGIN, PAD, INDENT = 14, 11, 8, 10, 7


class ChoiceBox(QComboBox):
    """One of several; words that are too long end in an ellipsis."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        icon = 0 if self.itemIcon(self.currentIndex()).isNull() else self.iconSize().width() + MARGIN
        room = self.width() - fonts.scaled(ARROW) - 2 * MARGIN - PAD - icon
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = words

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = fonts.scaled(ARROW)
        _paint_arrow(painter, self, size, (self.height() - size) / 2)
        painter.end()


class NumberBox(QSpinBox):
    """A number; it counts once it is written whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(INDENT, 0, 0, 0)

    def setFont(self, font: QFont | str | Sequence[str]) -> None:
        super().setFont(font)
        self.lineEdit().setFont(font)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = fonts.scaled(SMALL_ARROW)
        _paint_arrow(painter, self, size, self.height() / 2)
        painter.translate(0, self.height())
        painter.scale(1, -1)
        _paint_arrow(painter, self, size, self.height() / 2)
        painter.end()


def _paint_arrow(painter: QPainter, box: QWidget, size: int, y: float) -> None:
    color = box.palette().color(QPalette.ColorRole.ButtonText)
    x = MARGIN if box.isRightToLeft() else box.width() - size - MARGIN
    painter.drawPixmap(QPointF(x, y), icons.pixmap("chevron-down", color, size, box.devicePixelRatioF()))
