"""The Changes tab of Revise: what was rewritten, why, and which concerns are still open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.dialogue import groups
from reviewer.domain.edits import revising, suggesting
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.gui import fonts
from reviewer.gui.panels.alternatives import AlternativesBar
from reviewer.gui.panels.change_row import ChangeRow
from reviewer.gui.panels.change_words import extent, title
from reviewer.gui.panels.extents import Extents
from reviewer.gui.panels.facts_strip import FactsStrip
from reviewer.gui.panels.open_concern import OpenConcern
from reviewer.gui.panels.revised_words import agent_words
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.score_bar import ScoreBar
from reviewer.gui.words import counted

NOTHING = "Nothing rewritten yet. Press Enter on a turn, or use a suggestion from a comment."
MOST = 60
"""So many changes are listed at first, and with each press on *Show more*."""


class Changes(QWidget):
    """Shows the revision that is looked at."""

    activated = Signal(str)
    """The id of a change."""
    turn_wanted = Signal(int)
    revert_all = Signal()
    copied = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._rows: dict[str, ChangeRow] = {}
        self._concerns: list[OpenConcern] = []
        self._most = MOST
        self._current = ""
        self.alternatives = AlternativesBar(session, theme, self)
        self.addressed = PlainText("", self)
        self.share = PlainText("", self)
        self.bar = ScoreBar(theme, self)
        self.words = PlainText("", self)
        self.extent = PlainText("", self)
        self.empty = PlainText(NOTHING, self)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(14, 14, 14, 14)
        self.rationale = PlainText("", self)
        self.rationale.setWordWrap(True)
        self.rationale.setContentsMargins(14, 6, 14, 8)
        self.more = TextButton("", theme, self, tone="link", pressed=self._show_more)
        self.facts = FactsStrip(theme, self)
        self.facts.hide()
        self.heading = PlainText("Concerns not addressed yet", self)
        self.heading.setContentsMargins(14, 12, 14, 4)
        self.revert = TextButton("Revert all", theme, self, icon="rotate-ccw", pressed=self.revert_all.emit)
        self.copy = TextButton("Copy clean text", theme, self, icon="clipboard", pressed=self.copied.emit)
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._scroll = QScrollArea(self)
        self._extents = Extents(self)
        self._extents.counted.connect(self._show_extent)
        self._lay_out()
        session.opened.connect(self._opened)
        session.changed.connect(lambda _: self.show_review())
        self.set_theme(theme)

    def _lay_out(self) -> None:
        head, line, second, foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.setSpacing(7)
        for row, parts in ((line, (self.addressed, self.share)), (second, (self.words, self.extent))):
            row.addWidget(parts[0])
            row.addStretch(1)
            row.addWidget(parts[1])
        head.addLayout(line)
        head.addWidget(self.bar)
        head.addLayout(second)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.rationale, self.more, self.facts, self.heading):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        foot.setContentsMargins(12, 10, 12, 10)
        foot.setSpacing(8)
        foot.addWidget(self.revert, 1)
        foot.addWidget(self.copy, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.alternatives)
        column.addLayout(head)
        column.addWidget(self.empty)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    @property
    def count(self) -> int:
        """How many changes there are; all parts of a split are one."""
        full = self._session.full
        return len(groups(full.changes)) if full else 0

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.bar.set_theme(theme)
        self.alternatives.set_theme(theme)
        self.facts.set_theme(theme)
        for button in (self.more, self.revert, self.copy):
            button.set_theme(theme)
        for row in self._rows.values():
            row.set_theme(theme)
        self.addressed.setFont(fonts.font(13, 600))
        for part in (self.share, self.words, self.extent):
            part.setFont(fonts.font(12, tabular=True))
        self.empty.setFont(fonts.font(13))
        self.rationale.setFont(fonts.font(12.5))
        self.heading.setFont(fonts.font(12, 600))
        self.show_review()

    def show_review(self) -> None:
        """Show the open revision as it is saved; hidden, it waits."""
        full = self._session.full
        if full is None or not self.isVisible():
            return
        concerns = [one for one in full.annotations if one.verdict is Verdict.CONCERN]
        answered = {link for change in full.changes for link in change.annotations}
        still_open = [one for one in concerns if one.id not in answered]
        done = len(concerns) - len(still_open)
        words = f"{done} of {counted(len(concerns), 'concern')} addressed" if concerns else "No concerns so far"
        self.addressed.setText(words)
        self.share.setText(f"{100 * done // len(concerns)} %" if concerns else "")
        self.bar.show_share(done / len(concerns) if concerns else 0, "accent")
        reasons = full.revision.rationale if full.revision else ""
        self.rationale.setText(reasons)
        self.rationale.setVisible(bool(reasons))
        self.empty.setVisible(not full.changes)
        self.revert.setEnabled(bool(full.changes) and self._session.own)
        self.facts.show_revision(full, self._session.turn)
        self._fill(full)
        self._fill_concerns(full, still_open if full.changes else [])

    def showEvent(self, event: QShowEvent) -> None:
        self.show_review()

    def set_current(self, change_id: str) -> None:
        """The keyboard of the revision is on this change, or on none."""
        self._current = change_id
        for key, row in self._rows.items():
            row.set_current(key == change_id)
            if key == change_id and self.isVisible():
                self._scroll.ensureWidgetVisible(row, 0, 20)

    def _opened(self) -> None:
        self._most = MOST
        self.show_review()

    def _fill(self, full: FullReview) -> None:
        found = groups(full.changes)
        shown = {group[0].id: group for group in found[: self._most]}
        for gone in [key for key in self._rows if key not in shown]:
            row = self._rows.pop(gone)
            self._column.removeWidget(row)
            row.deleteLater()
        self.extent.setText("")
        self._extents.begin(full, self._session.turn)
        for place, (key, group) in enumerate(shown.items()):
            more, less, other = self._extents.of(group)
            words = title(full, group, other_speaker=other), extent(group[0].kind, more, less)
            self._row(place, key).show_change(full, group, *words)
        self.set_current(self._current)
        self.more.setVisible(len(found) > self._most)
        self.more.setText(f"Show more of {len(found):,} changes")
        self.words.setText(agent_words(full, self._session.turn))

    def _show_extent(self, inserted: int, deleted: int) -> None:
        self.extent.setText(extent(ChangeKind.REWORDED, inserted, deleted))

    def _row(self, place: int, key: str) -> ChangeRow:
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = ChangeRow(self._theme, self._inside)
            row.activated.connect(self.activated)
            row.explained.connect(self._explain)
            row.linked.connect(self._link)
            row.suggested.connect(self._suggest)
        if self._column.indexOf(row) != place + 1:
            self._column.removeWidget(row)
            self._column.insertWidget(place + 1, row)
        return row

    def _fill_concerns(self, full: FullReview, concerns: list[Annotation]) -> None:
        for old in self._concerns:
            self._column.removeWidget(old)
            old.deleteLater()
        self.heading.setVisible(bool(concerns))
        self._concerns = [OpenConcern(full, one, self._theme, self._inside) for one in concerns[:MOST]]
        for one in self._concerns:
            one.activated.connect(self.turn_wanted)
            self._column.insertWidget(self._column.count() - 1, one)

    def _show_more(self) -> None:
        self._most += MOST
        self.show_review()

    def _explain(self, change: RevisedTurn, reason: str) -> None:
        if self._session.full:
            self._session.do(revising.explain(self._session.full, change, reason))

    def _link(self, change: RevisedTurn, annotation: str, wanted: bool) -> None:
        full = self._session.full
        if full:
            self._session.do((revising.link if wanted else revising.unlink)(full, change, annotation))

    def _suggest(self, change: RevisedTurn) -> None:
        full = self._session.full
        turn = self._session.turn(change.origin or 0)
        if full and turn:
            self._session.do(suggesting.suggest_from(full, change, turn))
