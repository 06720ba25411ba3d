"""The whole window on long chats with many comments, beside an empty window in the same run.

Run: python -m benchmarks.view [TURNS:COMMENTS ...]. Each case runs in a process of its own, so that memory is its own.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.anchor import anchor_at
from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Role, Speaker, Transcript, Turn, TurnKind
from reviewer.gui.app import make_application, make_window
from reviewer.gui.main_window import MainWindow
from reviewer.gui.settings import Settings
from reviewer.workspace.workspace import Workspace

CASES = ("0:0", "1000:0", "1000:1000", "100000:0", "100000:1000", "100000:50000", "1000000:0", "1000000:1000",
         "1000000:50000")  # fmt: skip
WINDOW = 1440, 900
PAGES = 200
COMMENTED = 9
WORDS = "The courier left a card this morning and the parcel is at the depot until Friday, so bring the card along. "
COLUMNS = ("first paint", "frame", "99th", "to the end", "resize", "comment", "memory")


def main(cases: list[str]) -> None:
    """One line a case; times in ms, memory in MB over the empty window."""
    print(f"{'turns':>10}{'comments':>10}" + "".join(f"{name:>13}" for name in COLUMNS))
    empty: dict[str, float] = {}
    for case in cases:
        turns, comments = map(int, case.split(":"))
        found = _in_own_process(turns, comments)
        empty = empty or found
        found["memory"] -= empty["memory"] if turns else 0
        cells = "".join(f"{found[name]:>13.1f}" if name in found else f"{'':>13}" for name in COLUMNS)
        print(f"{turns:>10,}{comments:>10,}{cells}", flush=True)


def _in_own_process(turns: int, comments: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.reviews"
        if turns:
            _fill(library, turns, comments)
        run = subprocess.run(
            [sys.executable, "-m", "benchmarks.view", "--measure", str(library), str(turns)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    return dict(json.loads(run.stdout.splitlines()[-1]))


def _fill(library: Path, turns: int, comments: int) -> None:
    now = datetime(2026, 3, 1, 10, tzinfo=UTC).isoformat()
    transcript = Transcript("t" * 32, "A long chat", "chat.txt", "0" * 64, "name_colon", now, turns)
    speakers = [
        Speaker("a" * 32, transcript.id, "Mira", Role.AGENT),
        Speaker("c" * 32, transcript.id, "Bo", Role.CUSTOMER),
    ]
    with Workspace.open(library, reviewer="Kim") as workspace:
        workspace.add_turns([transcript.id], (_turn(transcript.id, position) for position in range(1, turns + 1)))
        workspace.do(Edit(Op.IMPORT_TRANSCRIPT, tuple(Delta(None, one) for one in (transcript, *speakers))))
        full = workspace.review_of(transcript.id)
        if comments:
            deltas = (Delta(None, full.review), *(Delta(None, one) for one in _comments(full, turns, comments)))
            workspace.do(Edit(Op.IMPORT_REVIEW, deltas))


def _turn(transcript: str, position: int) -> Turn:
    speaker = ("a" if position % 2 else "c") * 32
    return Turn(transcript, position, speaker, None, TurnKind.MESSAGE, WORDS * (1 + position % 3))


def _comments(full: FullReview, turns: int, comments: int) -> Iterator[Annotation]:
    criteria = [one.id for one in full.rubric.criteria]
    for number in range(comments):
        turn = 1 + number * turns // comments
        start = 4 + number % 5 * 9
        anchor = anchor_at({turn: WORDS * (1 + turn % 3)}, turn, start, turn, start + 14)
        own, criterion = f"{number:032x}", criteria[number % len(criteria)]
        yield Annotation(own, full.review.id, anchor, criterion, Verdict.CONCERN, "Say what the customer can do.")


def measure(library: Path, turns: int) -> None:
    """Print the figures of one case as JSON."""
    make_application()
    found: dict[str, float] = {}
    with Workspace.open(library, reviewer="Kim") as workspace:
        window = make_window(workspace, Settings(library.with_suffix(".ini")))
        window.resize(*WINDOW)
        window.show()
        _settle()
        if turns:
            found = _chat(window)
        else:
            found["first paint"] = _ms(lambda: _painted(window))
        found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        window.close()
    print(json.dumps(found))


def _chat(window: MainWindow) -> dict[str, float]:
    found = {"first paint": _ms(lambda: (window.open_transcript("t" * 32), _painted(window)))}
    view = window.review.view
    view.setFocus()
    frames = [_ms(lambda: (QTest.keyClick(view, Qt.Key.Key_PageDown), _painted(view.viewport()))) for _ in range(PAGES)]
    found["frame"], found["99th"] = statistics.median(frames), sorted(frames)[int(len(frames) * 0.99) - 1]
    found["to the end"] = _ms(lambda: (QTest.keyClick(view, Qt.Key.Key_End), _painted(view.viewport())))
    found["resize"] = _ms(lambda: (window.resize(WINDOW[0] - 60, WINDOW[1]), _settle(), _painted(window)))
    view.go_to_turn(COMMENTED)
    _settle()
    took = []
    for number in range(5):
        view.go_to_turn(COMMENTED + number)
        for _ in range(3):
            QTest.keyClick(
                view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            )
        took.append(_ms(lambda: (QTest.keyClick(view, Qt.Key.Key_H), _painted(window))))
        _settle()
    found["comment"] = statistics.median(took)
    return found


def _painted(widget: object) -> None:
    widget.repaint()  # type: ignore[attr-defined]


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()
        time.sleep(0.01)


def _ms(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(sys.argv[1:] or list(CASES))
