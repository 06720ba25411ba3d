"""A rounded label for a filter that is on; pressing it takes the filter away."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import set_tip

HEIGHT, EDGE, GAP, CROSS, DOT = 26, 9, 6, 12, 8
LONGEST = 150
REMOVING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RemovableChip(QAbstractButton):
    """A dot in a colour, words and a cross; Backspace and Delete take it away too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dot = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_theme(theme)

    def show_filter(self, words: str, dot: QColor, removal: str) -> None:
        """Name what is kept; `removal` says what a press does."""
        self._dot = dot
        self.setText(words)
        self.setAccessibleName(removal)
        set_tip(self, removal)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setFont(fonts.font(12, 500))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = min(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 1, fonts.scaled(LONGEST))
        return QSize(2 * EDGE + fonts.scaled(DOT) + fonts.scaled(CROSS) + 2 * GAP + words, fonts.scaled(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in REMOVING:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        middle, dot, cross = self.height() / 2, fonts.scaled(DOT), fonts.scaled(CROSS)
        focused = self.hasFocus()
        painter.setPen(QPen(self._theme.color("accent" if focused else "line_strong"), 2 if focused else 1))
        painter.setBrush(self._theme.color("sunken" if self.underMouse() else "paper"))
        around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dot)
        painter.drawEllipse(QRectF(EDGE, middle - dot / 2, dot, dot))
        image = icons.pixmap("x", self._theme.color("text2"), cross, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(self.width() - EDGE - cross, middle - cross / 2), image)
        painter.resetTransform()
        left, right = EDGE + dot + GAP, EDGE + cross + GAP
        inside = self.rect().adjusted(*((right, 0, -left, 0) if self.isRightToLeft() else (left, 0, -right, 0)))
        painter.setPen(self._theme.color("text"))
        words = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
