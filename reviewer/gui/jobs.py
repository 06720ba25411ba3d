"""Long work in one thread beside the window's; the library is opened there anew."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QThread, Signal, Slot

from reviewer.domain.edit import Edit
from reviewer.errors import Cancelled, ReviewerError
from reviewer.gui.pace import Pace, heard, with_time_left
from reviewer.gui.printing.pdf import paint_pdf
from reviewer.workspace.progress import Progress
from reviewer.workspace.workspace import Workspace

Work = Callable[[Workspace, Progress], object]


class Job(QThread):
    """One piece of work on the library. Signals arrive in the window's thread."""

    moved = Signal(int, int, str)
    wrote = Signal(object)
    finished_with = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, library: Path, reviewer: str, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._reviewer = reviewer
        self._work = work
        self._stop = False
        self._pace: Pace | None = None

    def run(self) -> None:
        """The work, with a connection of its own."""
        try:
            with Workspace.open(self._library, reviewer=self._reviewer) as workspace:
                workspace.paint_pdf = paint_pdf
                workspace.subscribe(self._wrote)
                result = self._work(workspace, self)
            self.finished_with.emit(result)
        except Cancelled:
            self.stopped.emit()
        except ReviewerError as error:
            self.failed.emit(error.sentence)

    def step(self, done: int, total: int, text: str) -> None:
        """Report, with the time left once the job takes long, and give way when the person wants to stop.

        Raises:
            Cancelled: they do.
        """
        if self._stop:
            raise Cancelled("Stopped.")
        self._pace = heard(self._pace, monotonic(), done, total)
        self.moved.emit(done, total, with_time_left(text, self._pace))

    @Slot()
    def stop(self) -> None:
        """Ask the work to end; what is finished stays."""
        self._stop = True

    def _wrote(self, edit: Edit) -> None:
        self.wrote.emit(edit)
