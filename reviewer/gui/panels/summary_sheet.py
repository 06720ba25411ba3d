"""The sheet in the place of the scorecard in which the summary is written, and kept as it is written."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edits import reviewing
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Status
from reviewer.domain.summary import Summary, point_of, proposals, summary_of
from reviewer.gui import fonts
from reviewer.gui.margin.writing_field import WritingField
from reviewer.gui.panels.proposal_list import ProposalList
from reviewer.gui.panels.summary_list import SummaryList
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.plain import PlainText

PAUSE = 1000
"""Milliseconds without typing after which the summary is saved."""
HEADLINE = "One sentence for the head of the page"


class SummarySheet(QFrame):
    """Closing keeps what is written; undo takes it back."""

    left = Signal()
    comment_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAccessibleName("Summary")
        self._session = session
        self._saved = Summary()
        self._review = ""
        self._title = PlainText("Summary", self)
        self.close_button = IconButton("x", "Close the summary", theme, self, key="Esc")
        self.close_button.clicked.connect(self.leave)
        self._named = PlainText(HEADLINE, self)
        self.headline = WritingField(self)
        self.headline.setAccessibleName(HEADLINE)
        self.worked, self.to_change, self.try_next = self.lists = tuple(
            SummaryList(title, theme, self) for title in ("What worked", "What to change", "Try next time")
        )
        self.insert = TextButton("Insert from comments", theme, self, icon="message-square", pressed=self._propose)
        self.done = TextButton("Close", theme, self, pressed=self.leave)
        self.proposals = ProposalList(theme, self)
        self._pages = QStackedWidget(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        head, inside, foot = QHBoxLayout(), QWidget(self), QHBoxLayout()
        inside.setObjectName("inside")
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        lists, writing = QVBoxLayout(inside), QWidget(self)
        lists.setContentsMargins(14, 0, 14, 8)
        lists.setSpacing(6)
        lists.addWidget(self._named)
        lists.addWidget(self.headline)
        for part in self.lists:
            lists.addWidget(part)
        lists.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        foot.setContentsMargins(14, 10, 14, 12)
        foot.addWidget(self.insert, 1)
        foot.addWidget(self.done)
        column = QVBoxLayout(writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self._pages.addWidget(writing)
        self._pages.addWidget(self.proposals)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        head.setContentsMargins(14, 8, 8, 2)
        whole.addLayout(head)
        whole.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.headline.written.connect(lambda _: self._pause.start())
        self.headline.left.connect(self.leave)
        self.headline.kept.connect(self.leave)
        self._pause.timeout.connect(self.commit)
        for part in self.lists:
            part.changed.connect(self._pause.start)
            part.left.connect(self.leave)
            part.comment_wanted.connect(self.comment_wanted)
        self.proposals.chosen.connect(self._take)
        self.proposals.left.connect(self._write)
        self._session.opened.connect(self._follow)
        self._session.changed.connect(lambda _: self._follow())

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.commit()
        self._title.setFont(fonts.font(14, 600))
        self._named.setFont(fonts.font(12, 600))
        self.headline.set_text_size()
        for part in (self.close_button, self.insert, self.done, self.proposals):
            part.set_theme(theme)
        for one in self.lists:
            one.set_theme(theme)
        if self.summary == self._saved:
            self._show_saved()

    def open(self) -> None:
        """Show what is saved, the caret in the headline."""
        self._follow()
        self._write()

    def leave(self) -> None:
        """Keep what is written and go."""
        self.commit()
        self.left.emit()

    def commit(self) -> None:
        """Save what is written, when it differs from what is saved; what cannot be saved stays in the fields."""
        self._pause.stop()
        full, wanted = self._session.full, self.summary
        if full is None or full.review.id != self._review or wanted == self._saved or self._locked(full):
            return
        self._session.do(reviewing.summarise(full, wanted.headline, wanted.worked, wanted.to_change, wanted.try_next))

    @property
    def summary(self) -> Summary:
        """What stands in the fields now."""
        return Summary(
            self.headline.text().replace("\n", " ").strip(),
            self.worked.points,
            self.to_change.points,
            self.try_next.points,
        )

    def focus(self) -> None:
        """The keyboard goes into the sheet."""
        (self.proposals if self._pages.currentWidget() is self.proposals else self.headline).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._write() if self._pages.currentWidget() is self.proposals else self.leave()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        """Show what is saved now, unless something else is being written."""
        full = self._session.full
        if full is None or full.review.id != self._review:
            self._show_saved()
            return
        saved = summary_of(full.review)
        if saved != self._saved and self.summary == self._saved:
            self._show_saved()
        self._saved = saved
        if self.isVisible():
            for part in self.lists:
                part.renumber(full.numbers)
        self._lock(full)

    def _show_saved(self) -> None:
        full = self._session.full
        if full is None:
            return
        self._review = full.review.id
        self._saved = summary = summary_of(full.review)
        self.headline.set_text(summary.headline)
        for part, points in zip(self.lists, (summary.worked, summary.to_change, summary.try_next), strict=True):
            part.show_points(points, full.numbers)
        self._lock(full)

    def _lock(self, full: FullReview) -> None:
        locked = self._locked(full)
        self.headline.setReadOnly(locked)
        self.insert.setVisible(not locked)
        for part in self.lists:
            part.set_locked(locked)

    def _locked(self, full: FullReview) -> bool:
        return full.review.status is Status.DONE or not self._session.own

    def _propose(self) -> None:
        full = self._session.full
        if full is not None:
            self.proposals.show_comments(proposals(full, self.summary), full)
            self._pages.setCurrentWidget(self.proposals)
            self.proposals.setFocus()

    def _take(self, annotations: list[Annotation]) -> None:
        strengths = [point_of(one) for one in annotations if one.verdict is Verdict.STRENGTH]
        concerns = [point_of(one) for one in annotations if one.verdict is not Verdict.STRENGTH]
        for part, points in ((self.worked, strengths), (self.to_change, concerns)):
            if points:
                part.add_points(points)
        self.commit()
        self._write()

    def _write(self) -> None:
        self._pages.setCurrentIndex(0)
        self.headline.setFocus()
