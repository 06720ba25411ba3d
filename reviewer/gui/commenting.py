"""From selected words to comments: popover, keys, cards."""

from PySide6.QtCore import QObject, Signal

from reviewer.domain.anchor import Anchor, without_outer_blanks
from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edit import Edit
from reviewer.domain.edits import reviewing, revising
from reviewer.domain.phrase import Phrase
from reviewer.domain.review import Status
from reviewer.gui.conversation.comment_choice import comments_at_caret
from reviewer.gui.conversation.conversation_view import ConversationView
from reviewer.gui.margin.margin_cards import MarginCards
from reviewer.gui.session import Session
from reviewer.gui.widgets.selection_popover import SelectionPopover, choices
from reviewer.gui.words import turns_words

MOST_TURNS = 200


class Commenting(QObject):
    """Builds the edits of the conversation page. `said` carries a sentence for the status bar or a notice."""

    said = Signal(str)
    deleted = Signal(str)
    """A sentence: a comment is gone; undo brings it back."""
    commented = Signal()
    used = Signal(str)
    """A sentence: a suggestion went into the revision."""

    def __init__(
        self, session: Session, view: ConversationView, margin: MarginCards, popover: SelectionPopover
    ) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._margin = margin
        self._popover = popover
        self._criterion: str | None = None
        self.verdict = Verdict.CONCERN
        self._connect()

    def _connect(self) -> None:
        self._view.annotation_activated.connect(self.activate)
        self._view.annotation_hovered.connect(self._margin.set_hovered)
        self._margin.hovered.connect(self._view.set_hovered)
        self._margin.activated.connect(self.activate)
        self._margin.edited.connect(self._edit)
        self._margin.deleted.connect(self.delete)
        self._margin.attached.connect(self.attach)
        self._margin.use_in_revision.connect(self.use_suggestion)
        self._popover.chosen.connect(lambda criterion, verdict: self.add(criterion, verdict))
        self._popover.suggest.connect(lambda criterion, verdict: self.add(criterion, verdict, rewrite=True))
        self._popover.highlighted.connect(self.highlight)

    @property
    def active(self) -> Annotation | None:
        """The comment whose card is open."""
        return self.comment(self._margin.active)

    def comment(self, annotation_id: str) -> Annotation | None:
        """The comment with this id, if it is there."""
        full = self._session.full
        return next((one for one in full.annotations if one.id == annotation_id), None) if full else None

    def add(self, criterion: str | None, verdict: Verdict, *, rewrite: bool = False) -> None:
        """Comment on the selection and put the caret into the text, or into the suggested rewrite."""
        made = self._make(criterion, verdict, rewrite=rewrite)
        if made is not None:
            (self._margin.rewrite if rewrite else self._margin.write)(made.id)
            self._view.activate(made.id)

    def add_numbered(self, number: int) -> None:
        """Comment with the criterion of key 1 to 8."""
        full = self._session.full
        if full is None:
            return
        possible = choices(full.rubric)
        if number <= len(possible):
            criterion = possible[number - 1]
            self.add(criterion.id if criterion else None, self.verdict)

    def add_again(self) -> None:
        """Comment with the criterion that was used last."""
        self.add(self.last_criterion(), self.verdict)

    def suggest(self) -> None:
        """Suggest other words for the selection, or for the open comment."""
        if self._view.selection.empty and self.active:
            self._margin.rewrite(self.active.id)
        else:
            self.add(self.last_criterion(), self.verdict, rewrite=True)

    def add_phrase(self, phrase: Phrase) -> None:
        """Comment on the selection with a ready comment, under the criterion it belongs to."""
        full = self._session.full
        roots = {one.root: one.id for one in full.rubric.criteria} if full else {}
        made = self._make(roots.get(phrase.criterion or ""), phrase.verdict, ready=phrase)
        if made is not None:
            self.activate(made.id)

    def highlight(self, criterion: str | None = None) -> None:
        """Mark the selected words without saying more."""
        self._make(criterion or self.last_criterion(), Verdict.NONE)

    def set_verdict(self, verdict: Verdict) -> None:
        """The verdict of the open comment, else of the comments to come."""
        active, full = self.active, self._session.full
        self.verdict = verdict
        if active and full and active.verdict is not verdict:
            self._do(reviewing.edit_comment(full, active, _with_verdict(active, verdict)))
        self.said.emit("Concern" if verdict is Verdict.CONCERN else "Strength")

    def activate(self, annotation_id: str) -> None:
        """Open the card of a comment and show its words; nothing closes it."""
        self._margin.set_active(annotation_id)
        self._view.activate(annotation_id)
        active = self.active
        if active is not None and active.anchor.found:
            self._view.reveal(annotation_id)

    def step(self, forward: bool) -> None:
        """Open the next or previous comment, from the open one or from the caret."""
        full = self._session.full
        if full is None or not full.annotations:
            return
        ids = [one.id for one in full.annotations]
        if self._margin.active in ids:
            place = ids.index(self._margin.active) + (1 if forward else -1)
        else:
            turn = self._view.focused_turn()
            before = [place for place, one in enumerate(full.annotations) if one.anchor.last_turn < turn]
            place = (before[-1] + 1 if before else 0) if forward else (before[-1] if before else -1)
        if 0 <= place < len(ids):
            self.activate(ids[place])
            anchor = full.annotations[place].anchor
            self.said.emit(f"Comment {place + 1}, {turns_words(anchor.first_turn, anchor.last_turn)}")

    def edit_active(self) -> None:
        """Put the caret into the text of the open comment, or open the innermost one at the caret."""
        if self.active:
            self._margin.write(self.active.id)
        elif here := comments_at_caret(self._view):
            self.activate(here[0])

    def delete_active(self) -> None:
        """Delete the open comment."""
        if self.active:
            self.delete(self.active.id)

    def delete(self, annotation_id: str) -> None:
        """Delete a comment; the notice offers to undo it."""
        full = self._session.full
        annotation = self.comment(annotation_id)
        if full is None or annotation is None:
            return
        anchor = annotation.anchor
        place = f" on {turns_words(anchor.first_turn, anchor.last_turn)}" if anchor.found else ""
        sentence = f"Comment {full.numbers[annotation_id]}{place} deleted."
        if self._do(reviewing.delete_comment(full, annotation)):
            self._view.setFocus()
            self.deleted.emit(sentence)

    def attach(self, annotation_id: str) -> None:
        """Put a comment that has lost its words on the selected ones."""
        full, anchor = self._session.full, self._view.selection_anchor()
        annotation = self.comment(annotation_id)
        if full is None or annotation is None:
            return
        if anchor is None or not anchor.quote.strip():
            self.said.emit("Select the words that the comment speaks of first.")
            return
        if self._do(reviewing.attach_comment(full, annotation, self._trimmed(anchor))):
            self._view.clear_selection()
            self.activate(annotation_id)

    def use_active(self) -> None:
        """Use the suggestion of the open comment in the revision."""
        if self.active:
            self.use_suggestion(self.active.id)

    def use_suggestion(self, annotation_id: str) -> None:
        """The suggested words of a comment go into the revised dialogue."""
        self._margin.commit()
        full = self._session.full
        annotation = self.comment(annotation_id)
        turn = self._session.turn(annotation.anchor.first_turn) if annotation else None
        if full is None or annotation is None or turn is None:
            return
        edit = revising.use_suggestion(full, turn, annotation)
        if edit is not None and self._do(edit):
            self.used.emit(f"The rewrite is in the revision, turn {turn.position}.")

    def _make(
        self, criterion: str | None, verdict: Verdict, *, rewrite: bool = False, ready: Phrase | None = None
    ) -> Annotation | None:
        self._margin.commit()
        full, selected = self._session.full, self._view.selection
        if full is None or not self.may_change():
            return None
        if selected.last.turn - selected.first.turn >= MOST_TURNS:
            self.said.emit(f"A comment can stand on {MOST_TURNS} turns at most. Select fewer.")
            return None
        anchor = self._view.selection_anchor()
        if anchor is None or not anchor.quote.strip():
            self.said.emit("Select words first: drag over them, or hold Shift and move the caret.")
            return None
        anchor = self._trimmed(anchor)
        one_turn = anchor.first_turn == anchor.last_turn
        text, suggestion = (ready.text, ready.suggestion) if ready else ("", anchor.quote if rewrite else None)
        edit = reviewing.add_comment(full, anchor, criterion, verdict, text, suggestion if one_turn else None)
        if not self._do(edit):
            return None
        if verdict is not Verdict.NONE:
            self._criterion, self.verdict = criterion, verdict
        self._popover.close_now()
        self._view.clear_selection()
        self.commented.emit()
        made = edit.deltas[-1].after
        return made if isinstance(made, Annotation) else None

    def _trimmed(self, anchor: Anchor) -> Anchor:
        found = {at: self._session.turn(at) for at in range(anchor.first_turn, anchor.last_turn + 1)}
        return without_outer_blanks(anchor, {at: turn.text for at, turn in found.items() if turn})

    def _edit(self, before: Annotation, after: Annotation) -> None:
        if self._session.full:
            self._do(reviewing.edit_comment(self._session.full, before, after))

    def _do(self, edit: Edit) -> bool:
        return self.may_change() and self._session.do(edit)

    def may_change(self) -> bool:
        """Whether the open review takes changes; what it says when not is told."""
        full = self._session.full
        if full and not self._session.own:
            self._session.refuse()
            return False
        if full and full.review.status is Status.DONE:
            self.said.emit("This review is done. Reopen it in the scorecard to change it.")
            return False
        return full is not None

    def last_criterion(self) -> str | None:
        """The criterion that was used last, else the first."""
        full = self._session.full
        if full is None:
            return None
        known = full.rubric.criterion(self._criterion)
        return known.id if known else full.rubric.criteria[0].id


def _with_verdict(annotation: Annotation, verdict: Verdict) -> Annotation:
    from dataclasses import replace

    return replace(annotation, verdict=verdict)
