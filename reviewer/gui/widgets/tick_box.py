"""A tick box in the colours of the theme."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme

BOX, GAP, RADIUS, HEIGHT = 16, 8, 4, 24


class TickBox(QCheckBox):
    """A box and words beside it."""

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.update()

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
        left = self.width() - fonts.scaled(BOX) - 1 if self.isRightToLeft() else 1
        box = paint_box(painter, left, self.rect().center().y(), self._theme, on=self.isChecked())
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


def paint_box(painter: QPainter, left: float, middle: float, theme: Theme, *, on: bool) -> QRectF:
    """The box alone, with its tick; gives where it stands."""
    size, inner = fonts.scaled(BOX), fonts.scaled(12)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(left + 0.5, round(middle - size / 2) + 0.5, size - 1, size - 1)
    painter.setPen(QPen(theme.color("accent" if on else "control"), 1))
    painter.setBrush(theme.color("accent" if on else "paper"))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    if on:
        drawn = icons.pixmap("check", theme.color("on_accent"), inner, painter.device().devicePixelRatioF())
        painter.drawPixmap(round(box.center().x() - inner / 2), round(box.center().y() - inner / 2), drawn)
    return box
