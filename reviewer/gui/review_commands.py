"""What the menus do on the Review page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from reviewer.domain.edits import reviewing
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Status
from reviewer.domain.transcript import Turn
from reviewer.domain.unfinished import Gap, Lack
from reviewer.exporters.scripts import clean_text, role_play
from reviewer.gui.appearance import Appearance
from reviewer.gui.dialogs.go_to_turn import GoToTurn
from reviewer.gui.dialogs.search_all import Found, SearchAll
from reviewer.gui.pages.review_page import ReviewPage
from reviewer.gui.pages.review_panel import QUESTIONS, SCORECARD
from reviewer.gui.practice.practising import Practising
from reviewer.gui.session import Session


class ReviewCommands(QObject):
    """Acts on the open review; `show_mode` and `open_transcript` are the window's."""

    told = Signal(str)
    undoable = Signal(str)
    """What was done, which undo takes back."""

    def __init__(
        self,
        session: Session,
        review: ReviewPage,
        appearance: Appearance,
        show_mode: Callable[[str], None],
        open_transcript: Callable[[str], None],
    ) -> None:
        super().__init__(review)
        self._session = session
        self._review = review
        self._appearance = appearance
        self._show_mode = show_mode
        self.search: SearchAll | None = None
        self._open_transcript = open_transcript
        self.practising = Practising(session, review, show_mode, lambda: appearance.theme)
        self.practising.told.connect(self.told)
        self.practising.undoable.connect(self.undoable)
        review.panel.changes.copied.connect(self.copy_clean)
        card = review.panel.scorecard
        card.summary_wanted.connect(self.summarise)
        card.done_wanted.connect(self.mark_done)
        card.finish_wanted.connect(self.finish)
        card.gap_chosen.connect(self.go_to_gap)
        card.comments_wanted.connect(lambda _: review.panel.focus())
        card.sheet.comment_wanted.connect(review.commenting.activate)
        review.margin.change_wanted.connect(self.revise_at)
        review.popover_flow.revise_wanted.connect(self.revise_at)

    def find(self) -> None:
        """Open the find bar."""
        self._show_mode("review")
        self._review.find_bar.open(self._review.view.focused_turn())

    def search_all(self) -> None:
        """Search the turns and comments of all transcripts."""
        self._review.keep_all()
        dialog = SearchAll(self._session.library.workspace.reading, self._appearance.theme, self._review.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._go_to_found)
        self.search = dialog
        dialog.show()
        dialog.field.setFocus()

    def _go_to_found(self, found: Found) -> None:
        if not found.comment:
            self._open_transcript(found.transcript)
            self.show_turn(found.turn)
            return
        place = self._session.library.workspace.reading.place_of_comment(found.comment)
        if place is not None:
            transcript, review = place
            self._open_transcript(transcript)
            self._show_mode("review")
            if self._session.full and self._session.full.review.id != review:
                self._session.open_review(review)
            self._review.commenting.activate(found.comment)

    def replace(self) -> None:
        """Find and replace in the revised dialogue."""
        if self._session.full is not None:
            self._show_mode("revise")
            self._review.replacing.open()

    def go_to_turn(self) -> None:
        """Ask for a turn and go there."""
        full = self._session.full
        if full is not None:
            view = self._review.current_view
            chosen = GoToTurn.ask(view.focused_turn(), full.transcript.turn_count, self._appearance.theme, self._review)
            if chosen is not None:
                view.go_to_turn(chosen)
                view.setFocus()

    def show_turn(self, position: int) -> None:
        """Go to a turn of the open chat, in the view that was open."""
        self._show_mode(self._review.mode)
        self._review.current_view.go_to_turn(position)

    def revise_at(self, position: int) -> None:
        """Revise, at a turn."""
        self._show_mode("revise")
        self._review.revision.go_to_turn(position)

    def step_transcript(self, step: int) -> None:
        """The next (1) or previous (-1) transcript of the list."""
        found = self._review.list.neighbour(step)
        if found is not None:
            self._open_transcript(found)

    def rewrite_turn(self) -> None:
        """Open the editor of Revise over the turn that has the caret."""
        turn = self._review.current_view.focused_turn()
        self._show_mode("revise")
        self._review.revision.edit_turn(turn)

    def step_change(self, step: int) -> None:
        """The next (1) or previous (-1) changed row."""
        full, view = self._session.full, self._review.revision
        if full is None:
            return
        self._show_mode("revise")
        if view.rows is None or not view.rows.count:
            return
        here = view.rows.in_dialogue(view.focused_row)
        rows = full.dialogue.change_rows
        wanted = [row for row in rows if (row > here if step > 0 else row < here)]
        if wanted:
            view.go_to_row(view.rows.shown(wanted[0] if step > 0 else wanted[-1]))

    def copy_clean(self) -> None:
        """The revised dialogue goes to the clipboard."""
        self._copy(clean_text, "The revised dialogue is on the clipboard.")

    def copy_script(self) -> None:
        """The revised dialogue goes to the clipboard as a script to be read aloud."""
        self._copy(role_play, "The role-play script is on the clipboard.")

    def _copy(self, written: Callable[[FullReview, Callable[[int], Turn | None]], str], told: str) -> None:
        self._review.keep_all()
        full = self._session.full
        if full is not None:
            QGuiApplication.clipboard().setText(written(full, self._session.turn))
            self.told.emit(told)

    def open_review(self, review_id: str) -> None:
        """Show another review of the open transcript; without an id one's own, which may not be begun."""
        self._review.save_place()
        self._review.keep_all()
        if review_id:
            self._session.open_review(review_id)
        else:
            self._session.begin_own()

    def summarise(self) -> None:
        """Write the summary of the open review."""
        self._review.keep_all()
        if self._session.full is not None:
            self._show_scorecard()
            self._review.panel.scorecard.open_summary()

    def mark_done(self) -> None:
        """Finish the open review, or reopen it; what is missing is listed first, and stops nobody."""
        self._review.keep_all()
        full = self._session.full
        if full is None:
            return
        if full.review.status is Status.DONE:
            self._session.do(reviewing.reopen(full))
            return
        self._show_scorecard()
        if not self._review.panel.scorecard.ask_to_finish():
            self.finish()

    def finish(self) -> None:
        """Finish the open review, whatever is missing."""
        self._review.keep_all()
        full = self._session.full
        if full is not None:
            now = self._session.library.workspace.now().isoformat(timespec="seconds")
            self._session.do(reviewing.mark_done(full, now))
            if self._review.panel.scorecard.isVisible():
                self._review.panel.scorecard.done.setFocus()

    def delete_review(self) -> None:
        """Delete the open review, which must be one's own; undo brings it back."""
        self._review.keep_all()
        full, session = self._session.full, self._session
        if full is None:
            return
        seen = session.library.workspace.reading.seen(full.review.id)
        edit = reviewing.delete_review(full, seen) if session.mine else None
        if edit is None:
            self.told.emit("You have no review of this chat to delete." if session.mine else f"{session.whose} stays.")
        elif session.do(edit):
            self.undoable.emit("Your review of this chat is deleted.")

    def _show_scorecard(self) -> None:
        review = self._review
        if review.mode != "review":
            self._show_mode("review")
        if review.panel.isHidden():
            review.toggle_panel()
        review.panel.show_part(SCORECARD)

    def go_to_gap(self, gap: Gap) -> None:
        """Go to what lacks something, wherever it stands in Review."""
        if gap.lack is Lack.RATING:
            self._show_scorecard()
            self._review.panel.scorecard.focus_criterion(gap.of)
        elif gap.lack is Lack.TEXT:
            self._show_mode("review")
            self._review.commenting.activate(gap.of)
            self._review.commenting.edit_active()
        else:
            self._show_scorecard()
            self._review.panel.show_part(QUESTIONS)
            self._review.panel.questions.focus_question(gap.of)

    def go_to_lost(self) -> None:
        """Go to the first comment that has lost its words."""
        full = self._session.full
        lost = next((one for one in full.annotations if not one.anchor.found), None) if full else None
        if lost is not None:
            self._show_mode("review")
            self._review.commenting.activate(lost.id)
