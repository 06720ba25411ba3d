"""The Scorecard tab: total, band, a row per criterion, summary and finishing."""

from collections import Counter

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.edits import reviewing
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Status
from reviewer.domain.scoring import Score, rounded
from reviewer.gui import fonts
from reviewer.gui.panels.criterion_row import CriterionRow
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.chip import Chip
from reviewer.gui.widgets.hairline import Hairline
from reviewer.gui.widgets.plain import Elided, PlainText

GOOD = 75
LOW = ("triangle-alert", "warn")
BAR = 6


class ScoreBar(QWidget):
    """The total as a bar that fills from the leading side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._color = "accent"
        self.setFixedHeight(BAR)

    def show_share(self, share: float, color: str) -> None:
        """`share` from 0 to 1, in the colour of a token."""
        self._share, self._color = share, color
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        if self._share > 0:
            filled = QRectF(self.rect())
            filled.setWidth(max(self.width() * self._share, 6))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                filled.moveRight(self.width())
            painter.setBrush(self._theme.color(self._color))
            painter.drawRoundedRect(filled, 3, 3)
        painter.end()


class Scorecard(QWidget):
    """Shows the open review's ratings and hands over what is rated."""

    summary_wanted = Signal()
    done_wanted = Signal()
    comments_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._rubric = ""
        self.rows: list[CriterionRow] = []
        self.total = PlainText("–", self)
        self.of = PlainText("", self)
        self.of.setProperty("tone", "soft")
        self.band = Chip(theme, self)
        self.bar = ScoreBar(theme, self)
        self.rated = PlainText("", self)
        self.rubric = Elided("", self)
        self.rated.setProperty("tone", "soft")
        self.rubric.setProperty("tone", "soft")
        self.rubric.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.failure = PlainText("", self)
        self.failure.setWordWrap(True)
        self.failure.setProperty("tone", "bad")
        self.summary = TextButton("Summary…", theme, self, icon="quote", pressed=self.summary_wanted.emit)
        self.done = TextButton("Mark as done", theme, self, icon="check-check", pressed=self.done_wanted.emit)
        self._line = Hairline(theme, self)
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._column = QVBoxLayout(self._inside)
        self._scroll = QScrollArea(self)
        self._lay_out()
        session.opened.connect(self.show_review)
        session.changed.connect(lambda _: self.show_review())
        self.set_theme(theme)

    def _lay_out(self) -> None:
        figures, facts, head, foot = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(), QFrame(self)
        figures.setSpacing(8)
        figures.addWidget(self.total, 0, Qt.AlignmentFlag.AlignBottom)
        figures.addWidget(self.of, 0, Qt.AlignmentFlag.AlignBottom)
        figures.addStretch(1)
        figures.addWidget(self.band, 0, Qt.AlignmentFlag.AlignVCenter)
        facts.addWidget(self.rated)
        facts.addWidget(self.rubric, 1)
        head.setContentsMargins(14, 10, 14, 10)
        head.setSpacing(7)
        head.addLayout(figures)
        head.addWidget(self.bar)
        head.addLayout(facts)
        head.addWidget(self.failure)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        foot.setObjectName("panelFoot")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(14, 12, 14, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self.summary, 1)
        buttons.addWidget(self.done, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self._scroll, 1)
        column.addWidget(foot)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.total.setFont(fonts.font(34, 700, tabular=True))
        self.of.setFont(fonts.font(13))
        below = QFontMetrics(self.total.font()).descent() - QFontMetrics(self.of.font()).descent()
        self.of.setStyleSheet(f"padding-bottom: {below}px;")
        for words in (self.rated, self.rubric, self.failure):
            words.setFont(fonts.font(12))
        self.bar.set_theme(theme)
        for button in (self.summary, self.done):
            button.set_theme(theme)
        self._line.set_theme(theme)
        self.band.set_theme(theme)
        for row in self.rows:
            row.set_theme(theme)
        self.show_review()

    def show_review(self) -> None:
        """Show the open review as it is saved."""
        full = self._session.full
        self.setEnabled(full is not None)
        if full is None:
            return
        if self._rubric != full.rubric.rubric.id:
            self._make_rows(full)
        counts = Counter(one.criterion for one in full.annotations)
        locked = full.review.status is Status.DONE
        for row in self.rows:
            row.show_rating(full.rating_of(row.criterion.id), counts[row.criterion.id])
            row.set_locked(locked)
        self._show_score(full.score)
        self.rubric.set_whole(f"{full.rubric.rubric.name}, v{full.rubric.rubric.version}")
        self.done.setText("Reopen" if locked else "Mark as done")

    def focus_first(self) -> None:
        """The keyboard is on the row that was open last, or the first one."""
        opened = next((row for row in self.rows if row.note.isVisibleTo(row)), self.rows[0] if self.rows else None)
        if opened and opened.control.isEnabled():
            opened.control.setFocus()
        else:
            self.done.setFocus()

    def keep_notes(self) -> None:
        """Hand on reasons that are being written."""
        for row in self.rows:
            row.keep_note()

    def _make_rows(self, full: FullReview) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rubric = full.rubric.rubric.id
        self.rows = [CriterionRow(criterion, self._theme, self._inside) for criterion in full.rubric.criteria]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
            row.rated.connect(lambda value, na, row=row: self._rate(row, value, na))
            row.noted.connect(lambda words, row=row: self._note(row, words))
            row.focused.connect(lambda row=row: self._open(row))
            row.step.connect(lambda step, place=place: self._go(place + step))
            row.comments_wanted.connect(self.comments_wanted)

    def _show_score(self, score: Score) -> None:
        shown = score.shown
        self.total.setText("–" if shown is None else str(shown))
        self.of.setText("Rate the criteria as you read" if shown is None else _of_words(score))
        self.rated.setText(f"{score.rated} of {score.to_rate} rated")
        good = score.band is not None and score.band.start >= GOOD
        color = "deleted" if score.failed else "inserted" if good else "warning"
        self.bar.show_share(float(score.total or 0) / 100, color)
        self.band.setVisible(score.band is not None)
        words = "Critical failure" if score.failed else score.band.name if score.band else ""
        icon, kind = ("octagon-alert", "bad") if score.failed else ("circle-check", "ok") if good else LOW
        self.band.show_state(words, icon, kind)
        names = ", ".join(criterion.name for criterion in score.failed)
        without = "" if score.uncapped is None else f" Without it: {rounded(score.uncapped)}."
        self.failure.setText(f"Critical failure: {names}.{without}" if names else "")
        self.failure.setVisible(bool(names))
        self.setAccessibleDescription(f"{self.total.text()} {self.of.text()}")

    def _rate(self, row: CriterionRow, value: int | None, not_applicable: bool) -> None:
        full = self._session.full
        if full and full.review.status is not Status.DONE:
            self._session.do(reviewing.rate(full, row.criterion.id, value, not_applicable=not_applicable))

    def _note(self, row: CriterionRow, words: str) -> None:
        if self._session.full:
            self._session.do(reviewing.note_rating(self._session.full, row.criterion.id, words))

    def _open(self, opened: CriterionRow) -> None:
        for row in self.rows:
            row.set_open(row is opened)
        self._scroll.ensureWidgetVisible(opened, 0, 24)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            self.rows[place].control.setFocus()


def _of_words(score: Score) -> str:
    return "of 100" if score.complete else "of 100 so far"
