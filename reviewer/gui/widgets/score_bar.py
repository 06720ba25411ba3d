"""A share as a bar."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reviewer.gui.theme import Theme

BAR = 6


class ScoreBar(QWidget):
    """The total as a bar that fills from the leading side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._color = "accent"
        self.setFixedHeight(BAR)

    def show_share(self, share: float, color: str) -> None:
        """`share` from 0 to 1, in the colour of a token."""
        self._share, self._color = share, color
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        if self._share > 0:
            filled = QRectF(self.rect())
            filled.setWidth(max(self.width() * self._share, 6))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                filled.moveRight(self.width())
            painter.setBrush(self._theme.color(self._color))
            painter.drawRoundedRect(filled, 3, 3)
        painter.end()
