"""How long the window stands still while a large file is looked at and imported.

    python benchmarks/import_window.py [MEGABYTES]

Opens the real window offscreen with a timer that should fire every 10 milliseconds, shows the preview of a chat of
about MEGABYTES (20 unless given), agrees to it, and prints the longest gaps between two ticks, and when the first rows
stood in the preview.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from benchmarks.importing import as_text
from reviewer.gui.dialogs.importing.dialog import ImportDialog
from reviewer.workspace.preparing import gather
from tests.gui.opening import Opening

TICK_MS = 10


class Ticks:
    """The longest gaps between two ticks since the last look, in milliseconds."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self._gaps: list[float] = []
        self._timer = QTimer(interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now - self._last) * 1000)
        self._last = now

    def longest(self) -> str:
        gaps, self._gaps = sorted(self._gaps, reverse=True), []
        over = sum(gap > 50 for gap in gaps)
        return f"longest {gaps[0]:.0f} ms, {over} of {len(gaps):,} over 50 ms" if gaps else "no tick"


def wait_for(done: Callable[[], bool], most: float = 120.0) -> float:
    """Let the window live until `done()`; gives the seconds."""
    start = time.perf_counter()
    loop, look = QEventLoop(), QTimer(interval=20)
    look.timeout.connect(lambda: loop.quit() if done() or time.perf_counter() - start > most else None)
    look.start()
    loop.exec()
    return time.perf_counter() - start


def pause(seconds: float) -> None:
    """Let the window live for a while."""
    end = time.perf_counter() + seconds
    wait_for(lambda: time.perf_counter() > end)


def main(megabytes: int = 20) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        chat = folder / "long.txt"
        chat.write_bytes(as_text(megabytes * 1_000_000))
        opening = Opening(folder)
        window = opening(reviewer="Reviewer A", size=(1440, 900))
        ticks = Ticks()
        pause(0.3)
        print(f"{'at rest':24} {ticks.longest()}")
        theme = window._appearance.theme
        dialog = ImportDialog(window.session.library.workspace.path, gather([chat]), theme, window)
        dialog.show()
        first = wait_for(lambda: dialog.middle.model.rowCount() > 0)
        print(f"{'first rows':24} {first * 1000:.0f} ms; {ticks.longest()}")
        whole = wait_for(lambda: dialog.preview.looked is not None and not dialog.preview.looked.partial)
        print(f"{'read whole':24} {whole:.2f} s; {ticks.longest()}")
        answer = dialog.answer()
        dialog.done(1)
        window.desk.import_entries(answer.entries, answer.collection)
        stored = wait_for(lambda: not window.desk.busy)
        print(f"{'imported':24} {stored:.2f} s; {ticks.longest()}")
        pause(0.5)
        print(f"{'shown':24} {ticks.longest()}")
        opening.close()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
