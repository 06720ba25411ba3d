"""What just happened, for a while, at the bottom of the page; and what needs a choice, at its top."""

from collections.abc import Callable

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.plain import PlainText

SHOWN_MS = 8000
MOST_SAID = 30
SPACE = 16
MOST_WIDTH = 640
MOST_WORDS = 340
STACKED = 1.4

Choice = tuple[str, Callable[[], object]]


def announce(widget: QWidget, sentence: str) -> None:
    """Say a sentence to a screen reader, where this version of Qt can."""
    kind = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if kind is not None:
        QAccessible.updateAccessibility(kind(widget, sentence))
    else:
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))


class Notice(QFrame):
    """One sentence and at most one choice; goes after 8 s unless pointed at or focused."""

    def __init__(self, page: QWidget, theme: Theme, area: Callable[[], QRect]) -> None:
        super().__init__(page)
        self.setObjectName("notice")
        self._page = page
        self._area = area
        self._act: Callable[[], object] | None = None
        self.said: list[str] = []
        """What it said, the last one first."""
        self._words = PlainText("", self)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = TextButton("", theme, self, pressed=self._choose)
        self._close = IconButton("x", "Close", theme, self)
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._maybe_hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 6, 6)
        row.setSpacing(10)
        for part in (self._words, self._button, self._close):
            row.addWidget(part)
        page.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, while it is shown."""
        return self._words.text() if not self.isHidden() else ""

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._words.setFont(fonts.font(13))
        self._button.set_theme(theme)
        self._close.setIcon(icons.icon("x", theme, fonts.scaled(16), color="notice"))

    def say(self, sentence: str, choice: Choice | None = None) -> None:
        """Show a sentence, with one thing that can be done about it."""
        self.said = [sentence, *self.said][:MOST_SAID]
        self._words.setText(sentence)
        self._act = choice[1] if choice else None
        self._button.setText(choice[0] if choice else "")
        self._button.setVisible(choice is not None)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, sentence)

    def focus_choice(self) -> None:
        """The keyboard goes to what can be done about it."""
        (self._button if not self._button.isHidden() else self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    def _choose(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _maybe_hide(self) -> None:
        if self._button.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        area = self._area()
        width = min(MOST_WIDTH, area.width() - 2 * SPACE)
        self.setFixedWidth(max(width, 1))
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        left = area.left() + (area.width() - width) // 2
        self.setGeometry(left, area.bottom() + 1 - height - SPACE, width, height)


class StateBar(QFrame):
    """A state that needs a choice; stays until one is made."""

    answered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stateBar")
        self.words = PlainText("", self)
        self.words.setWordWrap(True)
        self.field = QLineEdit(self)
        self.button = TextButton("", theme, self, pressed=self._answer)
        self.second = TextButton("", theme, self, tone="link", pressed=self._answer_second)
        self.later = TextButton("Later", theme, self, tone="link", pressed=self.hide)
        self.field.returnPressed.connect(self._answer)
        self._rows, row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self), QHBoxLayout()
        self._rows.setContentsMargins(14, 6, 14, 6)
        self._rows.addWidget(self.words)
        self._rows.addLayout(row)
        self._rows.addStretch(1)
        for part in (self.field, self.button, self.second, self.later):
            row.addWidget(part)
        row.addStretch(1)
        self._act: Callable[[], object] | None = None
        self._other: Callable[[], object] | None = None
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.second.set_theme(theme)
        self.words.setFont(fonts.font(13))
        self.field.setFont(fonts.font(13))
        self.button.set_theme(theme)
        self.later.set_theme(theme)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(below if fonts.scale() > STACKED else beside)
        self._say(self.words.text())

    def ask(self, question: str, button: str) -> None:
        """Ask for one line of text; `answered` carries it."""
        self._act = None
        self.second.hide()
        self.button.show()
        self.later.show()
        self._say(question)
        self.field.setAccessibleName(question)
        self.field.clear()
        self.field.show()
        self.button.setText(button)
        self.show()

    def tell(self, sentence: str, choice: Choice, other: Choice | None = None) -> None:
        """Say what needs a choice, and offer it, or one of two."""
        self._act = choice[1]
        self._other = other[1] if other else None
        self.second.setText(other[0] if other else "")
        self.second.setVisible(other is not None)
        self._say(sentence)
        self.field.hide()
        self.button.setText(choice[0])
        self.button.show()
        self.later.show()
        self.show()

    def inform(self, sentence: str) -> None:
        """Say a state that nothing can be chosen about; it stays as long as the state."""
        self._act = self._other = None
        for part in (self.field, self.button, self.second, self.later):
            part.hide()
        self._say(sentence)
        self.show()

    def _say(self, words: str) -> None:
        self.words.setText(words)
        natural = self.words.fontMetrics().horizontalAdvance(words) + 4
        self.words.setMinimumWidth(min(natural, MOST_WORDS))

    def _answer_second(self) -> None:
        if self._other is not None:
            self.hide()
            self._other()

    def _answer(self) -> None:
        if self._act is not None:
            act, self._act = self._act, None
            self.hide()
            act()
        elif self.field.text().strip():
            self.hide()
            self.answered.emit(self.field.text().strip())
