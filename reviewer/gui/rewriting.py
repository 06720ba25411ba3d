"""From what is asked of a turn in Revise to an edit: rewriting, inserting, moving, splitting, joining."""

from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from reviewer.domain.edit import Edit
from reviewer.domain.edits import rearranging, revising
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.order_keys import key_between
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.standing_turn import StandingTurn, next_speaker, standing_turn
from reviewer.gui.conversation.revision_view import RevisionView, Written
from reviewer.gui.session import Session
from reviewer.gui.speaker_menu import ask_who

MOST: Final = 100_000
"""Code points in one turn."""


class Rewriting(QObject):
    """Acts on the row that the keyboard is on. `said` carries a sentence for the status bar."""

    said = Signal(str)
    removed = Signal(str)
    """A sentence: a turn is gone; undo brings it back."""

    def __init__(self, session: Session, view: RevisionView, may_change: Callable[[], bool]) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._may_change = may_change
        self._actions: dict[str, Callable[[], object]] = {
            "insert": self.insert,
            "insert_above": lambda: self.insert(above=True),
            "remove": self.remove,
            "restore": self.revert,
            "revert": self.revert,
            "up": lambda: self.step(-1),
            "down": lambda: self.step(1),
            "join": self.join,
            "speaker": self.ask_speaker,
        }
        view.may_edit = may_change
        view.wanted.connect(lambda name: self._actions[name]())
        view.written.connect(self._written)
        view.moved.connect(self._drag)

    def edit(self) -> None:
        """Open the editor over the focused turn."""
        self._view.edit_row(self._view.focused_row)

    def insert(self, *, above: bool = False) -> None:
        """Write a new turn below or above the focused one; it is said by the other speaker."""
        self._view.keep_editing()
        full, row = self._session.full, self._row()
        if full is None or not self._may_change():
            return
        gap = (row if above else row + 1) if len(full.dialogue) else 0
        key = key_between(full.dialogue.key_at(gap - 1), full.dialogue.key_at(gap))
        self._write_at(full, key, next_speaker(full, gap, self._session.turn))

    def insert_again(self, key: str, speaker: str | None) -> None:
        """Go on with a new turn that was begun and not kept."""
        full = self._session.full
        if full is not None and self._may_change():
            self._write_at(full, key, speaker)

    def _write_at(self, full: FullReview, key: str, speaker: str | None) -> None:
        revision = full.revision.id if full.revision else new_id()
        self._view.write_new(full, RevisedTurn(new_id(), revision, None, key, speaker, "", ChangeKind.INSERTED))

    def remove(self) -> None:
        """The focused turn is gone from the revision."""
        at = self._at()
        if at is None or not self._may_change():
            return
        number = self._number()
        if self._do(lambda full: revising.remove(full, at)):
            self.removed.emit(f"Turn {number} is deleted in the revision.")

    def revert(self) -> None:
        """The original words of the focused turn stand again; a deleted one is back."""
        at = self._at()
        change = at.change if at else None
        if at is None or change is None or not self._may_change():
            return
        if change.kind is ChangeKind.REMOVED:
            self._do(lambda full: revising.restore(full, at))
        else:
            self._do(lambda full: revising.revert(full, change))

    def revert_all(self) -> None:
        """The whole revision says what the original says."""
        self._view.keep_editing()
        full = self._session.full
        count = len(full.changes) if full else 0
        if count and self._may_change() and self._do(revising.revert_all):
            self.removed.emit(f"{'The change is' if count == 1 else f'All {count:,} changes are'} taken back.")

    def step(self, step: int) -> None:
        """The focused turn goes past the next (1) or previous (-1) one."""
        at, row = self._at(), self._row()
        if at is None or not self._may_change():
            return
        if not self._follow(lambda full: rearranging.move_step(full, at, row, step), at):
            self.said.emit("This is the last turn." if step > 0 else "This is the first turn.")

    def join(self) -> None:
        """The focused turn and the next one become one; asks who says it where two speak."""
        self._view.keep_editing()
        full, at, row = self._session.full, self._at(), self._row()
        if full is None or at is None or not full.dialogue[row].stands or not self._may_change():
            return
        after = full.dialogue.standing(row, 1)
        if after is None:
            self.said.emit("This is the last turn: there is none to join it with.")
            return
        second = standing_turn(full.dialogue, after, self._session.turn)
        if at.speaker == second.speaker or None in (at.speaker, second.speaker):
            self._joined(at, second, at.speaker or second.speaker)
            return
        who = (at.speaker, second.speaker)
        ask_who(self._view, full, "Who says the joined turn?", who, lambda one: self._joined(at, second, one))

    def split(self, first: str, second: str) -> None:
        """The focused turn becomes two."""
        at, row = self._at(), self._row()
        if at is None:
            return
        if not first.strip() or not second.strip():
            self.said.emit("Put the caret between two words of the turn, then split it there.")
            self._do(lambda full: revising.reword(full, at, first + second))
            return
        self._do(lambda full: rearranging.split(full, at, row, first, second))

    def ask_speaker(self) -> None:
        """Choose who says the focused turn."""
        self._view.keep_editing()
        full, at = self._session.full, self._at()
        if full is None or at is None or not full.dialogue[self._row()].stands or not self._may_change():
            return
        everybody = [one.id for one in full.shown_speakers]
        ask_who(self._view, full, "Who says this turn?", everybody, self._speak, now=at.speaker)

    def _speak(self, speaker: str | None) -> None:
        at = self._at()
        if at is not None:
            self._follow(lambda full: revising.change_speaker(full, at, speaker), at)

    def _written(self, written: Written) -> None:
        full = self._session.full
        if full is None or not self._may_change():
            return
        text = written.text[:MOST]
        if written.new is not None:
            self._write_new(full, written.new, text, written)
        else:
            self._write_over(written, text)
        if len(written.text) > MOST:
            self.said.emit(f"A turn can have {MOST:,} characters. The rest was left out.")

    def _write_over(self, written: Written, text: str) -> None:
        rows = self._view.rows
        if rows is not None:
            self._view.go_to_row(rows.row_at(written.key))
        at = self._at()
        if at is None:
            return
        if written.action == "split":
            self.split(text[: written.caret], text[written.caret :])
        else:
            self._keep(at, text)
            self._then(written)

    def _keep(self, at: StandingTurn, text: str) -> None:
        number = self._number()
        gone = not text.strip() and (at.change is None or at.change.kind is not ChangeKind.REMOVED)
        if self._follow(lambda full: revising.reword(full, at, text), at) and gone:
            self.removed.emit(f"Turn {number} is deleted in the revision.")

    def _write_new(self, full: FullReview, new: RevisedTurn, text: str, written: Written) -> None:
        dialogue = full.dialogue
        gap = bisect_left(range(len(dialogue)), new.order_key, key=dialogue.key_at)
        parts = [text[: written.caret], text[written.caret :]] if written.action == "split" else [text]
        for number, part in enumerate(one.strip() for one in parts if one.strip()):
            self._follow(partial(rearranging.insert, row=gap + number, text=part, speaker=new.speaker, above=True))
        if text.strip():
            self._then(written)

    def _then(self, written: Written) -> None:
        if written.action == "join":
            self.join()
        elif written.action == "insert":
            self.insert()

    def _joined(self, first: StandingTurn, second: StandingTurn, speaker: str | None) -> None:
        self._follow(lambda full: rearranging.join(full, first, second, speaker), first)

    def _drag(self, row: int, gap: int) -> None:
        rows = self._view.rows
        if rows is None or not self._may_change():
            return
        at = self._at(rows.in_dialogue(row))
        to = rows.in_dialogue(gap) if gap < rows.count else len(rows.dialogue)
        if at is not None and rows.dialogue[rows.in_dialogue(row)].stands:
            here = rows.in_dialogue(row)
            self._follow(lambda full: rearranging.move(full, at, here, to), at)

    def _do(self, make: Callable[[FullReview], Edit | None]) -> bool:
        full = self._session.full
        edit = make(full) if full else None
        return edit is not None and self._may_change() and self._session.do(edit)

    def _follow(self, make: Callable[[FullReview], Edit | None], at: StandingTurn | None = None) -> bool:
        """Do an edit, and stay with the turn that it is about."""
        full = self._session.full
        edit = make(full) if full and self._may_change() else None
        if edit is None or not self._session.do(edit):
            return False
        after = [one.after for one in edit.deltas if isinstance(one.after, RevisedTurn)]
        if after:
            self._view.go_to_change(after[0].id)
        elif at is not None and at.origin:
            self._view.go_to_turn(at.origin)
        return True

    def _row(self) -> int:
        rows = self._view.rows
        return rows.in_dialogue(self._view.focused_row) if rows and rows.count else 0

    def _at(self, row: int | None = None) -> StandingTurn | None:
        full = self._session.full
        row = self._row() if row is None else row
        if full is None or not 0 <= row < len(full.dialogue):
            return None
        return standing_turn(full.dialogue, row, self._session.turn)

    def _number(self) -> int:
        line = self._view.focused_line
        return (line.number or line.position or 0) if line else 0
