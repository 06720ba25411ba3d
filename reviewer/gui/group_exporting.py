"""The page about a whole exercise, written in the background."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reviewer.domain.privacy import Privacy
from reviewer.exporters.options import PageOptions
from reviewer.gui import messages
from reviewer.gui.dialogs.group_page import GroupPageDialog, GroupWanted
from reviewer.gui.export_places import ExportPlaces
from reviewer.gui.jobs import Job
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.words import counted, isolated
from reviewer.workspace.exporting.group import export_group
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.handed_in import what_came_back


class GroupExporting(QObject):
    """`told` carries a sentence and what can be done about it."""

    told = Signal(str, object)
    moved = Signal(int, int, str)
    idle = Signal()

    def __init__(self, session: Session, places: ExportPlaces, theme: Callable[[], Theme], window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._places = places
        self._theme = theme
        self._window = window
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether a page is being written."""
        return self._job is not None

    def export(self, exercise_id: str) -> None:
        """Ask what the page of an exercise shows and where it goes, and write it."""
        workspace = self._session.library.workspace
        exercise = workspace.reading.exercise(exercise_id)
        if exercise is None:
            return
        name = exercise.collection.name
        students = {one.student for one in what_came_back(workspace.reading, exercise_id, workspace.reviewer.id)}
        if not students:
            self.told.emit(
                f"Nothing came back for ‘{isolated(name)}’ yet. Drop the review files of students here.", None
            )
            return
        if self._job is not None:
            self.told.emit("A group page is being written. Wait until it is done, or stop it.", None)
            return
        wanted = GroupPageDialog.ask(name, len(students), self._theme(), self._window)
        folder = messages.folder_for_pages(self._window) if wanted else None
        if wanted is not None and folder is not None:
            self._start(exercise_id, folder, wanted)

    def stop(self) -> None:
        """Ask the job to end; what is written stays."""
        if self._job is not None:
            self._job.stop()

    def wait(self) -> None:
        """End what runs and wait until it has."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    def _start(self, exercise_id: str, folder: Path, wanted: GroupWanted) -> None:
        workspace = self._session.library.workspace
        wish = Wish(page=PageOptions(language=wanted.language), privacy=Privacy(hide_reviewer=wanted.hide_names))
        look = self._places.look()
        if look.trouble:
            self.told.emit(look.trouble, None)
        wish = look.on(wish)
        self._job = job = Job(
            workspace.path,
            workspace.reviewer.name,
            lambda own, progress: export_group(own, exercise_id, folder, wish, progress, pages=wanted.pages),
            self,
        )
        job.moved.connect(self.moved)
        job.finished_with.connect(self._written)
        job.failed.connect(lambda sentence: self.told.emit(sentence, None))
        job.stopped.connect(lambda: self.told.emit("Export stopped. What was finished is in the folder.", None))
        job.finished.connect(self._finished)
        job.start()

    def _written(self, paths: list[Path]) -> None:
        page, *others = paths
        beside = f", with {counted(len(others), 'page')} beside it" if others else ""
        address = QUrl.fromLocalFile(str(page))
        sentence = f"Exported {page.name} to {page.parent.name}{beside}."
        self.told.emit(sentence, ("Open in browser", lambda: QDesktopServices.openUrl(address)))

    def _finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self.idle.emit()
