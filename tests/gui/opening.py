"""The real main window on a library and a settings file in one folder, opened and closed as a person does."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from reviewer.gui.app import make_application, make_window
from reviewer.gui.main_window import MainWindow
from reviewer.gui.settings import Settings
from reviewer.workspace.workspace import Workspace

LONGEST_JOB_MS, STEP_MS = 20_000, 10


class Opening:
    """Calling it opens the window; the next call opens it again on the same files."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] | None = None) -> None:
        self.folder = folder
        self.library = folder / "library.reviews"
        self.settings_file = folder / "settings.ini"
        self._clock = clock
        self._open: list[tuple[MainWindow, Workspace]] = []

    def __call__(
        self, *, reviewer: str | None = None, size: tuple[int, int] | None = None, theme: str | None = None
    ) -> MainWindow:
        """The window, shown. What is not given is as it was left."""
        self.close()
        make_application()
        settings = Settings(self.settings_file)
        if reviewer is not None:
            settings.reviewer = reviewer
        if theme is not None:
            settings.theme = theme
        clock = {"clock": self._clock} if self._clock else {}
        workspace = Workspace.open(self.library, reviewer=settings.reviewer, **clock)
        window = make_window(workspace, settings)
        if size is not None:
            window.resize(*size)
        window.show()
        QTest.qWaitForWindowExposed(window)
        window.activateWindow()
        QTest.qWait(20)
        self._open.append((window, workspace))
        return window

    def close(self) -> None:
        """Close what is open, as a person does, and give the library free."""
        while self._open:
            window, workspace = self._open.pop()
            window.close()
            window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            workspace.close()
            assert not isValid(window), "the window outlives its closing"


def let_live(milliseconds: int) -> None:
    """Let the window and its threads work; QTest.qWait would keep Python from the threads meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for_job(window: MainWindow) -> None:
    """Wait until what is being imported is in the library and shown."""
    waited = 0
    while window.desk.busy:
        assert waited < LONGEST_JOB_MS, "the job does not end"
        let_live(STEP_MS)
        waited += STEP_MS
    let_live(STEP_MS)


def open_sample(window: MainWindow, place: int = 0) -> None:
    """Press a sample chat on the first page and wait until it is open."""
    window.library_page.welcome.sample_buttons[place].click()
    wait_for_job(window)
    assert window.session.full is not None
