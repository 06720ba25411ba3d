"""What was begun and not finished: kept while it is written, and brought back after a crash."""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, QTimer

from reviewer.domain.full_review import FullReview
from reviewer.errors import LibraryError
from reviewer.gui.pages.review_page import ReviewPage
from reviewer.gui.session import Session
from reviewer.gui.turn_drafts import TurnDraft
from reviewer.gui.words import counted
from reviewer.workspace.workspace import keep_draft

REPLY = "reply/"
Choice = tuple[str, Callable[[], object]]


class UnfinishedWork(QObject):
    """Keeps drafts of replies in the library, apart from its history."""

    def __init__(
        self,
        session: Session,
        review: ReviewPage,
        open_transcript: Callable[[str], None],
        show_mode: Callable[[str], None],
    ) -> None:
        super().__init__(review)
        self._session = session
        self._review = review
        self._show_mode = show_mode
        self._margin = margin = review.margin
        self._open = open_transcript
        self._lock = QLockFile(str(_lock_of(session.library.workspace.path)))
        self._lock.setStaleLockTime(0)
        margin.drafted.connect(self._keep)
        self._margin.drafts = self._replies()

    def begin(self, say: Callable[[str, Choice | None], object]) -> None:
        """The window opens. A lock that somebody left who runs no more tells that the program was not closed."""
        left = Path(self._lock.fileName()).exists()
        if self._lock.tryLock(0) and left:
            QTimer.singleShot(0, self, lambda: self._tell(say))

    def end(self) -> None:
        """The window is closed as it should be."""
        self._lock.unlock()

    def count(self, full: FullReview) -> int:
        """How many texts of a review were begun and not kept."""
        return len(self._replies_in(full)) + len(self._turns_in(full))

    def show_first(self, full: FullReview) -> None:
        """Go to the first text of a review that was begun and not kept."""
        replies, turns = self._replies_in(full), self._turns_in(full)
        if replies:
            self._show(replies[0])
        elif turns:
            self._show_turn(turns[0])

    def _replies_in(self, full: FullReview) -> list[str]:
        waiting = self._replies()
        return [one.id for one in full.annotations if one.id in waiting]

    def _turns_in(self, full: FullReview) -> list[TurnDraft]:
        return [one for one in self._review.turn_drafts.all() if one.transcript == full.transcript.id]

    def _tell(self, say: Callable[[str, Choice | None], object]) -> None:
        comments, turns = self._replies(), self._review.turn_drafts.all()
        parts = [(len(comments), "unfinished comment"), (len(turns), "unfinished edit")]
        what = " and ".join(counted(number, words) for number, words in parts if number)
        were = "was" if len(comments) + len(turns) == 1 else "were"
        sentence = f"The program closed unexpectedly. Nothing was lost{f'; {what} {were} restored' if what else ''}."
        choice: Choice | None = None
        if turns:
            choice = "Show it", lambda: self._show_turn(turns[0])
        elif comments:
            choice = "Show it", lambda: self._show(next(iter(comments)))
        say(sentence, choice)

    def _show(self, annotation_id: str) -> None:
        reading = self._session.library.workspace.reading
        place = reading.place_of_comment(annotation_id)
        if place is not None:
            transcript, review = place
            self._open(transcript)
            if self._session.full and self._session.full.review.id != review:
                self._session.open_review(review)
            self._margin.set_active(annotation_id)
            self._margin.card.thread_part.write()

    def _show_turn(self, draft: TurnDraft) -> None:
        self._open(draft.transcript)
        self._show_mode("revise")
        if draft.new:
            self._review.rewriting.insert_again(draft.key, draft.speaker)
        else:
            self._review.revision.edit_key(draft.key)

    def _replies(self) -> dict[str, str]:
        drafts = self._session.library.workspace.reading.drafts()
        return {key.removeprefix(REPLY): text for key, text in drafts.items() if key.startswith(REPLY)}

    def _keep(self, annotation_id: str, text: str) -> None:
        if not annotation_id:
            return
        if text.strip():
            self._margin.drafts[annotation_id] = text
        else:
            self._margin.drafts.pop(annotation_id, None)
        self._write(f"{REPLY}{annotation_id}", text if text.strip() else "")

    def _write(self, key: str, text: str) -> None:
        with suppress(LibraryError):
            keep_draft(self._session.library.workspace, key, text)


def _lock_of(library: Path) -> Path:
    own = sha256(str(library.resolve()).encode()).hexdigest()[:24]
    return Path(QDir.tempPath()) / f"transcript-reviewer-{own}.lock"
