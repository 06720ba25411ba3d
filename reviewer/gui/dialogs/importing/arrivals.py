"""What the other thread finds in the files, as it arrives: first the head, then all."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from reviewer.gui.dialogs.importing.looking import Looked, look_at, most_for
from reviewer.gui.dialogs.importing.reader import Reader
from reviewer.importers.base import SNIFFED, Options
from reviewer.workspace.preparing import State

if TYPE_CHECKING:
    from reviewer.gui.dialogs.importing.preview import Preview

PAINT_MS: Final = 40


class Arrivals:
    """Asks for what is shown now, and later for the others; keeps the preview up to date."""

    def __init__(self, preview: "Preview", reader: Reader) -> None:
        self._preview = preview
        self._reader = reader

    def read_now(self) -> None:
        """The head first, and once that is painted, all of it."""
        self._preview.reading = True
        self._ask(self._preview.at, self._preview.file.decision.options, SNIFFED)

    def _read_whole(self, at: int, options: Options) -> None:
        if self._is_wanted(at, options):
            self._ask(at, options, None)

    def _ask(self, at: int, options: Options, most: int | None) -> None:
        entry = replace(self._preview.files[at].entry, options=options)
        self._reader.ask(
            lambda reading: look_at(reading, entry, most, closely=most is None),
            lambda looked: self._arrived(at, looked, most),
        )

    def _is_wanted(self, at: int, options: Options) -> bool:
        return at == self._preview.at and options == self._preview.file.decision.options

    def read_later(self, at: int) -> None:
        """Look at a file while nobody waits for another."""
        entry = self._preview.files[at].entry
        if entry.state is State.WAITING:
            self._reader.ask(
                lambda reading: look_at(reading, entry, most_for(entry)),
                lambda looked: self._listed(at, looked),
                later=True,
            )

    def _arrived(self, at: int, looked: Looked, most: int | None) -> None:
        """What was asked for is there; it counts only while it is still what is shown."""
        options = looked.entry.options
        if not self._is_wanted(at, options):
            return
        if most is not None:
            QTimer.singleShot(PAINT_MS, self._preview, lambda: self._read_whole(at, options))
            if self._preview.looked is not None and self._preview.looked.entry.options == options:
                return
        else:
            self._preview.reading = False
            if self._was_whole(options):
                self._complete(at, looked)
                return
        self._learn(at, looked, light=False)
        self._preview.looked = looked
        self._preview.part = min(self._preview.part, max(0, len(self._preview.conversations) - 1))
        self._preview.shown.emit()

    def _was_whole(self, options: Options) -> bool:
        """Whether the first look has found everything already."""
        before = self._preview.looked
        return (
            before is not None
            and before.entry.found is not None
            and not before.partial
            and before.entry.options == options
        )

    def _complete(self, at: int, looked: Looked) -> None:
        """Keep what is shown, and learn what a first look does not tell."""
        if self._preview.looked is None:
            return
        file = self._preview.files[at]
        file.entry = replace(file.entry, same=looked.entry.same)
        self._preview.looked = replace(self._preview.looked, entry=file.entry, layouts=looked.layouts)
        self._preview.listed.emit(at, at)
        self._preview.known.emit()
        self._preview.corrected.emit()

    def _listed(self, at: int, looked: Looked) -> None:
        if self._preview.files[at].entry.state is State.WAITING:
            self._learn(at, looked, light=True)

    def _learn(self, at: int, looked: Looked, *, light: bool) -> None:
        file = self._preview.files[at]
        file.entry = looked.entry.light() if light else looked.entry
        file.to_check, file.partial = looked.to_check, looked.partial
        self._preview.listed.emit(at, at)
