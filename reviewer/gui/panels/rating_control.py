"""Levels of one criterion and N/A as joined buttons."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from reviewer.domain.rubric import Criterion
from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import set_tip

LEVEL, NOT_APPLICABLE, HEIGHT = 30, 38, 26


class LevelButton(QAbstractButton):
    """One level, or N/A; painted flat so that they join."""

    def __init__(self, text: str, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(LEVEL), fonts.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        if on:
            painter.fillRect(self.rect(), self.theme.color("accent"))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), self.theme.color("accent_soft"))
        wide = len(self.text()) > 1
        painter.setFont(fonts.font(11 if wide else 12, 700 if on else 500, tabular=True))
        painter.setPen(self.theme.color("on_accent" if on else "text2" if self.isEnabled() else "text3"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.x() > 2:
            painter.setPen(QPen(self.theme.color("line_strong" if wide else "line"), 1))
            painter.drawLine(0, 0, 0, self.height())
        painter.end()


class RatingControl(QWidget):
    """Chooses a level (from 1), N/A, or nothing; `rated` carries the level or None, and whether it is N/A."""

    rated = Signal(object, bool)

    def __init__(self, criterion: Criterion, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion = criterion
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        critical = "yes" if criterion.critical else "no"
        self.setAccessibleName(f"{criterion.name}, {criterion.weight} percent, critical {critical}")
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self.levels: list[LevelButton] = []
        for value, level in enumerate(criterion.levels, start=1):
            button = LevelButton(str(value), f"{value}, {level.name}", theme, self)
            set_tip(button, f"{value}, {level.name}: {level.description}")
            button.clicked.connect(lambda _=False, value=value: self._press(value))
            self.levels.append(button)
        self.not_applicable = LevelButton("N/A", "Not applicable", theme, self)
        set_tip(self.not_applicable, "Not applicable: leaves the criterion out of the score (0)")
        self.not_applicable.clicked.connect(lambda: self._press(None))
        for button in (*self.levels, self.not_applicable):
            row.addWidget(button)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        for button in (*self.levels, self.not_applicable):
            button.theme = theme
            button.setFixedWidth(fonts.scaled(LEVEL if button is not self.not_applicable else NOT_APPLICABLE))
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        width = len(self.levels) * fonts.scaled(LEVEL) + fonts.scaled(NOT_APPLICABLE) + 2
        return QSize(width, fonts.scaled(HEIGHT))

    def show_rating(self, value: int | None, not_applicable: bool) -> None:
        """Show what is saved; says nothing by `rated`."""
        for number, button in enumerate(self.levels, start=1):
            button.setChecked(number == value and not not_applicable)
        self.not_applicable.setChecked(not_applicable)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if digit.isdigit() and 1 <= int(digit) <= len(self.levels):
            self.rated.emit(int(digit), False)
        elif digit == "0":
            self.rated.emit(None, True)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.rated.emit(None, False)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color("paper"))
        focused = self.hasFocus()
        painter.setPen(QPen(self._theme.color("accent" if focused else "control"), 2 if focused else 1))
        inset = 1 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 5, 5)
        painter.end()

    def _press(self, value: int | None) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.rated.emit(value, value is None)
