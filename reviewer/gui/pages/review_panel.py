"""The panel beside the conversation: Scorecard or Changes, Questions where something is asked, and Comments."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from reviewer.gui.panels.changes import Changes
from reviewer.gui.panels.comments import CommentsPanel
from reviewer.gui.panels.questions import Questions
from reviewer.gui.panels.scorecard import Scorecard
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.hairline import Hairline
from reviewer.gui.widgets.panel_tabs import PanelTabs, Tab

SCORECARD, CHANGES, QUESTIONS, COMMENTS = "scorecard", "changes", "questions", "comments"


class ReviewPanel(QFrame):
    """Tabs by key; the first depends on the mode."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._session = session
        self._mode = "review"
        self._keys: list[str] = []
        self.tabs = PanelTabs(theme, self)
        self.tabs.setAccessibleName("Panel")
        self.scorecard = Scorecard(session, theme, self)
        self.changes = Changes(session, theme, self)
        self.questions = Questions(session, theme, self)
        self.comments = CommentsPanel(theme, self)
        self._parts: dict[str, QWidget] = {
            SCORECARD: self.scorecard, CHANGES: self.changes, QUESTIONS: self.questions, COMMENTS: self.comments,
        }  # fmt: skip
        self.stack = QStackedWidget(self)
        for part in self._parts.values():
            self.stack.addWidget(part)
        self._line = Hairline(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._line)
        column.addWidget(self.stack, 1)
        self.show_counts()
        self.tabs.currentChanged.connect(lambda _: self._show())
        self.scorecard.comments_wanted.connect(self.show_comments)
        session.opened.connect(self.show_counts)
        self.set_theme(theme)

    @property
    def shown(self) -> str:
        """The key of the tab that is shown."""
        return self._keys[max(self.tabs.currentIndex(), 0)]

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._line.set_theme(theme)
        for part in (self.tabs, self.scorecard, self.changes, self.questions, self.comments):
            part.set_theme(theme)

    def set_mode(self, mode: str) -> None:
        """Scorecard in Review, Changes in Revise."""
        self._mode = mode
        self.show_counts()

    def show_part(self, key: str) -> None:
        """Show one tab, where the mode has it."""
        if key in self._keys:
            self.tabs.setCurrentIndex(self._keys.index(key))

    def show_comments(self, criterion: str) -> None:
        """The comments under one criterion."""
        self.show_part(COMMENTS)
        self.comments.show_criterion(criterion)

    def show_counts(self) -> None:
        """The tabs of the mode, and the numbers on them."""
        tabs = self._tabs()
        before = self.shown if self._keys else SCORECARD
        self._keys = list(tabs)
        self.tabs.show_tabs(list(tabs.values()))
        self.tabs.setCurrentIndex(self._keys.index(before) if before in self._keys else 0)
        self._show()

    def focus(self) -> None:
        """The keyboard goes to the shown tab."""
        if self.shown == SCORECARD:
            self.scorecard.focus_first()
        elif self.shown == QUESTIONS:
            self.questions.focus_question()
        elif self.shown == COMMENTS:
            self.comments.focus()
        else:
            self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tabs(self) -> dict[str, Tab]:
        full = self._session.full
        comments = len(full.annotations) if full else 0
        first = {SCORECARD: Tab("Scorecard")}
        if self._mode == "revise":
            first = {CHANGES: Tab("Changes", _count(self.changes.count))}
        asked = full is not None and self._mode == "review" and (full.exercise is not None or bool(full.answers))
        second = {QUESTIONS: Tab("Questions", self._answered(), "circle-help")} if asked else {}
        return {**first, **second, COMMENTS: Tab("Comments", _count(comments), "message-square")}

    def _answered(self) -> str:
        full = self._session.full
        return f"{self.questions.answered}/{len(full.questions)}" if full and full.questions else ""

    def _show(self) -> None:
        self.stack.setCurrentWidget(self._parts[self.shown])


def _count(number: int) -> str:
    return f"{number:,}" if number else ""
