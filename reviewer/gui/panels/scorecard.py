"""The Scorecard tab: total, band, a row per criterion, summary and finishing."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from reviewer.domain.edits import reviewing
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Rating, Status
from reviewer.domain.unfinished import gaps
from reviewer.gui import fonts
from reviewer.gui.panels.criteria_list import CriteriaList
from reviewer.gui.panels.criterion_row import CriterionRow
from reviewer.gui.panels.missing_list import MissingList
from reviewer.gui.panels.rating_words import rated_words
from reviewer.gui.panels.rubric_bar import RubricBar
from reviewer.gui.panels.score_head import ScoreHead
from reviewer.gui.panels.summary_sheet import SummarySheet
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.hairline import Hairline
from reviewer.gui.widgets.notice import announce

ROOMY = 260


class Scorecard(QWidget):
    """Shows the open review's ratings and hands over what is rated.

    The first rating of a criterion by key moves on to the next one without a rating, so that a whole chat takes one
    key for each criterion; a rating that is changed stays where it is, so that it can be seen.
    """

    summary_wanted = Signal()
    done_wanted = Signal()
    rubric_wanted = Signal()
    comments_wanted = Signal(str)
    finish_wanted = Signal()
    """Finish whatever is missing."""
    gap_chosen = Signal(object)
    """The Gap to go to."""
    rated_first = Signal()
    """The first rating of a review was given."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rubric = ""
        self._fresh = False
        self.head = ScoreHead(theme, self)
        self.total, self.of, self.band = self.head.total, self.head.of, self.head.band
        self.rated, self.failure = self.head.rated, self.head.failure
        self.head.rubric.clicked.connect(self.rubric_wanted)
        self.summary = TextButton("Summary…", theme, self, icon="quote", pressed=self.summary_wanted.emit)
        self.done = TextButton("Mark as done", theme, self, icon="check-check", pressed=self.done_wanted.emit)
        self._line = Hairline(theme, self)
        self.criteria = CriteriaList(theme, self)
        self.foot = QFrame(self)
        self.missing = MissingList(theme, self)
        self.rubric_bar = RubricBar(theme, self)
        self.sheet = SummarySheet(session, theme, self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    @property
    def rows(self) -> list[CriterionRow]:
        """A row for each criterion of the rubric."""
        return self.criteria.rows

    def _connect(self) -> None:
        self._session.opened.connect(self._open_review)
        self._session.changed.connect(lambda _: self.show_review())
        self.criteria.rated.connect(self._rate)
        self.criteria.keyed.connect(self._move_on)
        self.criteria.noted.connect(self._note)
        self.criteria.comments_wanted.connect(self.comments_wanted)
        self.criteria.finish_wanted.connect(self.done_wanted)
        self.rubric_bar.installEventFilter(self)
        self.missing.left.connect(self._go_on)
        self.missing.finish_wanted.connect(self.finish_wanted)
        self.missing.chosen.connect(self.gap_chosen)
        self.sheet.left.connect(self._close_summary)

    def _lay_out(self) -> None:
        self.foot.setObjectName("panelFoot")
        buttons = QHBoxLayout(self.foot)
        buttons.setContentsMargins(14, 12, 14, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self.summary, 1)
        buttons.addWidget(self.done, 1)
        card = QWidget(self)
        self.places = QVBoxLayout(card)
        self.places.setContentsMargins(0, 0, 0, 0)
        self.places.setSpacing(0)
        for part in (self.rubric_bar, self.head, self._line, self.criteria, self.missing, self.foot):
            self.places.addWidget(part, int(part is self.criteria))
        self.places.insertStretch(self.places.indexOf(self.missing), 0)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(card)
        self._pages.addWidget(self.sheet)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        for part in (self.head, self.summary, self.done, self._line, self.missing, self.sheet, self.rubric_bar):
            part.set_theme(theme)
        self.criteria.set_theme(theme)
        self.show_review()

    def show_review(self) -> None:
        """Show the open review as it is saved."""
        full = self._session.full
        self.setEnabled(full is not None)
        if full is None:
            return
        if self._rubric != full.rubric.rubric.id:
            self._rubric = full.rubric.rubric.id
            self.criteria.show_criteria(full.rubric.criteria)
        done = full.review.status is Status.DONE
        weighted = full.exercise is None or full.exercise.collection.show_weights
        for row in self.rows:
            row.show_rating(full.rating_of(row.criterion.id), full.comments_under.get(row.criterion.id, 0))
            row.set_locked(done or not self._session.own)
            row.show_weight(weighted)
        self.head.show_review(full)
        self.done.setText("Reopen" if done else "Mark as done")
        self.done.setEnabled(self._session.own)
        if not self.missing.isHidden():
            self._show_missing(full)

    def ask_to_finish(self) -> bool:
        """List what is missing; whether there is anything to ask, or it is being asked already."""
        full = self._session.full
        missing = gaps(full) if full else []
        if not missing or not self.missing.isHidden():
            return False
        self._pages.setCurrentIndex(0)
        self.foot.hide()
        self.criteria.setVisible(self._roomy)
        self.missing.ask(missing)
        return True

    def open_summary(self) -> None:
        """The summary in the place of the criteria."""
        self.keep_notes()
        self._pages.setCurrentWidget(self.sheet)
        self.sheet.open()

    def focus_first(self) -> None:
        """The keyboard is on the row that was open last, or the first one without a rating; or in the summary."""
        if self._pages.currentWidget() is self.sheet:
            self.sheet.focus()
        else:
            self.criteria.focus_first()

    def focus_criterion(self, criterion_id: str) -> None:
        """The keyboard is on the row of one criterion."""
        self._pages.setCurrentIndex(0)
        if not self._roomy:
            self._hide_missing()
        self.criteria.focus_criterion(criterion_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return False

    def _fit(self) -> None:
        """With large text in little room only what waits for a choice is shown."""
        self.criteria.setVisible(self.missing.isHidden() or self._roomy)
        self.head.setVisible(self.rubric_bar.isHidden() or self._roomy)

    @property
    def _roomy(self) -> bool:
        """Whether the criteria stay in view beside the list of what is missing."""
        return self.height() >= fonts.scaled(ROOMY)

    def keep_notes(self) -> None:
        """Hand on reasons, and a summary, that are being written."""
        self.sheet.commit()
        for row in self.rows:
            row.keep_note()

    def _open_review(self) -> None:
        self._pages.setCurrentIndex(0)
        self._hide_missing()
        self.show_review()

    def _show_missing(self, full: FullReview) -> None:
        missing = gaps(full)
        if missing and full.review.status is not Status.DONE:
            self.missing.show_gaps(missing)
        else:
            self._hide_missing()

    def _hide_missing(self) -> None:
        self.missing.hide()
        self.criteria.show()
        self.foot.show()

    def _go_on(self) -> None:
        self._hide_missing()
        self.done.setFocus()

    def _close_summary(self) -> None:
        self._pages.setCurrentIndex(0)
        self.summary.setFocus()

    def _rate(self, row: CriterionRow, value: int | None, not_applicable: bool) -> None:
        full = self._session.full
        self._fresh = False
        if full is None or full.review.status is Status.DONE:
            return
        before = full.rating_of(row.criterion.id)
        if (value, not_applicable) == _stands(before):
            return
        none_yet = not any(_stands(one) != (None, False) for one in full.ratings)
        edit = reviewing.rate(full, row.criterion.id, value, not_applicable=not_applicable)
        if not self._session.do(edit):
            return
        self._fresh = _stands(before) == (None, False)
        if self._session.full is not None:
            announce(row.control, rated_words(row.criterion, self._session.full.rating_of(row.criterion.id)))
        if none_yet:
            self.rated_first.emit()

    def _note(self, row: CriterionRow, words: str) -> None:
        if self._session.full:
            self._session.do(reviewing.note_rating(self._session.full, row.criterion.id, words))

    def _move_on(self, row: CriterionRow) -> None:
        if self._fresh:
            self.criteria.move_on(row)


def _stands(rating: Rating | None) -> tuple[int | None, bool]:
    return (rating.value, rating.not_applicable) if rating else (None, False)
