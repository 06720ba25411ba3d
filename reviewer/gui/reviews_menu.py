"""Whose review of the open chat is shown."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.domain.edit import Edit
from reviewer.domain.review import Review, Reviewer, Status
from reviewer.gui.pages.review_toolbar import ReviewToolbar
from reviewer.gui.session import Session

NO_NAME = "Without a name"
BEGIN = "Begin my own review"


class ReviewsMenu(QMenu):
    """All reviews of the open transcript, the reviewer's own first; the one that is shown is ticked."""

    chosen = Signal(str)
    """The id of a review; empty for one's own that is not begun."""

    def __init__(self, session: Session, toolbar: ReviewToolbar, parent: QWidget) -> None:
        super().__init__("&Reviews", parent)
        self._over = parent
        self._toolbar = toolbar
        button = toolbar.reviews
        self._session = session
        self.aboutToShow.connect(self._fill)
        button.clicked.connect(lambda: self.popup(button.mapToGlobal(QPoint(0, button.height()))))
        session.opened.connect(self._show_button)
        session.library.changed.connect(self._hear)

    def show_over(self) -> None:
        """Show it in the middle of the window."""
        self.popup(self._over.mapToGlobal(self._over.rect().center()))

    def _hear(self, edit: Edit) -> None:
        if edit.touches(Review, Reviewer):
            self._show_button()

    def _show_button(self) -> None:
        """The button is there when somebody else reviewed this chat."""
        full = self._session.full
        reviews = self._session.library.workspace.reading.reviews(full.transcript.id) if full else []
        own = self._session.library.workspace.reviewer.id
        self._toolbar.offer_reviews(any(one.reviewer != own for one in reviews))
        if full is not None:
            name = shown_name(full.reviewer)
            tip = f"Review by {name}. Press to choose whose is shown"
            self._toolbar.reviews.show_words(name, f"Review by {name}", tip)

    def _fill(self) -> None:
        self.clear()
        full = self._session.full
        if full is None:
            return
        reading = self._session.library.workspace.reading
        own = self._session.library.workspace.reviewer.id
        names = {one.id: one for one in reading.reviewers()}
        reviews = sorted(reading.reviews(full.transcript.id), key=lambda one: one.reviewer != own)
        if all(one.reviewer != own for one in reviews):
            self._add("", BEGIN, shown=self._session.mine)
            self.addSeparator()
        for one in reviews:
            mine = one.reviewer == own
            self._add(one.id, _words(one, names.get(one.reviewer), mine=mine), shown=one.id == full.review.id)

    def _add(self, review_id: str, words: str, *, shown: bool) -> None:
        act = self.addAction(words.replace("&", "&&"))
        act.setCheckable(True)
        act.setChecked(shown)
        act.triggered.connect(lambda: self.chosen.emit(review_id))


def shown_name(reviewer: Reviewer | None) -> str:
    """The name of a reviewer, or words for one without a name."""
    return reviewer.name if reviewer and reviewer.name else NO_NAME


def _words(review: Review, reviewer: Reviewer | None, *, mine: bool) -> str:
    state = "done" if review.status is Status.DONE else "in progress"
    return f"{shown_name(reviewer)}{' (you)' if mine else ''}, {state}"
