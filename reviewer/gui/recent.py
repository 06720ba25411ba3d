"""The chats that were opened last, as a menu."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from reviewer.gui.session import Session
from reviewer.gui.settings import PLACES, Settings

MOST = 10


class RecentMenu(QMenu):
    """Open recent: up to ten transcripts that are still in the library, the last one first."""

    def __init__(
        self, session: Session, settings: Settings, open_transcript: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__("Open &recent", parent)
        self._over = parent
        self._session = session
        self._settings = settings
        self._open = open_transcript
        self.aboutToShow.connect(self._fill)
        session.opened.connect(self._remember)

    def show_over(self) -> None:
        """Show it in the middle of the window."""
        self.popup(self._over.mapToGlobal(self._over.rect().center()))

    def _remember(self) -> None:
        if self._session.full is not None:
            opened = self._session.full.transcript.id
            self._settings.remember(PLACES, opened, MOST)

    def _fill(self) -> None:
        self.clear()
        reading = self._session.library.workspace.reading
        there = [one for one in reading.these(self._settings.latest(PLACES)) if one.deleted_at is None]
        for number, transcript in enumerate(there, start=1):
            title = transcript.title.replace("\n", " ").replace("&", "&&")
            act = self.addAction(f"&{number % 10}  {title[:80]}")
            act.triggered.connect(lambda _=False, one=transcript.id: self._open(one))
        if self.isEmpty():
            self.addAction("No chat was opened yet").setEnabled(False)
