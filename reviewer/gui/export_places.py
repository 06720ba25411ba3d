"""Where exports of this session went, and the pages that were only looked at."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from reviewer.gui.export_settings import ExportSettings


class ExportPlaces:
    """`written` are the files of this session, which are replaced without a word."""

    def __init__(self, settings: ExportSettings) -> None:
        self.settings = settings
        self.written: set[Path] = set()
        self._looked_at: TemporaryDirectory[str] | None = None

    def for_browser(self, name: str) -> Path:
        """A place for a page that is only looked at; it is gone when the window closes."""
        if self._looked_at is None:
            self._looked_at = TemporaryDirectory(prefix="transcript-reviewer-")
        return Path(self._looked_at.name) / name

    def open(self, path: Path) -> None:
        """Open a page in the browser, or a folder in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def close(self) -> None:
        """Forget the pages that were only looked at."""
        if self._looked_at is not None:
            self._looked_at.cleanup()
            self._looked_at = None
