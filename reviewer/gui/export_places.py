"""Where exports of this session went, and the pages that were only looked at."""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from reviewer.errors import Unreadable
from reviewer.exporters.page_theme import PLAIN, PageTheme
from reviewer.gui.export_settings import ExportSettings
from reviewer.workspace.exporting.page_themes import KeptLook
from reviewer.workspace.exporting.wish import Wish


@dataclass(frozen=True, slots=True)
class Look:
    """What an organisation makes of a page, the templates that lay it out, and what is wrong with them."""

    theme: PageTheme = PLAIN
    templates: Path | None = None
    trouble: str = ""

    def on(self, wish: Wish) -> Wish:
        """The same wish in this look."""
        return replace(wish, page=replace(wish.page, theme=self.theme, templates=self.templates))


class ExportPlaces:
    """`written` are the files of this session, which are replaced without a word."""

    def __init__(self, settings: ExportSettings, look: KeptLook) -> None:
        self.settings = settings
        self._kept = look
        self.written: set[Path] = set()
        self._looked_at: TemporaryDirectory[str] | None = None

    def look(self) -> Look:
        """How pages look by Settings; as usual, with the reason, where what they keep cannot be used."""
        try:
            return Look(self._kept.theme(), self._kept.templates())
        except Unreadable as error:
            return Look(PLAIN, self._kept.templates(), f"{error.sentence} The page is in the usual colours.")

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
