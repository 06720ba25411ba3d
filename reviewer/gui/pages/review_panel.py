"""The panel beside the conversation: Scorecard or Changes, and Comments."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.panels.changes import Changes
from reviewer.gui.panels.comments import CommentsPanel
from reviewer.gui.panels.scorecard import Scorecard
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.hairline import Hairline


class ReviewPanel(QFrame):
    """Two tabs; the first depends on the mode."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._session = session
        self._mode = "review"
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab("Scorecard")
        self.tabs.addTab("Comments")
        self.tabs.setAccessibleName("Panel")
        self.scorecard = Scorecard(session, theme, self)
        self.changes = Changes(session, theme, self)
        self.comments = CommentsPanel(theme, self)
        self.stack = QStackedWidget(self)
        for part in (self.scorecard, self.changes, self.comments):
            self.stack.addWidget(part)
        self._line = Hairline(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._line)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(lambda _: self._show())
        self.scorecard.comments_wanted.connect(self.show_comments)
        session.opened.connect(self.show_counts)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.tabs.setFont(fonts.font(13, 500))
        self._line.set_theme(theme)
        for part in (self.scorecard, self.changes, self.comments):
            part.set_theme(theme)

    def set_mode(self, mode: str) -> None:
        """Scorecard in Review, Changes in Revise."""
        self._mode = mode
        self.show_counts()
        self._show()

    def show_comments(self, criterion: str) -> None:
        """The comments under one criterion."""
        self.tabs.setCurrentIndex(1)
        self.comments.show_criterion(criterion)

    def show_counts(self) -> None:
        """The numbers on the tabs."""
        full = self._session.full
        comments = len(full.annotations) if full else 0
        changes = self.changes.count
        self.tabs.setTabText(0, "Scorecard" if self._mode == "review" else _named("Changes", changes))
        self.tabs.setTabText(1, _named("Comments", comments))

    def focus(self) -> None:
        """The keyboard goes to the shown tab."""
        if self.stack.currentWidget() is self.scorecard:
            self.scorecard.focus_first()
        elif self.stack.currentWidget() is self.comments:
            self.comments.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self) -> None:
        first = self.scorecard if self._mode == "review" else self.changes
        self.stack.setCurrentWidget(self.comments if self.tabs.currentIndex() == 1 else first)


def _named(name: str, count: int) -> str:
    return f"{name}  {count}" if count else name
