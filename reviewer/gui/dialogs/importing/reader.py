"""Reads files beside the window, one after the other; what the person waits for comes first."""

import atexit
import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from queue import Empty, PriorityQueue
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from reviewer.gui.jobs import Job
from reviewer.store.reading import Reading
from reviewer.workspace.progress import Progress
from reviewer.workspace.workspace import Workspace

NOW: Final = 0
LATER: Final = 1
WAIT_S: Final = 0.1
PATIENCE_MS: Final = 300
TURN_S: Final = 0.0002
"""How long one thread of Python works before the other may: the window must never wait long for the reader."""
T = TypeVar("T")

_ending: set[Job] = set()
"""Jobs that nobody waits for any more; the program must not end before they do."""


@dataclass(order=True, slots=True)
class _Task:
    urgency: int
    number: int
    work: Callable[[Reading], object] = field(compare=False)
    then: Callable[[Any], None] = field(compare=False)


class Reader(QObject):
    """Work is done in another thread with a library connection of its own; what it gives is handed on in this one."""

    failed = Signal(str)
    """Nothing can be read, because the library cannot be opened."""
    _done = Signal(object, object)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: PriorityQueue[_Task] = PriorityQueue()
        self._numbers = count()
        self._open = True
        self._done.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)
        self._usual_turn = sys.getswitchinterval()
        sys.setswitchinterval(TURN_S)
        self._job = Job(library, "", self._work)
        self._job.failed.connect(self.failed)
        self._job.start()

    @property
    def idle(self) -> bool:
        """Whether nothing waits to be read."""
        return self._tasks.unfinished_tasks == 0

    @property
    def closed(self) -> bool:
        """Whether nothing is read any more."""
        return not self._open

    def ask(self, work: Callable[[Reading], T], then: Callable[[T], None], *, later: bool = False) -> None:
        """Do some work, and hand what it gives to `then`; work for `later` gives way to all other."""
        self._tasks.put(_Task(LATER if later else NOW, next(self._numbers), work, then))

    def close(self) -> None:
        """End after what is being read now."""
        if not self._open:
            return
        self._open = False
        sys.setswitchinterval(self._usual_turn)
        gc.unfreeze()
        job = self._job
        job.stop()
        if not job.wait(PATIENCE_MS):
            _ending.add(job)
            job.finished.connect(lambda: _ending.discard(job))

    def _work(self, workspace: Workspace, progress: Progress) -> object:
        while True:
            progress.step(0, 0, "")
            try:
                task = self._tasks.get(timeout=WAIT_S)
            except Empty:
                continue
            result = _without_pauses(task.work, workspace.reading)
            self._tasks.task_done()
            if self._open:
                self._done.emit(task.then, result)

    def _hand_on(self, then: Callable[[object], None], result: object) -> None:
        if self._open:
            then(result)


def _without_pauses(work: Callable[[Reading], T], reading: Reading) -> T:
    """What the work gives, without the collector looking at very many new turns while the window waits."""
    gc.disable()
    try:
        return work(reading)
    finally:
        gc.freeze()
        gc.enable()


def _wait_for_all() -> None:
    for job in tuple(_ending):
        job.wait()


atexit.register(_wait_for_all)
