"""The place to take a criterion by: dragged with the mouse, moved with Up and Down."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import set_tip

WIDTH, HEIGHT, DOT, STEP = 24, 28, 1.4, 5


class Grip(QWidget):
    """Six dots. Places are global, in px."""

    dragged = Signal(int)
    dropped = Signal(int)
    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pressed = self._moved = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.set_theme(theme)

    def set_name(self, name: str) -> None:
        """What a screen reader calls it."""
        self.setAccessibleName(name)
        set_tip(self, "Drag to another place (Alt+Up, Alt+Down)")

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(WIDTH, fonts.scaled(WIDTH)), fonts.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text3") if self.isEnabled() else self._theme.mixed("text3", 0.4))
        middle, step = QRectF(self.rect()).center(), fonts.scaled(STEP)
        for across in (-step / 2, step / 2):
            for down in (-step, 0, step):
                size = fonts.scale() * DOT
                painter.drawEllipse(QPointF(middle.x() + across, middle.y() + down), size, size)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        self._moved = False
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed:
            self._moved = True
            self.dragged.emit(round(event.globalPosition().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._pressed and self._moved:
            self.dropped.emit(round(event.globalPosition().y()))
        self._pressed = self._moved = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and not self._pressed:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape and self._pressed:
            self._pressed = self._moved = False
            self.dropped.emit(-1)
        else:
            super().keyPressEvent(event)
