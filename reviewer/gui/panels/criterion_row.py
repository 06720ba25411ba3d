"""One criterion of the scorecard: badge, name, rating, and when focused its level and reason."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.review import Rating
from reviewer.domain.rubric import Criterion
from reviewer.gui import fonts, icons
from reviewer.gui.margin.card_head import badge_icon
from reviewer.gui.margin.writing_field import WritingField
from reviewer.gui.panels.criterion_menu import criterion_menu
from reviewer.gui.panels.rating_control import RING, RatingControl
from reviewer.gui.panels.rating_words import APPLIES, is_stray, level_words, spoken_criterion, stray_words
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import GAP, IconButton, TextButton
from reviewer.gui.widgets.chip import Chip
from reviewer.gui.widgets.plain import Elided, PlainText, set_tip
from reviewer.gui.words import counted

BADGE, INDENT = 20, 28
PAUSE = 1000
"""Milliseconds without typing after which a reason is saved."""
MOST_BESIDE, MOST_INDENTED = 6, 7
"""So many levels leave room for the count of comments beside them, and for the indent."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CriterionRow(QFrame):
    """Up and Down leave to the neighbour, digits rate, Enter goes to the reason, Ctrl+Enter finishes."""

    rated = Signal(object, bool)
    noted = Signal(str)
    step = Signal(int)
    focused = Signal()
    comments_wanted = Signal(str)
    finish_wanted = Signal()
    grown = Signal()
    """The open row has another height."""

    def __init__(self, criterion: Criterion, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self._rating: Rating | None = None
        self._comments = 0
        self._noted = ""
        self._looked: int | None = None
        self._theme = theme
        self._opened = self._locked = False
        self._badge = PlainText("", self)
        self.name = Elided(criterion.name, self)
        self.critical = Chip(theme, self)
        self.critical.setVisible(criterion.critical)
        self.applies = Chip(theme, self)
        self.applies.setVisible(criterion.applies_to in APPLIES)
        self.weight = PlainText(f"{criterion.weight} %", self)
        self.weight.setProperty("tone", "dim")
        self.control = RatingControl(criterion, theme, self)
        self.comments = TextButton("", theme, self, icon="message-square", tone="link")
        self.comments.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._details = QWidget(self)
        self.level = PlainText("", self)
        self.clear = IconButton("x", f"Clear the rating of {criterion.name}", theme, self, key="Backspace")
        self.clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.note = WritingField(self)
        self.note.setPlaceholderText("Reason, for the page")
        self.note.setAccessibleName(f"Reason, {criterion.name}")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.set_open(False)

    def _lay_out(self) -> None:
        top, middle, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        levels = len(self.criterion.levels)
        column.setContentsMargins(12, 7, 14, 5)
        column.setSpacing(0)
        top.setSpacing(8)
        both = self.criterion.critical and self.criterion.applies_to in APPLIES
        for part in (self._badge, self.name, self.critical):
            top.addWidget(part, 100 if part is self.name else 0)
        if not both:
            top.addWidget(self.applies)
        top.addStretch(1)
        middle.setSpacing(0)
        middle.addSpacing(INDENT - RING if levels <= MOST_INDENTED else -RING)
        middle.addWidget(self.control)
        middle.addStretch(1)
        (middle if levels <= MOST_BESIDE else top).addWidget(self.comments)
        top.addWidget(self.weight)
        column.addLayout(top)
        if both:
            whose = QHBoxLayout()
            whose.setContentsMargins(INDENT, 1, 0, 1)
            whose.addWidget(self.applies)
            whose.addStretch(1)
            column.addLayout(whose)
        column.addLayout(middle)
        column.addWidget(self._details)
        self.level.setWordWrap(True)
        self.level.setProperty("tone", "soft")
        described, inner = QHBoxLayout(), QVBoxLayout(self._details)
        described.addWidget(self.level, 1)
        described.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        inner.setContentsMargins(INDENT, 1, 0, 4)
        inner.setSpacing(6)
        inner.addLayout(described)
        inner.addWidget(self.note)

    def _connect(self) -> None:
        self.control.rated.connect(self.rated)
        self.control.looked_at.connect(self._look)
        self.clear.clicked.connect(lambda: self.rated.emit(None, False))
        self.comments.clicked.connect(self.ask_for_comments)
        self.note.written.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self.keep_note)
        self.note.unfocused.connect(self.keep_note)
        self.note.kept.connect(self.control.setFocus)
        self.note.left.connect(self.control.setFocus)
        for watched in (self.control, self.note):
            watched.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self._badge.setPixmap(self._badge_pixmap(theme))
        self.name.setFont(fonts.font(13, 500))
        self.name.setMaximumWidth(self.name.fontMetrics().horizontalAdvance(self.criterion.name) + 2)
        self.critical.set_theme(theme)
        self.critical.show_state("critical", "octagon-alert", "bad")
        self.applies.set_theme(theme)
        if self.criterion.applies_to in APPLIES:
            self.applies.show_state(*APPLIES[self.criterion.applies_to], "accent")
        self.weight.setFont(fonts.font(12, tabular=True))
        self.level.setFont(fonts.font(12))
        self.clear.set_theme(theme)
        self.note.set_text_size()
        self.comments.set_theme(theme)
        self.comments.setFont(fonts.font(12, tabular=True))
        self.comments.setStyleSheet(f"color: {theme.color('text3').name()}; padding: 0;")
        small = fonts.scaled(14)
        self.comments.setIcon(icons.icon("message-square", theme, small, color="text3", gap=GAP))
        self.comments.setIconSize(QSize(small + GAP, small))
        self.control.set_theme(theme)
        self._describe()

    @property
    def is_rated(self) -> bool:
        """Whether the criterion has a rating, or does not apply."""
        return self._rating is not None and (self._rating.value is not None or self._rating.not_applicable)

    def show_weight(self, wanted: bool) -> None:
        """Whether the weight is told; an exercise can keep it to itself."""
        self.weight.setVisible(wanted)
        self.control.setAccessibleName(spoken_criterion(self.criterion, weighted=wanted))

    def show_rating(self, rating: Rating | None, comments: int) -> None:
        """Show what is saved; a reason that is being written stays, and a new rating is what is described."""
        if rating != self._rating:
            self._looked = None
        self._rating, self._comments = rating, comments
        self.control.show_rating(rating.value if rating else None, bool(rating and rating.not_applicable))
        words = f"{counted(comments, 'comment')} under {self.criterion.name}"
        self.comments.setText(str(comments))
        self.comments.setAccessibleName(words)
        set_tip(self.comments, f"{words} (Space)")
        self.comments.setVisible(comments > 0)
        saved = rating.note if rating else ""
        if self.note.text() in (self._noted, saved):
            self.note.set_text(saved)
            self._noted = saved
        self._describe()

    def set_open(self, opened: bool) -> None:
        """Show or hide the level's description and the reason."""
        self._opened = opened
        self._describe()
        self.update()

    def set_locked(self, locked: bool) -> None:
        """A finished review, or that of somebody else, is not rated; its reasons can be read."""
        self._locked = locked
        self.control.set_locked(locked)
        self.note.setReadOnly(locked)
        self._describe()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the levels opens the row."""
        self.control.setFocus(Qt.FocusReason.MouseFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._opened:
            self.grown.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._opened:
            painter.fillRect(self.rect(), self._theme.color("paper"))
            edge = self.width() - 3 if self.isRightToLeft() else 0
            painter.fillRect(edge, 0, 3, self.height(), self._theme.color("accent"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self.control:
            return self._key(event)
        return False

    def keep_note(self) -> None:
        """Hand on the reason when it differs from what is saved; it stays to be handed on until it is."""
        self._pause.stop()
        if self.note.text() != self._noted and not self._locked:
            self.noted.emit(self.note.text())

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.step.emit(steps[Qt.Key(event.key())])
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish_wanted.emit()
        elif event.key() in ENTER:
            self.note.setFocus()
        elif event.key() == Qt.Key.Key_Space:
            self.ask_for_comments()
        else:
            return False
        return True

    def ask_for_comments(self) -> None:
        """The comments under the criterion are wanted."""
        self.comments_wanted.emit(self.criterion.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        below = self.control.mapToGlobal(self.control.rect().bottomLeft())
        menu = criterion_menu(self, self._comments)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below if by_key else event.globalPos())

    def _look(self, level: int | None) -> None:
        self._looked = level
        self._describe()

    def _describe(self) -> None:
        """The level that is looked at, else the chosen one, else what the criterion asks."""
        rating = self._rating
        stray = is_stray(self.criterion, rating)
        chosen = rating.value if rating and not rating.not_applicable and not stray else None
        shown = self._looked or chosen
        if shown is not None:
            words = level_words(self.criterion, shown)
        else:
            words = stray_words(self.criterion, rating) if rating and stray else self.criterion.description
        self.level.setText(words)
        self._details.setVisible(self._opened or stray)
        self.note.setVisible(self._opened)
        self.clear.setVisible(self._opened and self.is_rated and not self._locked)

    def _badge_pixmap(self, theme: Theme) -> QPixmap:
        size = fonts.scaled(BADGE)
        return badge_icon(self.criterion, theme, size).pixmap(QSize(size, size), self.devicePixelRatioF())
