"""The open review: one transcript, one review, and every view told when it changes."""

from PySide6.QtCore import QObject, Signal

from reviewer.domain.edit import Edit, Op
from reviewer.domain.edits import copying
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Reply
from reviewer.domain.transcript import Collection, Transcript, Turn
from reviewer.errors import Conflict, LibraryError
from reviewer.gui.bridge import Library
from reviewer.gui.conversation.turn_source import PagedTurns
from reviewer.gui.words import isolated
from reviewer.workspace.known_part import NEWER


class Session(QObject):
    """What is open. Views read `full` and wait for `changed`; they hand edits to `do`."""

    opened = Signal()
    """Another transcript, or none."""
    changed = Signal(object)
    """The Edit that changed the open review; without deltas when somebody else changed it."""
    failed = Signal(str)
    """A sentence: why an edit was not saved."""
    saved = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.library = library
        self.full: FullReview | None = None
        self.turns: PagedTurns | None = None
        self.in_library = False
        """Whether the Library page is shown, whose steps have a history of their own."""
        library.changed.connect(self._hear)

    @property
    def scope(self) -> str:
        """The history that undo walks: the open transcript's, or the library's."""
        return self.full.transcript.id if self.full and not self.in_library else ""

    def open(self, transcript_id: str) -> None:
        """Open a transcript with the reviewer's own review; without one, with the newest that others wrote.

        Raises:
            UsageError: there is no such transcript.
        """
        workspace = self.library.workspace
        self.full = workspace.best_review_of(transcript_id)
        self.turns = PagedTurns(workspace.reading, self.full.transcript)
        self.opened.emit()

    def begin_own(self) -> None:
        """Leave the review of somebody else for a fresh one of the reviewer's own."""
        if self.full is not None:
            self.full = self.library.workspace.review_of(self.full.transcript.id)
            self.opened.emit()

    def copy_to_own(self) -> bool:
        """Take the comments of somebody else's review, or all of it where one's own is not begun; show one's own."""
        source = self.full
        if source is None or not source.saved or self.mine:
            return False
        workspace = self.library.workspace
        try:
            workspace.do(copying.copy_review(source, workspace.review_of(source.transcript.id)))
        except LibraryError as error:
            self.failed.emit(error.sentence)
            return False
        self.begin_own()
        self.saved.emit()
        return True

    def open_review(self, review_id: str) -> None:
        """Show another review of the open transcript, whoever wrote it."""
        found = self.library.workspace.reading.full_review(review_id)
        if found is None:
            self.failed.emit("This review is no longer in the library.")
            return
        if self.turns is None or self.full is None or self.full.transcript.id != found.transcript.id:
            self.turns = PagedTurns(self.library.workspace.reading, found.transcript)
        self.full = found
        self.opened.emit()

    def show_revision(self, revision_id: str) -> None:
        """Look at another revision of the open review."""
        if self.full is not None:
            self.full = self.full.showing(revision_id)
            self.changed.emit(Edit(Op.EDIT_REVISION, (), self.full.transcript.id))

    @property
    def mine(self) -> bool:
        """Whether the open review is the reviewer's own."""
        return self.full is not None and self.full.review.reviewer == self.library.workspace.reviewer.id

    @property
    def own(self) -> bool:
        """Whether the open review can be changed: not that of somebody else, nor one that is known in part alone."""
        return self.mine and not self.in_part

    @property
    def in_part(self) -> bool:
        """Whether a newer version of the program wrote the open review, so that only a part of it is known."""
        return self.full is not None and self.full.review.known_part_of > 0

    @property
    def whose(self) -> str:
        """“Reviewer B’s review”."""
        name = self.full.reviewer.name if self.full else ""
        return f"{isolated(name)}’s review" if name else "This review"

    def close(self) -> None:
        """Have nothing open."""
        self.full = self.turns = None
        self.opened.emit()

    def reload(self) -> None:
        """Read the open review anew, after the reviewer has changed."""
        if self.full:
            self.open(self.full.transcript.id)

    def turn(self, position: int) -> Turn | None:
        """The turn at a position of the open transcript."""
        return self.turns.turn(position) if self.turns and 1 <= position <= self.turns.count else None

    def do(self, edit: Edit | None) -> bool:
        """Save an edit; whether it is saved (no edit counts as saved)."""
        if edit is None:
            return True
        if not self.own and not (self.mine and edit.op is Op.DELETE_REVIEW):
            self.refuse()
            return False
        try:
            self.library.workspace.do(edit)
        except LibraryError as error:
            self._look_again(error)
            self.failed.emit(error.sentence)
            return False
        self.saved.emit()
        return True

    def refuse(self) -> None:
        """Say that the open review is somebody else's, or known in part alone."""
        if self.in_part:
            self.failed.emit(NEWER)
            return
        self.failed.emit(f"{self.whose} is read only. Press “Review it myself” to write your own.")

    def next_step(self, *, undoing: bool) -> Edit | None:
        """The step that undo would take back, or redo would do again."""
        workspace = self.library.workspace
        return workspace.next_undo(self.scope) if undoing else workspace.next_redo(self.scope)

    def undo(self) -> Edit | None:
        """Take back the newest step; gives the edit that did so."""
        return self._step(undoing=True)

    def redo(self) -> Edit | None:
        """Do the last undone step again; gives the edit that did so."""
        return self._step(undoing=False)

    def _step(self, *, undoing: bool) -> Edit | None:
        workspace = self.library.workspace
        try:
            edit = workspace.undo(self.scope) if undoing else workspace.redo(self.scope)
        except LibraryError as error:
            self._look_again(error)
            self.failed.emit(error.sentence)
            return None
        self.saved.emit()
        return edit

    def _look_again(self, error: LibraryError) -> None:
        """After a conflict show what is saved, so that the person can see it and try again."""
        if not isinstance(error, Conflict) or self.full is None:
            return
        transcript = self.full.transcript.id
        if self._is_gone(transcript):
            self.close()
            return
        self.full = self._read_again(self.full)
        self.changed.emit(Edit(Op.ADD_REVIEWER, (), transcript))

    def _read_again(self, full: FullReview) -> FullReview:
        """The same review as it is saved now; the best one there is when it is gone."""
        workspace, transcript = self.library.workspace, full.transcript.id
        if self.mine and not full.saved:
            return workspace.review_of(transcript)
        found = workspace.reading.full_review(full.review.id) or workspace.best_review_of(transcript)
        return found.showing(full.shown)

    def _is_gone(self, transcript_id: str) -> bool:
        found = self.library.workspace.reading.transcript(transcript_id)
        return found is None or found.deleted_at is not None

    def _is_moved(self, full: FullReview) -> bool:
        """Whether the transcript lies in another exercise than it did, or in none any more."""
        home = self.library.workspace.reading.exercise(full.transcript.collection)
        return (home.collection.id if home else None) != (full.exercise.collection.id if full.exercise else None)

    def _hear(self, edit: Edit) -> None:
        if self.full is None:
            return
        if edit.scope == "" and self._is_gone(self.full.transcript.id):
            self.close()
            return
        self.full = self.full.after(edit)
        other_rubric = edit.op is Op.CHANGE_RUBRIC and edit.scope == self.full.transcript.id
        if (
            other_rubric
            or self.full.has_other_rubric
            or (edit.touches(Transcript, Collection) and self._is_moved(self.full))
            or (edit.scope == "" and edit.touches(Reply))
        ):
            self.full = self._read_again(self.full)
        self.changed.emit(edit)
