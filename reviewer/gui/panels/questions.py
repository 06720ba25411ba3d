"""The Questions tab: what an exercise asks, the answers, and handing in."""

from itertools import pairwise

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.edits import reviewing
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Status
from reviewer.gui import fonts
from reviewer.gui.library.columns import day_words
from reviewer.gui.panels.question_row import QuestionRow
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.hairline import Hairline
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted
from reviewer.workspace.handed_in import local_day

NOTHING_ASKED = "Nothing is asked yet."


class Questions(QWidget):
    """Reads the open review; answers go out as edits."""

    turn_wanted = Signal(int)
    quote_wanted = Signal(str)
    """The id of the question whose answer takes the selected words."""
    hand_in_wanted = Signal()
    reopen_wanted = Signal()
    edit_wanted = Signal()
    left = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.rows: list[QuestionRow] = []
        self.last = ""
        """The id of the question whose answer had the keyboard last."""
        self.instructions = PlainText("", self)
        self.instructions.setWordWrap(True)
        self.instructions.setContentsMargins(14, 12, 14, 12)
        self.nothing = PlainText(NOTHING_ASKED, self)
        self.nothing.setContentsMargins(14, 12, 14, 0)
        self.add = TextButton("Add a question", theme, self, icon="plus", pressed=self.edit_wanted.emit)
        self.to_go = PlainText("", self)
        self.to_go.setProperty("tone", "soft")
        self.to_go.setWordWrap(True)
        self.hand_in = TextButton("Hand in…", theme, self, icon="file-output", pressed=self._act)
        self._line = Hairline(theme, self)
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._column = QVBoxLayout(self._inside)
        self._lay_out()
        session.opened.connect(self._open)
        session.changed.connect(lambda _: self.show_review())
        self.set_theme(theme)

    def _lay_out(self) -> None:
        scroll, foot, whole = QScrollArea(self), QFrame(self), QVBoxLayout(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._inside)
        self._scroll = scroll
        adding = QHBoxLayout()
        adding.setContentsMargins(14, 8, 14, 8)
        adding.addWidget(self.add)
        adding.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.instructions)
        self._column.addWidget(self._line)
        self._column.addWidget(self.nothing)
        self._column.addLayout(adding)
        self._column.addStretch(1)
        foot.setObjectName("panelFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 12, 14, 12)
        row.addWidget(self.to_go, 1)
        row.addWidget(self.hand_in)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(foot)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.instructions.setFont(fonts.font(13))
        self.nothing.setFont(fonts.font(13))
        self.to_go.setFont(fonts.font(12))
        for part in (self.add, self.hand_in, self._line):
            part.set_theme(theme)
        for row in self.rows:
            row.set_theme(theme)

    def show_review(self) -> None:
        """Show the open review as it is saved."""
        full = self._session.full
        if full is None:
            return
        if [row.question for row in self.rows] != list(full.questions):
            self._make_rows(full)
        answers = {one.question: one.text for one in full.answers}
        locked = full.review.status is Status.DONE or not self._session.own
        for row in self.rows:
            row.show_answer(answers.get(row.question.id, ""), full.transcript.turn_count, locked=locked)
        words = _instructions(full)
        self.instructions.setText(words)
        self.instructions.setVisible(bool(words))
        self._line.setVisible(bool(words))
        self.nothing.setVisible(not self.rows)
        self.add.setVisible(not self.rows and full.exercise is not None)
        self._show_foot(full)

    def keep(self) -> None:
        """Hand on what is being written."""
        for row in self.rows:
            row.keep()

    def focus_question(self, question: str = "") -> None:
        """The keyboard goes to an answer: of this question, else to the first open one."""
        chosen = next((row for row in self.rows if row.question.id == question), None)
        empty = next((row for row in self.rows if not row.field.text().strip()), None)
        row = chosen or empty or next(iter(self.rows), None)
        if row is not None:
            row.field.setFocus()
            self._scroll.ensureWidgetVisible(row)
        else:
            (self.add if self.add.isVisible() else self.hand_in).setFocus()

    def insert(self, question: str, words: str) -> None:
        """Put words into an answer; without a question, into that which has the keyboard or had it last."""
        row = next((one for one in self.rows if one.question.id == question), next(iter(self.rows), None))
        if row is not None:
            row.insert(words)

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        full = self._session.full
        asked = {one.id for one in full.questions} if full else set()
        return len({one.question for one in full.answers if one.text.strip()} & asked) if full else 0

    def _show_foot(self, full: FullReview) -> None:
        done = full.review.status is Status.DONE
        answers, ratings = len(full.questions) - self.answered, full.score.to_rate - full.score.rated
        parts = [counted(answers, "answer") if answers else "", counted(ratings, "rating") if ratings else ""]
        left = " and ".join(part for part in parts if part)
        version = f", version {full.review.version}" if full.review.version > 1 else ""
        if full.review.handed_in_at:
            self.to_go.setText(f"Handed in {day_words(local_day(full.review.handed_in_at))}{version}")
        else:
            self.to_go.setText(f"{left} to go" if left else "Everything is answered and rated")
        self.hand_in.setText("Reopen" if done else "Hand in…")
        self.hand_in.setEnabled(self._session.own)

    def _act(self) -> None:
        full = self._session.full
        if full and full.review.status is Status.DONE:
            self.reopen_wanted.emit()
        else:
            self.hand_in_wanted.emit()

    def _open(self) -> None:
        self._clear()
        self.show_review()

    def _clear(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def _make_rows(self, full: FullReview) -> None:
        self.keep()
        self._clear()
        for place, question in enumerate(full.questions):
            row = QuestionRow(question, self._theme, self._inside)
            row.written.connect(self._save)
            row.quote_wanted.connect(self.quote_wanted)
            row.turn_wanted.connect(self.turn_wanted)
            row.next_wanted.connect(self._next)
            row.left.connect(self.left)
            row.entered.connect(self._remember)
            self.rows.append(row)
            self._column.insertWidget(2 + place, row)
        order = [self.add, *(part for row in self.rows for part in (row.field, row.quote)), self.hand_in]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _remember(self, question: str) -> None:
        self.last = question

    def _save(self, question: str, text: str) -> None:
        full = self._session.full
        if full is not None:
            self._session.do(reviewing.answer(full, question, text))

    def _next(self, question: str) -> None:
        self.keep()
        ids = [row.question.id for row in self.rows]
        place = ids.index(question) + 1 if question in ids else 0
        if place < len(self.rows):
            self.focus_question(ids[place])
        else:
            self.hand_in.setFocus()


def _instructions(full: FullReview) -> str:
    """What is to be done, and by when."""
    if full.exercise is None:
        return ""
    home = full.exercise.collection
    due = QDate.fromString(home.due or "", Qt.DateFormat.ISODate)
    by = f"Hand in by {QLocale().toString(due, 'd MMMM yyyy')}." if due.isValid() else ""
    return " ".join(part for part in (home.instructions.strip(), by) if part)
