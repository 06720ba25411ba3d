"""Reads the words of long chats for the search, quietly, while nothing else runs."""

from PySide6.QtCore import QObject, QTimer

from reviewer.gui.jobs import Job
from reviewer.gui.session import Session
from reviewer.workspace.workspace import read_words

QUIET_MS = 1500
"""So long after the window opened, or an import ended, it begins."""


class WordReader(QObject):
    """Starts by itself where there is something to read, and gives way to every import."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._pause.timeout.connect(self._start)
        self._pause.start()

    def later(self) -> None:
        """Look again in a moment."""
        self._pause.start()

    def give_way(self) -> None:
        """End now; what was read stays read."""
        self._pause.stop()
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    def _start(self) -> None:
        workspace = self._session.library.workspace
        if self._job is not None or not workspace.reading.unread():
            return
        self._job = job = Job(workspace.path, workspace.reviewer.name, read_words, self)
        job.finished.connect(self._ended)
        job.start()

    def _ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
