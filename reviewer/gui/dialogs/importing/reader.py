"""Reads files beside the window, one after the other; what the person waits for comes first."""

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
T = TypeVar("T")

_ending: set[Job] = set()


@dataclass(order=True, slots=True)
class _Task:
    urgency: int
    number: int
    work: Callable[[Reading], object] = field(compare=False)
    then: Callable[[Any], None] = field(compare=False)


class Reader(QObject):
    """Work is done in another thread with a library connection of its own; what it gives is handed on in this one."""

    _done = Signal(object, object)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: PriorityQueue[_Task] = PriorityQueue()
        self._numbers = count()
        self._open = True
        self._done.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)
        self._job = Job(library, "", self._work)
        self._job.start()

    @property
    def idle(self) -> bool:
        """Whether nothing waits to be read."""
        return self._tasks.unfinished_tasks == 0

    def ask(self, work: Callable[[Reading], T], then: Callable[[T], None], *, later: bool = False) -> None:
        """Do some work, and hand what it gives to `then`; work for `later` gives way to all other."""
        self._tasks.put(_Task(LATER if later else NOW, next(self._numbers), work, then))

    def close(self) -> None:
        """End after what is being read now."""
        self._open = False
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
            result = task.work(workspace.reading)
            self._tasks.task_done()
            if self._open:
                self._done.emit(task.then, result)

    def _hand_on(self, then: Callable[[object], None], result: object) -> None:
        if self._open:
            then(result)
