"""Quiet words with a chevron that open a menu."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import set_tip

HEIGHT, CHEVRON, GAP = 24, 12, 4


class MenuButton(QAbstractButton):
    """Words at the trailing edge, as much of them as fits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, name: str, tip: str) -> None:
        """Show `words`; screen readers say `name`."""
        self.setText(words)
        self.setAccessibleName(name)
        set_tip(self, tip)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setFont(fonts.font(12))
        self.setFixedHeight(fonts.scaled(HEIGHT))
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + fonts.scaled(CHEVRON) + 2 * GAP, fonts.scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.scaled(CHEVRON + 40), fonts.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color("text" if self.underMouse() and self.isEnabled() else "text2")
        size = fonts.scaled(CHEVRON)
        rtl = self.isRightToLeft()
        image = icons.pixmap("chevron-down", color, size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(0 if rtl else self.width() - size, (self.height() - size) / 2), image)
        room = QRectF(self.rect()).adjusted(*((size + GAP, 0, 0, 0) if rtl else (0, 0, -size - GAP, 0)))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.setPen(color)
        trailing = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        painter.drawText(room, int(trailing | Qt.AlignmentFlag.AlignVCenter), words)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
