"""The running program: library, settings, window, and what happens to faults."""

import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reviewer import __version__
from reviewer.errors import LibraryError, UsageError
from reviewer.gui import fonts, icons, messages
from reviewer.gui.appearance import Appearance
from reviewer.gui.bridge import Library
from reviewer.gui.main_window import MainWindow
from reviewer.gui.settings import Settings
from reviewer.gui.words import APP_NAME
from reviewer.workspace.places import default_library, log_file, settings_file
from reviewer.workspace.workspace import Workspace


def open_window(library: Path | None = None, files: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; gives the exit status.

    Raises:
        UsageError: there is no display.
        LibraryError: the library cannot be used.
    """
    if not _has_display():
        raise UsageError("There is no display for the window. The commands work without one: see reviewer --help.")
    settings = Settings(settings_file())
    app = make_application()
    try:
        workspace = Workspace.open(library or default_library(), reviewer=settings.reviewer)
    except LibraryError as error:
        messages.error(None, error.sentence)
        raise
    window = make_window(workspace, settings)
    sys.excepthook = _Faults(window)
    window.show()
    if files:
        QTimer.singleShot(0, lambda: window.desk.offer_files(list(files)))
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        workspace.close()


def make_application() -> QApplication:
    """The one application object, with the program's style and typeface."""
    existing = QApplication.instance()
    if existing is None:
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = existing if isinstance(existing, QApplication) else QApplication([APP_NAME])
    app.setApplicationName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    app.setWindowIcon(icons.app_icon())
    fonts.install()
    return app


def make_window(workspace: Workspace, settings: Settings) -> MainWindow:
    """The main window on an open library."""
    return MainWindow(Library(workspace), settings, Appearance(settings))


class _Faults:
    """Writes a fault of the program down and says so once, calmly."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._shown = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        lines = "".join(traceback.format_exception(kind, error, trace))
        report = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {__version__}\n{lines}\n"
        try:
            log_file().parent.mkdir(parents=True, exist_ok=True)
            with log_file().open("a", encoding="utf-8") as log:
                log.write(report)
        except OSError:
            sys.stderr.write(report)
        if not self._shown:
            self._shown = True
            messages.fault(self._window, report, log_file())
            self._shown = False


def _has_display() -> bool:
    if sys.platform in ("darwin", "win32") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
