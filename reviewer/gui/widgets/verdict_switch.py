"""Concern or strength: two joined buttons."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from reviewer.domain.annotation import Verdict
from reviewer.gui import fonts, icons
from reviewer.gui.margin.card_words import VERDICT_ICONS, VERDICT_NAMES
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import set_tip

ICON = 14
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
KEYS = {Verdict.CONCERN: "-", Verdict.STRENGTH: "+"}


class SteppedButton(QAbstractButton):
    """A button that leaves the arrow keys to what it stands on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Half(SteppedButton):
    def __init__(self, verdict: Verdict, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.verdict = verdict
        self.theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(VERDICT_NAMES[verdict])
        set_tip(self, f"{VERDICT_NAMES[verdict]} ({KEYS[verdict]})")

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(31), fonts.scaled(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.fillPath(self._shape(), self.theme.color("accent"))
        colour = self.theme.color("on_accent" if self.isChecked() else "text2")
        size = fonts.scaled(ICON)
        image = icons.pixmap(VERDICT_ICONS[self.verdict], colour, size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((self.width() - size) / 2, (self.height() - size) / 2), image)
        if self.hasFocus():
            painter.setPen(QPen(colour, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 3, 3)
        painter.end()

    def _shape(self) -> QPainterPath:
        shape = QPainterPath()
        first = self.x() <= 1
        area = QRectF(self.rect()).adjusted(0.5 if first else 0, 0.5, 0 if first else -0.5, -0.5)
        shape.addRoundedRect(area, 5, 5)
        square = QRectF(area)
        square.setWidth(area.width() / 2)
        square.moveLeft(area.center().x() if first else area.left())
        shape.addRect(square)
        shape.setFillRule(Qt.FillRule.WindingFill)
        return shape


class VerdictSwitch(QWidget):
    """One of two verdicts; `verdict` is NONE until one is chosen."""

    chosen = Signal(Verdict)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.verdict = Verdict.NONE
        self._halves = [_Half(verdict, theme, self) for verdict in VERDICT_ICONS]
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for half in self._halves:
            group.addButton(half)
            row.addWidget(half)
            half.clicked.connect(lambda _=False, one=half: self._choose(one.verdict))
        self.setAccessibleName("Verdict")
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setFixedSize(2 * fonts.scaled(31), fonts.scaled(26))
        for half in self._halves:
            half.theme = theme
        self.update()

    def set_verdict(self, verdict: Verdict) -> None:
        """Show `verdict`; says nothing by `chosen`."""
        self.verdict = verdict
        for half in self._halves:
            if half.verdict is verdict:
                half.setChecked(True)

    def button(self, verdict: Verdict) -> QAbstractButton:
        """The half that chooses `verdict`."""
        return next(half for half in self._halves if half.verdict is verdict)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("control"), 1))
        painter.setBrush(self._theme.color("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _choose(self, verdict: Verdict) -> None:
        self.set_verdict(verdict)
        self.chosen.emit(verdict)
