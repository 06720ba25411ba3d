"""Levels of one criterion and N/A as joined buttons."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QRadioButton, QStyle, QWidget

from reviewer.domain.rubric import Criterion
from reviewer.gui import fonts
from reviewer.gui.panels.rating_words import level_words, spoken_criterion
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.notice import announce
from reviewer.gui.widgets.plain import set_tip

LEVEL, NARROW_LEVEL, NOT_APPLICABLE, HEIGHT = 30, 24, 38, 26
RING = 3
"""Room on all sides for the ring of focus and the gap inside it."""
ROOMY_LEVELS = 5
"""So many levels have room to be wide."""
CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class LevelButton(QRadioButton):
    """One level, or N/A; painted flat so that they join. A press changes nothing by itself."""

    def __init__(self, text: str, name: str, theme: Theme, control: "RatingControl") -> None:
        super().__init__(text, control)
        self.theme = theme
        self._control = control
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)

    def nextCheckState(self) -> None:
        """What is on follows what is saved."""

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._control.point_at(self)

    def leaveEvent(self, event: QEvent) -> None:
        self._control.point_at(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        if on:
            painter.fillRect(self.rect(), self.theme.color("accent"))
        elif self._control.pointed is self and self.isEnabled():
            painter.fillRect(self.rect(), self.theme.color("accent_soft"))
        wide = len(self.text()) > 1
        painter.setFont(fonts.font(11 if wide else 12, 700 if on else 500, tabular=True))
        painter.setPen(self.theme.color("on_accent" if on else "text2" if self.isEnabled() else "text3"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self is not self._control.buttons[0]:
            painter.setPen(QPen(self.theme.color("line_strong" if wide else "line"), 1))
            edge = self.width() - 1 if self.isRightToLeft() else 0
            painter.drawLine(edge, 0, edge, self.height())
        painter.end()


class RatingControl(QGroupBox):
    """The keyboard stops here once: digits rate, 0 is not applicable, Backspace clears, Left and Right look."""

    rated = Signal(object, bool)
    """Level or None, and whether the criterion does not apply."""
    keyed = Signal()
    """What was said last by `rated` came from the keyboard."""
    looked_at = Signal(object)
    """The level under the mouse or reached with Left and Right, or None."""

    def __init__(self, criterion: Criterion, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion = criterion
        self._theme = theme
        self.pointed: LevelButton | None = None
        self.locked = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(spoken_criterion(criterion))
        self.levels: list[LevelButton] = []
        for value, level in enumerate(criterion.levels, start=1):
            button = LevelButton(str(value), f"{value}, {level.name}", theme, self)
            set_tip(button, level_words(criterion, value))
            button.clicked.connect(lambda _=False, value=value: self._press(value))
            self.levels.append(button)
        self.not_applicable = LevelButton("N/A", "Not applicable", theme, self)
        set_tip(self.not_applicable, "Not applicable: leaves the criterion out of the score (0)")
        self.not_applicable.clicked.connect(lambda: self._press(None))
        self.buttons = [*self.levels, self.not_applicable]
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        for button in self.buttons:
            button.theme = theme
        self.setFixedSize(self.sizeHint())
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        width = len(self.levels) * self._level_width + fonts.scaled(NOT_APPLICABLE) + 2
        return QSize(width + 2 * RING, fonts.scaled(HEIGHT) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_rating(self, value: int | None, not_applicable: bool) -> None:
        """Show what is saved; says nothing by `rated`."""
        for button in self.buttons:
            button.setAutoExclusive(False)
            button.setChecked(False)
        chosen = self.not_applicable if not_applicable else self._button(value)
        if chosen is not None:
            chosen.setChecked(True)
        for button in self.buttons:
            button.setAutoExclusive(True)
        self.update()

    def set_locked(self, locked: bool) -> None:
        """Locked levels can be looked at and not changed."""
        self.locked = locked
        for button in self.buttons:
            button.setEnabled(not locked)

    def point_at(self, button: LevelButton | None) -> None:
        """Look at a level without choosing it."""
        self.pointed = button
        self.looked_at.emit(self.levels.index(button) + 1 if button in self.levels else None)
        for one in self.buttons:
            one.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if digit and digit in "123456789" and int(digit) <= len(self.levels):
            self._rate(int(digit))
            self.keyed.emit()
        elif digit == "0":
            self._rate(None, not_applicable=True)
            self.keyed.emit()
        elif event.key() in CLEARING:
            self._rate(None)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (event.key() == Qt.Key.Key_Right) != self.isRightToLeft()
            self._look(1 if forward else -1)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        QWidget.focusInEvent(self, event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        QWidget.focusOutEvent(self, event)
        self.point_at(None)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QRectF(self.rect())
        painter.setBrush(self._theme.color("paper"))
        painter.setPen(QPen(self._theme.color("control"), 1))
        inset = RING + 0.5
        painter.drawRoundedRect(around.adjusted(inset, inset, -inset, -inset), 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRoundedRect(around.adjusted(1, 1, -1, -1), 7, 7)
        painter.end()

    @property
    def _level_width(self) -> int:
        return fonts.scaled(LEVEL if len(self.levels) <= ROOMY_LEVELS else NARROW_LEVEL)

    def _button(self, value: int | None) -> LevelButton | None:
        return self.levels[value - 1] if value is not None and 1 <= value <= len(self.levels) else None

    def _place(self) -> None:
        left = RING + 1
        for button in self.buttons:
            wide = fonts.scaled(NOT_APPLICABLE) if button is self.not_applicable else self._level_width
            place = QRect(left, RING + 1, wide, self.height() - 2 * RING - 2)
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
            left += wide

    def _look(self, step: int) -> None:
        chosen = next((one for one in self.levels if one.isChecked()), None)
        here = self.pointed if self.pointed in self.levels else chosen
        place = self.levels.index(here) + step if here is not None else 0 if step > 0 else len(self.levels) - 1
        button = self.levels[max(0, min(place, len(self.levels) - 1))]
        self.point_at(button)
        announce(self, level_words(self._criterion, self.levels.index(button) + 1))

    def _rate(self, value: int | None, *, not_applicable: bool = False) -> None:
        if not self.locked:
            self.rated.emit(value, not_applicable)

    def _press(self, value: int | None) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._rate(value, not_applicable=value is None)
