"""One of several joined choices, such as Review and Revise."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import set_tip

PADDING, GAP, ICON, HEIGHT, RADIUS = 14, 6, 16, 30, 6


@dataclass(frozen=True, slots=True)
class Choice:
    """One part of the switch."""

    value: str
    text: str
    icon: str = ""
    tip: str = ""


class Segment(QAbstractButton):
    """One half of the switch, painted by hand so that the joins are clean."""

    def __init__(self, choice: Choice, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self.theme = theme
        self.first = self.last = False
        self.setCheckable(True)
        self.setAccessibleName(choice.text or choice.tip)
        set_tip(self, choice.tip)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(fonts.font(13, 600)).horizontalAdvance(self.choice.text) + 2 * PADDING
        return QSize(width + self._icon_room, fonts.scaled(HEIGHT) - 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _icon_room(self) -> int:
        if not self.choice.icon:
            return 0
        return fonts.scaled(ICON) + (GAP if self.choice.text else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        color = self.theme.color("on_accent" if on else "text2")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("accent" if on else "paper"))
        painter.drawPath(self._shape())
        font = fonts.font(13, 600 if on else 500)
        size = fonts.scaled(ICON) if self.choice.icon else 0
        room = size + GAP if size and self.choice.text else size
        words = QFontMetrics(font).horizontalAdvance(self.choice.text)
        x = (self.width() - words - room) / 2
        if size:
            image = icons.pixmap(self.choice.icon, color, size, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, (self.height() - size) / 2), image)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(QRectF(x + room, 0, words + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.choice.text)
        if self.hasFocus():
            painter.setPen(QPen(color, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 3, 3)
        painter.end()

    def _shape(self) -> QPainterPath:
        area = QRectF(self.rect())
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        shape.addRoundedRect(area, RADIUS - 1, RADIUS - 1)
        left, right = (self.last, self.first) if self.isRightToLeft() else (self.first, self.last)
        if not left:
            shape.addRect(area.adjusted(0, 0, -area.width() / 2, 0))
        if not right:
            shape.addRect(area.adjusted(area.width() / 2, 0, 0, 0))
        return shape


class SegmentedSwitch(QWidget):
    """Joined buttons of which one is on; arrows move between them."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: tuple[Choice, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._parts = [Segment(choice, theme, self) for choice in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        for part in self._parts:
            part.first, part.last = part is self._parts[0], part is self._parts[-1]
            self._group.addButton(part)
            row.addWidget(part)
            part.clicked.connect(lambda _=False, value=part.choice.value: self.chosen.emit(value))
        self._parts[0].setChecked(True)
        self.set_theme(theme)

    @property
    def value(self) -> str:
        """The choice that is on."""
        return next(part.choice.value for part in self._parts if part.isChecked())

    def choose(self, value: str) -> None:
        """Show a choice as on; says nothing by `chosen`."""
        for part in self._parts:
            if part.choice.value == value:
                part.setChecked(True)

    def button(self, value: str) -> QAbstractButton:
        """The part for one choice."""
        return next(part for part in self._parts if part.choice.value == value)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        for part in self._parts:
            part.theme = theme
            part.updateGeometry()
        self.setFixedHeight(fonts.scaled(HEIGHT))
        self.setMinimumWidth(sum(part.sizeHint().width() for part in self._parts) + len(self._parts) + 1)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = [part.choice.value for part in self._parts].index(self.value) + step
        if 0 <= place < len(self._parts):
            self._parts[place].click()
            self._parts[place].setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("control"), 1))
        painter.setBrush(self._theme.color("control"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
