"""What was written in the editor of Revise and not kept, saved in the library apart from its history."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass

from PySide6.QtCore import QObject

from reviewer.domain.revision import RevisedTurn
from reviewer.errors import LibraryError
from reviewer.gui.conversation.revision_view import RevisionView
from reviewer.gui.session import Session
from reviewer.workspace.workspace import keep_draft

TURN = "turn/"


@dataclass(frozen=True, slots=True)
class TurnDraft:
    """`key` is where the row sorts in a revision; a `new` turn is said by `speaker`."""

    transcript: str
    key: str
    text: str
    new: bool = False
    speaker: str | None = None


class TurnDrafts(QObject):
    """Keeps drafts while they are written, and gives them back to the view of the transcript that they belong to."""

    def __init__(self, session: Session, view: RevisionView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        view.drafted.connect(self._keep)
        session.opened.connect(self._give)

    def all(self) -> list[TurnDraft]:
        """Every draft of the library; what cannot be read is left out."""
        drafts = self._session.library.workspace.reading.drafts()
        found = (_read(text) for key, text in drafts.items() if key.startswith(TURN))
        return [one for one in found if one is not None]

    def _give(self) -> None:
        full = self._session.full
        here = [one for one in self.all() if full and one.transcript == full.transcript.id]
        self._view.drafts = {one.key: one.text for one in here}

    def _keep(self, key: str, text: str, pending: RevisedTurn | None) -> None:
        full = self._session.full
        if full is None:
            return
        draft = TurnDraft(full.transcript.id, key, text, pending is not None, pending.speaker if pending else None)
        words = json.dumps(asdict(draft), ensure_ascii=False) if text.strip() else ""
        with suppress(LibraryError):
            keep_draft(self._session.library.workspace, f"{TURN}{full.transcript.id}/{key}", words)


def _read(words: str) -> TurnDraft | None:
    try:
        return TurnDraft(**json.loads(words))
    except (ValueError, TypeError):
        return None
