"""A tick box in the colours of the theme."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme

BOX, GAP, RADIUS, HEIGHT = 16, 8, 4, 24


class TickBox(QCheckBox):
    """A box and words beside it."""

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._theme = theme

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(fonts.scaled(BOX + GAP) + words + 4, max(HEIGHT, fonts.scaled(HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.scaled(BOX + GAP + 60), self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = fonts.scaled(BOX)
        left = self.width() - size - 1 if self.isRightToLeft() else 1
        box = QRectF(left + 0.5, (self.height() - size) / 2 + 0.5, size - 1, size - 1)
        on = self.isChecked()
        painter.setPen(QPen(self._theme.color("accent" if on else "control"), 1))
        painter.setBrush(self._theme.color("accent" if on else "paper"))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if on:
            inner = fonts.scaled(12)
            drawn = icons.pixmap("check", self._theme.color("on_accent"), inner, self.devicePixelRatioF())
            painter.drawPixmap(round(box.center().x() - inner / 2), round(box.center().y() - inner / 2), drawn)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
        painter.setPen(self._theme.color("text" if self.isEnabled() else "text3"))
        painter.setFont(self.font())
        gap = fonts.scaled(BOX + GAP)
        words = self.rect().adjusted(0, 0, -gap, 0) if self.isRightToLeft() else self.rect().adjusted(gap, 0, 0, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)
        painter.end()
