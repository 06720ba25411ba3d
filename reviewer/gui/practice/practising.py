"""Opens a practice of the open chat, keeps what is written, and makes a revision of it."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

from reviewer.domain.edits.practising import keep_practice
from reviewer.domain.practice import Exchange, exchanges
from reviewer.errors import LibraryError
from reviewer.exporters.page_language import ENGLISH, page_language
from reviewer.gui.pages.review_page import ReviewPage
from reviewer.gui.practice.dialog import PracticeDialog
from reviewer.gui.practice.state import Practice
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.workspace.workspace import keep_draft

DRAFT = "practice/"
MOST_TURNS = 2_000
"""A longer chat is practised up to here."""


class Practising(QObject):
    """`told` carries a sentence."""

    told = Signal(str)
    undoable = Signal(str)
    """What was done, which undo takes back."""

    def __init__(
        self, session: Session, review: ReviewPage, show_mode: Callable[[str], None], theme: Callable[[], Theme]
    ) -> None:
        super().__init__(review)
        self._session = session
        self._review = review
        self._show_mode = show_mode
        self._theme = theme
        self.dialog: PracticeDialog | None = None

    def open(self) -> None:
        """Begin to practise the open chat, or go on."""
        self._review.keep_all()
        full, turns = self._session.full, self._session.turns
        if full is None or turns is None or not self._review.commenting.may_change():
            return
        last = min(turns.count, MOST_TURNS)
        found = exchanges((turns.turn(one) for one in range(1, last + 1)), full.speakers)
        if not found:
            self.told.emit("This chat has no turns of an agent, so there is nothing to answer.")
            return
        key = f"{DRAFT}{full.transcript.id}"
        practice = Practice.from_draft(self._session.library.workspace.reading.drafts().get(key, ""), len(found))
        names: dict[str | None, str] = {one.id: one.name for one in full.shown_speakers}
        dialog = PracticeDialog(found, names, practice, self._theme(), self._review.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.drafted.connect(lambda words: self._keep_draft(key, words))
        dialog.kept.connect(lambda written: self._keep(dialog, found, written, key))
        self.dialog = dialog
        dialog.show()

    def _keep_draft(self, key: str, words: str) -> None:
        with suppress(LibraryError):
            keep_draft(self._session.library.workspace, key, words)

    def _keep(self, dialog: PracticeDialog, found: tuple[Exchange, ...], written: Mapping[int, str], key: str) -> None:
        full = self._session.full
        if full is None:
            return
        today = self._session.library.workspace.now().astimezone().isoformat()
        made = keep_practice(full, found, written, f"Practice, {page_language(ENGLISH).day(today)}")
        if made is None:
            self.told.emit("What was written is what the agent said. There is nothing to keep.")
            return
        edit, revision = made
        if self._session.do(edit):
            dialog.practice.written.clear()
            dialog.close()
            self._keep_draft(key, "")
            self._session.show_revision(revision)
            self._show_mode("revise")
            self.undoable.emit("Your replies are a revision now.")
