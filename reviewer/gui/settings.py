"""What the window remembers between two starts."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from reviewer.gui.export_settings import ExportSettings
from reviewer.spelling.own_words import OwnWords
from reviewer.store.listing import SortBy
from reviewer.workspace.exporting.page_themes import KeptLook

THEMES = ("system", "light", "dark", "contrast")
LESS_MOTION, UNDERLINE_ONLY, BLUE_ORANGE, SINGLE_KEYS = (
    "appearance/less_motion", "appearance/underline_only", "appearance/blue_orange", "keyboard/single_keys",
)  # fmt: skip
MARK_SPELLING = "spelling/mark"
PLACES, COMMANDS = "place", "palette"
SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 80, 200, 10


class Settings:
    """A small file beside the library's; unknown or spoiled values count as never set."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)
        self.exporting = ExportSettings(self._file)
        self.own_words = OwnWords(path.with_name("own-words.txt"))
        self.look = KeptLook(path.with_name("page-theme"))

    @property
    def theme(self) -> str:
        """`system`, `light`, `dark` or `contrast`."""
        found = str(self._file.value("appearance/theme", "system"))
        return found if found in THEMES else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._file.setValue("appearance/theme", name)

    @property
    def text_size(self) -> int:
        """Percent, 80 to 200."""
        return max(SMALLEST_TEXT, min(LARGEST_TEXT, _number(self._file, "appearance/text_size", 100)))

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._file.setValue("appearance/text_size", max(SMALLEST_TEXT, min(LARGEST_TEXT, percent)))

    @property
    def reviewer(self) -> str:
        """The reviewer's name; empty until they say it."""
        return str(self._file.value("reviewer/name", ""))

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self._file.setValue("reviewer/name", name)

    def place(self, transcript_id: str) -> int:
        """The turn at which a transcript was left, from 1."""
        return _number(self._file, f"place/{transcript_id}", 1)

    def set_place(self, transcript_id: str, turn: int) -> None:
        """Remember where a transcript was left, and that it was the last one."""
        self._file.setValue(f"place/{transcript_id}", turn)
        self._file.setValue("place/last", transcript_id)

    @property
    def last_transcript(self) -> str:
        """The transcript that was open last."""
        return str(self._file.value("place/last", ""))

    def latest(self, what: str) -> list[str]:
        """The transcripts that were open, or the commands that were run from the palette, the last one first."""
        return str(self._file.value(f"{what}/recent", "")).split()

    def remember(self, what: str, name: str, most: int) -> None:
        """This one was the last; `most` are remembered."""
        rest = [one for one in self.latest(what) if one != name]
        self._file.setValue(f"{what}/recent", " ".join([name, *rest][:most]))

    @property
    def preferred_rubric(self) -> str:
        """The root of the rubric that new reviews follow; empty for the one that the program comes with."""
        return str(self._file.value("rubric/preferred", ""))

    @preferred_rubric.setter
    def preferred_rubric(self, root: str) -> None:
        self._file.setValue("rubric/preferred", root)

    @property
    def library_sort(self) -> tuple[SortBy, bool]:
        """By what the table of transcripts is sorted, and whether the largest stands first."""
        name = str(self._file.value("library/sort", SortBy.TITLE.value))
        known = [one for one in SortBy if one.value == name]
        return (known[0] if known else SortBy.TITLE), self.flag("library/descending", False)

    @property
    def library_columns(self) -> list[str]:
        """The columns of the table of transcripts; none when they were never chosen."""
        return str(self._file.value("library/columns", "")).split()

    def keep_library(self, sort: SortBy, *, descending: bool, columns: list[str]) -> None:
        """Remember how the table of transcripts is set."""
        self._file.setValue("library/sort", sort.value)
        self._file.setValue("library/columns", " ".join(columns))
        self.set_flag("library/descending", descending)

    @property
    def comments_shown(self) -> tuple[str, str]:
        """How the Comments tab groups, and which comments it keeps; empty for what was never chosen."""
        return str(self._file.value("comments/grouping", "")), str(self._file.value("comments/kept", ""))

    @comments_shown.setter
    def comments_shown(self, chosen: tuple[str, str]) -> None:
        for name, value in zip(("comments/grouping", "comments/kept"), chosen, strict=True):
            self._file.setValue(name, value)

    def flag(self, name: str, default: bool) -> bool:
        """A remembered yes or no."""
        return str(self._file.value(name, default)).lower() == "true"

    def set_flag(self, name: str, value: bool) -> None:
        """Remember a yes or no."""
        self._file.setValue(name, value)

    def state(self, name: str) -> QByteArray:
        """A remembered geometry or splitter state; empty when there is none."""
        found = self._file.value(f"window/{name}")
        return found if isinstance(found, QByteArray) else QByteArray()

    def set_state(self, name: str, state: QByteArray) -> None:
        """Remember a geometry or splitter state."""
        self._file.setValue(f"window/{name}", state)

    def save(self) -> None:
        """Write the file now."""
        self._file.sync()


def _number(file: QSettings, name: str, default: int) -> int:
    try:
        return int(str(file.value(name, default)))
    except ValueError:
        return default
