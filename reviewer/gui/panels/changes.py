"""The Changes tab of Revise: what was rewritten, why, and which concerns are still open."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edits import revising
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import RevisedTurn
from reviewer.domain.transcript import Role
from reviewer.domain.worddiff import changed_words, counted_words, word_differences
from reviewer.gui import fonts
from reviewer.gui.margin.card_head import badge_icon
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import Elided, PlainText
from reviewer.gui.widgets.score_bar import ScoreBar
from reviewer.gui.words import counted

NOTHING = "Nothing rewritten yet. Press Enter on a turn, or use a suggestion from a comment."
BADGE = 16


class ChangeRow(QFrame):
    """One rewritten turn, its criteria, its words, and its reason."""

    activated = Signal(int)
    explained = Signal(object, str)

    def __init__(
        self, full: FullReview, change: RevisedTurn, original: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.change = change
        self._position = change.origin or 1
        self.title = TextButton(f"Turn {self._position} edited", theme, self, icon="pencil", tone="title")
        self.title.setFont(fonts.font(13, 600))
        self.title.clicked.connect(lambda: self.activated.emit(self._position))
        inserted, deleted = changed_words(word_differences(original, change.text))
        self.words = PlainText(f"+{inserted} −{deleted}", self)
        self.words.setFont(fonts.font(12, tabular=True))
        self.words.setProperty("tone", "dim")
        self.reason = QLineEdit(change.reason, self)
        self.reason.setFont(fonts.font(12.5))
        self.reason.setProperty("bare", "true")
        self.reason.setPlaceholderText("Reason, for the page")
        self.reason.setAccessibleName(f"Reason for the change of turn {self._position}")
        self.reason.editingFinished.connect(self._explain)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.title)
        for criterion in dict.fromkeys(one.criterion for one in full.annotations if one.id in change.annotations):
            badge = PlainText("", self)
            size = fonts.scaled(BADGE)
            badge.setPixmap(badge_icon(full.rubric.criterion(criterion), theme, size).pixmap(size, size))
            top.addWidget(badge)
        top.addStretch(1)
        top.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 14, 9)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.reason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        painter.end()

    def _explain(self) -> None:
        if self.reason.text() != self.change.reason:
            self.explained.emit(self.change, self.reason.text())


class OpenConcern(QFrame):
    """A concern that no change answers yet; a press goes to its turn."""

    activated = Signal(int)

    def __init__(self, full: FullReview, concern: Annotation, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position = concern.anchor.first_turn
        self.button = TextButton(f"{full.numbers[concern.id]}", theme, self, tone="link")
        criterion = full.rubric.criterion(concern.criterion)
        size = fonts.scaled(BADGE)
        self.button.setIcon(badge_icon(criterion, theme, size))
        self.button.setIconSize(QSize(size, size))
        self.words = Elided(concern.text or concern.anchor.quote, self)
        self.words.setFont(fonts.font(12.5))
        self.button.setAccessibleName(f"Concern {full.numbers[concern.id]}: {concern.text or concern.anchor.quote}")
        self.button.clicked.connect(lambda: self.activated.emit(self._position))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 14, 1)
        row.addWidget(self.button)
        row.addWidget(self.words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.activated.emit(self._position)


class Changes(QWidget):
    """Shows the open review's revision."""

    activated = Signal(int)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.addressed = PlainText("", self)
        self.share = PlainText("", self)
        self.bar = ScoreBar(theme, self)
        self.words = PlainText("", self)
        self.empty = PlainText(NOTHING, self)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(14, 14, 14, 14)
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._inside)
        self._lay_out()
        session.opened.connect(self.show_review)
        session.changed.connect(lambda _: self.show_review())
        self.set_theme(theme)

    def _lay_out(self) -> None:
        head, line = QVBoxLayout(), QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.setSpacing(7)
        line.addWidget(self.addressed)
        line.addStretch(1)
        line.addWidget(self.share)
        head.addLayout(line)
        head.addWidget(self.bar)
        head.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.empty)
        column.addWidget(self._scroll, 1)

    @property
    def count(self) -> int:
        """How many turns are rewritten."""
        full = self._session.full
        return len(full.revised_turns) if full else 0

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.bar.set_theme(theme)
        self.addressed.setFont(fonts.font(13, 600))
        for part in (self.share, self.words):
            part.setFont(fonts.font(12, tabular=True))
        self.empty.setFont(fonts.font(13))
        self.show_review()

    def show_review(self) -> None:
        """Show the open revision as it is saved; hidden, it waits."""
        full = self._session.full
        if full is None or not self.isVisible():
            return
        concerns = [one for one in full.annotations if one.verdict is Verdict.CONCERN]
        answered = {link for change in full.revised_turns for link in change.annotations}
        still_open = [one for one in concerns if one.id not in answered]
        done = len(concerns) - len(still_open)
        self.addressed.setText(f"{done} of {counted(len(concerns), 'concern')} addressed")
        self.share.setText(f"{100 * done // len(concerns)} %" if concerns else "")
        self.bar.show_share(done / len(concerns) if concerns else 0, "accent")
        self.words.setText(self._agent_words(full))
        self.empty.setVisible(not full.revised_turns)
        self._fill(full, still_open)

    def showEvent(self, event: QShowEvent) -> None:
        self.show_review()

    def _fill(self, full: FullReview, still_open: list[Annotation]) -> None:
        while self._column.count():
            taken = self._column.takeAt(0)
            part = taken.widget() if taken else None
            if part is not None:
                part.deleteLater()
        for change in sorted(full.revised_turns, key=lambda one: one.order_key):
            turn = self._session.turn(change.origin or 0)
            row = ChangeRow(full, change, turn.text if turn else "", self._theme, self._inside)
            row.activated.connect(self.activated)
            row.explained.connect(self._explain)
            self._column.addWidget(row)
        if still_open and full.revised_turns:
            heading = PlainText("Concerns not addressed yet", self._inside)
            heading.setFont(fonts.font(12, 600))
            heading.setContentsMargins(14, 12, 14, 4)
            self._column.addWidget(heading)
            for concern in still_open:
                row_open = OpenConcern(full, concern, self._theme, self._inside)
                row_open.activated.connect(self.activated)
                self._column.addWidget(row_open)
        self._column.addStretch(1)

    def _explain(self, change: RevisedTurn, reason: str) -> None:
        if self._session.full:
            self._session.do(revising.explain(self._session.full, change, reason))

    def _agent_words(self, full: FullReview) -> str:
        """Words of the agent before and after, counted over the rewritten turns only so that long chats stay fast."""
        agents = {one.id for one in full.speakers if one.role is Role.AGENT}
        before = after = 0
        for change in full.revised_turns:
            turn = self._session.turn(change.origin or 0)
            if turn and turn.speaker in agents:
                before += counted_words(turn.text)
                after += counted_words(change.text)
        return f"Agent words in rewritten turns {before} → {after}" if full.revised_turns else ""
