"""How many words each change puts in and takes out, counted without keeping anybody waiting."""

from collections.abc import Callable, Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.alignment import Alignment
from reviewer.domain.dialogue import groups
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import RevisedTurn
from reviewer.domain.transcript import Turn
from reviewer.gui.panels.change_words import words_changed

SLICE = 0.01
"""Seconds of counting at a time."""

Extent = tuple[int, int, bool]
"""Words inserted, words deleted, and whether somebody else speaks while the words stay."""


class Extents(QObject):
    """Remembers what was counted for changes that are the same still."""

    counted = Signal(int, int)
    """Words inserted and deleted in the whole revision."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[tuple[RevisedTurn, ...], Extent] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)
        self._rest: Iterator[list[RevisedTurn]] = iter(())
        self._total = 0, 0

    def begin(self, full: FullReview, turn_at: Callable[[int], Turn | None]) -> None:
        """Count a revision; `counted` says when all of it is."""
        self._full = full
        self._alignment = Alignment(full, turn_at)
        self._rest, self._total = iter(groups(full.changes)), (0, 0)
        self._before, self._known = self._known, {}
        self._slice()
        if self._running:
            self._timer.start()

    def of(self, group: list[RevisedTurn]) -> Extent:
        """The extent of one change, with all that is split or joined with it."""
        dialogue = self._full.dialogue
        key = tuple(dialogue.tied_to(group[0]))
        found = self._known.get(key) or self._before.get(key)
        if found is None:
            rows = {row for one in group if (row := dialogue.row_of_change(one.id)) is not None}
            rows |= {dialogue.row_of(origin) for one in group for origin in one.origins}
            lines = [self._alignment.line(row) for row in sorted(rows)]
            more, less = words_changed(lines)
            found = more, less, not more and not less and any(one.speaker_changed for one in lines)
        self._known[key] = found
        return found

    def _slice(self) -> None:
        until = monotonic() + SLICE
        self._running = True
        while monotonic() < until:
            group = next(self._rest, None)
            if group is None:
                self._running = False
                self._timer.stop()
                self.counted.emit(*self._total)
                return
            more, less, _ = self.of(group)
            self._total = self._total[0] + more, self._total[1] + less
