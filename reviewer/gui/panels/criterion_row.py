"""One criterion of the scorecard: badge, name, rating, and when focused its level and reason."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.domain.review import Rating
from reviewer.domain.rubric import Criterion
from reviewer.gui import fonts, icons
from reviewer.gui.margin.card_head import badge_icon
from reviewer.gui.panels.rating_control import RatingControl
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import GAP, TextButton
from reviewer.gui.widgets.chip import Chip
from reviewer.gui.widgets.plain import PlainText

BADGE, INDENT, NOTE_HEIGHT = 20, 28, 54


class CriterionRow(QFrame):
    """Up and Down leave to the neighbour, digits rate, Enter goes to the reason."""

    rated = Signal(object, bool)
    noted = Signal(str)
    step = Signal(int)
    focused = Signal()
    comments_wanted = Signal(str)

    def __init__(self, criterion: Criterion, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self._rating: Rating | None = None
        self._theme = theme
        self._opened = False
        self._badge = PlainText("", self)
        self._name = PlainText(criterion.name, self)
        self._critical = Chip(theme, self)
        self._critical.setVisible(criterion.critical)
        self._weight = PlainText(f"{criterion.weight} %", self)
        self._weight.setProperty("tone", "dim")
        self.control = RatingControl(criterion, theme, self)
        self.comments = TextButton("", theme, self, icon="message-square", tone="link")
        self.comments.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.level = PlainText("", self)
        self.level.setWordWrap(True)
        self.level.setProperty("tone", "soft")
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText("Reason, for the page")
        self.note.setAccessibleName(f"Reason, {criterion.name}")
        self._lay_out()
        self.control.rated.connect(self.rated)
        self.comments.clicked.connect(lambda: self.comments_wanted.emit(criterion.id))
        for watched in (self.control, self.note):
            watched.installEventFilter(self)
        self.set_theme(theme)
        self.set_open(False)

    def _lay_out(self) -> None:
        top, middle, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(12, 7, 14, 8)
        column.setSpacing(3)
        for part in (self._badge, self._name, self._critical):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self._weight)
        top.setSpacing(8)
        middle.addSpacing(INDENT)
        middle.addWidget(self.control)
        middle.addStretch(1)
        middle.addWidget(self.comments)
        column.addLayout(top)
        column.addLayout(middle)
        details: tuple[QWidget, ...] = (self.level, self.note)
        for detail in details:
            row = QHBoxLayout()
            row.addSpacing(INDENT)
            row.addWidget(detail)
            column.addLayout(row)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self._badge.setPixmap(self._badge_pixmap(theme))
        self._name.setFont(fonts.font(13, 500))
        self._critical.set_theme(theme)
        self._critical.show_state("critical", "octagon-alert", "bad")
        self._weight.setFont(fonts.font(12, tabular=True))
        self.level.setFont(fonts.font(12))
        self.note.setFont(fonts.font(12.5))
        self.note.setFixedHeight(fonts.scaled(NOTE_HEIGHT))
        self.comments.set_theme(theme)
        self.comments.setFont(fonts.font(12, tabular=True))
        self.comments.setStyleSheet(f"color: {theme.color('text3').name()}; padding: 0;")
        small = fonts.scaled(14)
        self.comments.setIcon(icons.icon("message-square", theme, small, color="text3", gap=GAP))
        self.comments.setIconSize(QSize(small + GAP, small))
        self.control.set_theme(theme)

    def show_rating(self, rating: Rating | None, comments: int) -> None:
        """Show what is saved; a reason that is being written stays."""
        self._rating = rating
        value = rating.value if rating else None
        self.control.show_rating(value, bool(rating and rating.not_applicable))
        self.comments.setText(str(comments))
        self.comments.setAccessibleName(f"{comments} comments under {self.criterion.name}")
        self.comments.setVisible(comments > 0)
        level = self.criterion.levels[value - 1] if value and value <= len(self.criterion.levels) else None
        self.level.setText(f"{value}: {level.description}" if level else self.criterion.description)
        saved = rating.note if rating else ""
        if not self.note.hasFocus() and self.note.toPlainText() != saved:
            self.note.setPlainText(saved)

    def set_open(self, opened: bool) -> None:
        """Show or hide the level's description and the reason."""
        self.level.setVisible(opened)
        self.note.setVisible(opened)
        self._opened = opened
        self.update()

    def set_locked(self, locked: bool) -> None:
        """A finished review is not rated any more."""
        self.control.setEnabled(not locked)
        self.note.setReadOnly(locked)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._opened:
            painter.fillRect(self.rect(), self._theme.color("paper"))
            painter.fillRect(0, 0, 3, self.height(), self._theme.color("accent"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        elif event.type() == QEvent.Type.FocusOut and watched is self.note:
            self.keep_note()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        return False

    def keep_note(self) -> None:
        """Hand on the reason when it differs from what is saved."""
        saved = self._rating.note if self._rating else ""
        if self.note.toPlainText() != saved:
            self.noted.emit(self.note.toPlainText())

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        if watched is self.note:
            if event.key() == Qt.Key.Key_Escape or (
                event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                self.control.setFocus()
                return True
            return False
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.step.emit(steps[Qt.Key(event.key())])
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.note.setFocus()
            return True
        if event.key() == Qt.Key.Key_Space:
            self.comments_wanted.emit(self.criterion.id)
            return True
        return False

    def _badge_pixmap(self, theme: Theme) -> QPixmap:
        size = fonts.scaled(BADGE)
        return badge_icon(self.criterion, theme, size).pixmap(QSize(size, size), self.devicePixelRatioF())
