"""The open library: the one door for changes, its histories, and who hears of them."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from reviewer.domain.edit import KEEPS_STAMPS, LIBRARY, Delta, Edit, Op
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.review import Review, Reviewer
from reviewer.domain.transcript import Transcript, Turn
from reviewer.errors import LibraryError, UsageError
from reviewer.exporters.painting import PaintPdf
from reviewer.store import backup, checking, journal
from reviewer.store.faults import as_sentences
from reviewer.store.reading import Reading
from reviewer.store.store import Store
from reviewer.workspace.beginning import fresh_review, install_rubrics, refuse_second_review, reviewer_named
from reviewer.workspace.clearing import erase_old, erasing
from reviewer.workspace.known_part import refuse_change_of_known_part
from reviewer.workspace.progress import Progress
from reviewer.workspace.rubric_guard import refuse_change_of_used_rubric

SHORTEST_ID = 4

Listener = Callable[[Edit], None]


class Workspace:
    """A library and the reviewer who works in it. Belongs to one thread; another opens a Workspace of its own."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._listeners: list[Listener] = []
        self.reading = Reading(store.path, store.connection)
        self.reviewer = Reviewer(new_id(), "")
        self.preferred_rubric = ""
        """The root of the rubric that new reviews follow; empty for the one that the program comes with."""
        self.paint_pdf: PaintPdf | None = None
        """What lays out PDF files; given by who knows a screen, as the workspace does not."""

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        reviewer: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        read_only: bool = False,
    ) -> "Workspace":
        """The library at `path`, made with its folder and the shipped rubrics when it is not there.

        Raises:
            LibraryError: it cannot be used.
        """
        workspace = cls(Store.open(path, read_only=read_only), clock)
        try:
            if not read_only:
                install_rubrics(workspace.reading, workspace.do)
                with suppress(LibraryError):
                    workspace._store.tidy(clock())
                erase_old(workspace.reading, workspace.do, clock())
            workspace.reviewer = reviewer_named(workspace.reading, reviewer) or Reviewer(new_id(), reviewer)
        except BaseException:
            workspace.close()
            raise
        return workspace

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._store.path

    def now(self) -> datetime:
        """The time by this workspace's clock, in UTC."""
        return self._clock()

    def close(self) -> None:
        """Give the file free."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def do(self, edit: Edit) -> Edit:
        """Save `edit` and its journal row in one transaction; gives it as it was written.

        Raises:
            Conflict: what is saved differs from what the edit was based on.
            LibraryError: it cannot be saved; nothing was.
        """
        now = self._clock()
        with self._store.writing() as connection:
            refuse_second_review(self.reading, edit, self.reviewer)
            refuse_change_of_used_rubric(self.reading, edit)
            refuse_change_of_known_part(self.reading, edit)
            self._save_reviewer_with(edit, now)
            stamped = edit.op not in KEEPS_STAMPS
            written = self._store.write(edit, now, self.reviewer.id, stamped=stamped)
            if edit.op is Op.ERASE_TRANSCRIPT:
                journal.forget(connection, written)
            else:
                journal.append(connection, written, now, self.reviewer.id)
            written = self._store.follow(written, now, stamped=stamped)
        if edit.op is Op.ERASE_TRANSCRIPT:
            self._store.drop_erased(written)
        self.announce(written)
        return written

    def delete_for_good(self, transcript_ids: Sequence[str]) -> Edit | None:
        """Remove transcripts with their reviews, turns and history; no undo brings them back. None: they are gone.

        Raises:
            Conflict: they were changed elsewhere in the meantime; nothing was removed.
            LibraryError: the library cannot be written.
        """
        edit = erasing(self.reading, transcript_ids)
        return self.do(edit) if edit else None

    def undo(self, scope: str = LIBRARY) -> Edit | None:
        """Take back the reviewer's newest step of a scope; gives the edit that did so, None when there is none."""
        return self._step(scope, undoing=True)

    def redo(self, scope: str = LIBRARY) -> Edit | None:
        """Do the last undone step of a scope again; gives the edit that did so, None when there is none."""
        return self._step(scope, undoing=False)

    def next_undo(self, scope: str = LIBRARY) -> Edit | None:
        """The edit that undo would take back."""
        with as_sentences(self.path):
            step = journal.newest(self._store.connection, scope, self.reviewer.id)
        return step.edit if step else None

    def next_redo(self, scope: str = LIBRARY) -> Edit | None:
        """The edit that redo would do again."""
        with as_sentences(self.path):
            step = journal.oldest_undone(self._store.connection, scope, self.reviewer.id)
        return step.edit if step else None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """`listener` hears of every edit from now on; calling what is returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def announce(self, edit: Edit) -> None:
        """Tell listeners of an edit that is saved already, here or through another connection."""
        for listener in tuple(self._listeners):
            listener(edit)

    def set_reviewer(self, name: str) -> Reviewer:
        """Whose work follows: the nameless reviewer gets the name, else the reviewer of that name or a new one."""
        name = " ".join(name.split())
        if self.reviewer.name == name:
            return self.reviewer
        known = reviewer_named(self.reading, name)
        if known is None and not self.reviewer.name and self.reading.record(Reviewer, self.reviewer.id):
            named = Reviewer(self.reviewer.id, name)
            self.do(Edit(Op.ADD_REVIEWER, (Delta(self.reviewer, named),)))
            self.reviewer = named
        else:
            self.reviewer = known or Reviewer(self.reviewer.id if not self.reviewer.name else new_id(), name)
        return self.reviewer

    def review_of(self, transcript_id: str, rubric_id: str | None = None) -> FullReview:
        """The reviewer's own review of a transcript, or a fresh one that its first edit saves.

        A reviewer who is not saved yet becomes the one of the same name that an import has brought.

        Raises:
            UsageError: there is no such transcript or rubric.
        """
        if self.reading.record(Reviewer, self.reviewer.id) is None:
            self.reviewer = reviewer_named(self.reading, self.reviewer.name) or self.reviewer
        own = self.reading.review_by(transcript_id, self.reviewer.id)
        full = self.reading.full_review(own.id) if own else None
        return full or fresh_review(self.reading, transcript_id, self.reviewer, rubric_id, self.preferred_rubric)

    def best_review_of(self, transcript_id: str) -> FullReview:
        """The reviewer's own review; without one, the newest review of the transcript; without any, a fresh one.

        Raises:
            UsageError: there is no such transcript.
        """
        own = self.review_of(transcript_id)
        others = [] if own.saved else self.reading.reviews(transcript_id)
        newest = max(others, key=lambda review: (review.updated, review.id), default=None)
        return (self.reading.full_review(newest.id) if newest else None) or own

    def find_transcript(self, name: str) -> Transcript:
        """The transcript with this id, this unique start of an id, or this exact title.

        Raises:
            UsageError: there is none, or more than one.
        """
        found = self.reading.transcript(name)
        if found and found.deleted_at is None:
            return found
        everything = self.reading.transcripts()
        matches = [one for one in everything if one.title == name]
        if not matches and len(name) >= SHORTEST_ID:
            matches = [one for one in everything if one.id.startswith(name)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise UsageError(f"“{name}” names {len(matches)} transcripts. Use the id that `reviewer list` shows.")
        raise UsageError(f"There is no transcript “{name}”. `reviewer list` shows what there is.")

    def add_turns(self, transcript_ids: Sequence[str], turns: Iterable[Turn]) -> int:
        """Write the turns of transcripts that an edit makes visible afterwards; gives how many."""
        return self._store.add_turns(transcript_ids, turns, self._clock())

    def drop_turns(self, transcript_id: str) -> None:
        """Remove turns whose transcript was not saved, now or when the library is opened later; others stay."""
        with suppress(LibraryError):
            self._store.drop_turns(transcript_id)

    def backup(self, path: Path) -> None:
        """Write a consistent copy of the library to `path`."""
        backup.copy(self._store, path)

    def check(self, *, repair: bool = False) -> list[str]:
        """What is wrong with the library, a sentence each; with `repair` what could not be mended."""
        return checking.check(self._store, self.reading, repair=repair)

    def _step(self, scope: str, *, undoing: bool) -> Edit | None:
        connection = self._store.connection
        with self._store.writing():
            find = journal.newest if undoing else journal.oldest_undone
            step = find(connection, scope, self.reviewer.id)
            if step is None:
                return None
            edit = step.edit.inverse() if undoing else step.edit
            refuse_change_of_used_rubric(self.reading, edit)
            refuse_change_of_known_part(self.reading, edit)
            now, stamped = self._clock(), edit.op not in KEEPS_STAMPS
            written = self._store.write(edit, now, self.reviewer.id, stamped=stamped)
            journal.mark(connection, step, undone=undoing)
            written = self._store.follow(written, now, stamped=stamped)
        self.announce(written)
        return written

    def _save_reviewer_with(self, edit: Edit, now: datetime) -> None:
        begins = any(isinstance(one.after, Review) and one.after.reviewer == self.reviewer.id for one in edit.deltas)
        if begins and self.reading.record(Reviewer, self.reviewer.id) is None:
            named = Edit(Op.ADD_REVIEWER, (Delta(None, self.reviewer),))
            journal.append(self._store.connection, self._store.write(named, now, "", stamped=False), now, "")


def read_words(workspace: Workspace, progress: Progress) -> None:
    """Read the turns of long transcripts, and of those from older libraries, so that they are found at once.

    Until then they are found as well, by looking through every turn.

    Raises:
        Cancelled: the person stopped it; what was read stays read.
        LibraryError: the library cannot take it.
    """
    due = workspace.reading.unread()
    for number, transcript in enumerate(due):
        progress.step(number, len(due), "")
        workspace._store.read_words(transcript)


def keep_draft(workspace: Workspace, key: str, text: str) -> None:
    """Keep what was begun and not finished, apart from the history, so that a crash does not take it; "" drops it.

    Raises:
        LibraryError: the library cannot take it.
    """
    if workspace.reading.drafts().get(key, "") != text:
        workspace._store.keep_draft(key, text)


def restore(source: Path, library: Path) -> Path | None:
    """Put the copy `source` in place of `library`; gives where the replaced library is kept.

    Raises:
        LibraryError: `source` is not a library that this program can use; nothing was changed.
    """
    return backup.restore(source, library)
