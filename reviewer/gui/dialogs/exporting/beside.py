"""Work of the dialog in a thread beside the window: a newer look takes the place of an older one."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from reviewer.gui.jobs import Job
from reviewer.workspace.progress import Progress
from reviewer.workspace.workspace import Workspace

T = TypeVar("T")


class Beside(QObject):
    """Each piece of work has a library connection of its own; `then` gets what it gives, in the window's thread."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs: dict[str, Job] = {}
        self._all: set[Job] = set()

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return bool(self._all)

    def running(self, name: str) -> bool:
        """Whether work of this name is being done."""
        return name in self._jobs

    def run(
        self,
        name: str,
        work: Callable[[Workspace, Progress], T],
        then: Callable[[T], object],
        failed: Callable[[str], object] = lambda sentence: None,
    ) -> None:
        """Begin some work; older work of the same name is stopped and never heard of again."""
        self.stop(name)
        job = Job(self._workspace.path, self._workspace.reviewer.name, work, self)
        self._jobs[name] = job
        self._all.add(job)

        def if_current(act: Callable[..., object]) -> Callable[..., None]:
            def heard(*what: object) -> None:
                if self._jobs.get(name) is job:
                    del self._jobs[name]
                    act(*what)

            return heard

        job.finished_with.connect(if_current(then))
        job.failed.connect(if_current(failed))
        job.finished.connect(lambda: self._ended(job))
        job.start()

    def stop(self, name: str) -> None:
        """End work of this name; what it would have given is not wanted any more."""
        job = self._jobs.pop(name, None)
        if job is not None:
            job.stop()

    def close(self) -> None:
        """End everything, and wait until it has ended."""
        self._jobs.clear()
        for job in tuple(self._all):
            job.stop()
            job.wait()

    def _ended(self, job: Job) -> None:
        self._all.discard(job)
        job.deleteLater()
