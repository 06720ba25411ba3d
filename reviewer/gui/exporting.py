"""Reviews out of the program: the dialog, the same again, many chats in the background, each with its notice."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.errors import ReviewerError
from reviewer.gui import messages
from reviewer.gui.dialogs.exporting.answer import Answer, Mend
from reviewer.gui.dialogs.exporting.beside import Beside
from reviewer.gui.dialogs.exporting.dialog import ExportDialog
from reviewer.gui.dialogs.exporting.subject import Subject
from reviewer.gui.dialogs.exporting.target import there_already
from reviewer.gui.export_places import ExportPlaces
from reviewer.gui.export_words import exported_words, many_words
from reviewer.gui.jobs import Job
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.workspace.exporting.many import Exported, export_many
from reviewer.workspace.exporting.to_file import endings, export_as, name_for, targets
from reviewer.workspace.progress import Progress
from reviewer.workspace.workspace import Workspace

Choice = tuple[str, Callable[[], object]]
FIRST_TURNS = 60
"""So many turns are sketched."""


class Exporting(QObject):
    """`told` carries a sentence and what can be done about it."""

    told = Signal(str, object)
    moved = Signal(int, int, str)
    idle = Signal()
    mend_wanted = Signal(object, object)
    """The review, and the Gap or the Place in it that the person wants to mend before exporting."""

    def __init__(self, session: Session, places: ExportPlaces, window: QWidget, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._theme = theme
        self.places = places
        self._beside = Beside(session.library.workspace, self)
        self._job: Job | None = None
        self._last: Answer | None = None
        self.before_export: Callable[[], None] = lambda: None
        self.drafts: Callable[[FullReview], int] = lambda full: 0
        """How many texts of a review were begun and not kept."""

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._job is not None or self._beside.busy

    def export(self) -> None:
        """Ask what of the open review to write, how and where to, and write it."""
        self.before_export()
        full = self._session.full
        if full is None:
            self.told.emit("Open a chat first, or choose some in the Library.", None)
            return
        self._ask(self._one(full, own=self._session.own))

    def export_again(self) -> None:
        """Write the open review with the choices of the last time, at once; ask where that would replace a file."""
        self.before_export()
        full, last = self._session.full, self._last
        if full is None or last is None:
            self.export()
            return
        wish = self.places.look().on(last.wish)
        ends = endings(self._workspace, full, wish)
        same = last.ids == (full.transcript.id,)
        path = last.path if same else last.path.with_name(name_for(full, ends))
        if there_already(targets(path, ends), self.places.written):
            self.export()
            return
        self._beside.run(
            "again",
            lambda workspace, progress: export_as(workspace, full, path, wish, progress),
            lambda paths: self._exported(Answer(wish, path, tuple(paths), (full.transcript.id,))),
            lambda sentence: self.told.emit(sentence, None),
        )

    def export_these(self, transcript_ids: Sequence[str], name: str = "") -> None:
        """Ask how to write chats of the Library, and where to; `name` is that of their collection, if they are one."""
        self.before_export()
        if not transcript_ids:
            self.told.emit("There are no chats to export here.", None)
            return
        try:
            full = self._workspace.best_review_of(transcript_ids[0])
        except ReviewerError as error:
            self.told.emit(error.sentence, None)
            return
        if len(transcript_ids) == 1:
            self._ask(self._one(full, own=full.review.reviewer == self._workspace.reviewer.id))
            return
        rows = self._workspace.reading.rows(transcript_ids, self._workspace.reviewer.id)
        without = frozenset(row.transcript.id for row in rows if row.review is None)
        self._ask(Subject(full, self._first_turns(full), tuple(transcript_ids), name, without))

    def stop(self) -> None:
        """Ask a running job to end; what is written stays."""
        if self._job is not None:
            self._job.stop()

    def wait(self) -> None:
        """End what runs, wait until it has, and forget the pages that were only looked at."""
        self._beside.close()
        if self._job is not None:
            self._job.stop()
            self._job.wait()
        self.places.close()

    @property
    def _workspace(self) -> Workspace:
        return self._session.library.workspace

    def _one(self, full: FullReview, *, own: bool) -> Subject:
        reviews = len(self._workspace.reading.reviews(full.transcript.id))
        return Subject(full, self._first_turns(full), drafts=self.drafts(full), own=own, reviews=reviews)

    def _first_turns(self, full: FullReview) -> tuple[Turn, ...]:
        return tuple(self._workspace.reading.turns(full.transcript.id, 1, FIRST_TURNS))

    def _ask(self, subject: Subject) -> None:
        left = ExportDialog.ask(subject, self._workspace, self.places, self._theme(), self._window)
        if isinstance(left, Mend):
            self.mend_wanted.emit(subject.full, left.what)
        elif left is not None and subject.many:
            self._write_many(left)
        elif left is not None:
            self._exported(left)

    def _exported(self, answer: Answer) -> None:
        self._last = answer
        self.places.written |= set(answer.paths)
        self._tell(exported_words(answer.paths), answer.paths[0].parent)

    def _write_many(self, answer: Answer) -> None:
        if self._job is not None:
            self.told.emit("An export is running. Wait until it is done, or stop it.", None)
            return
        workspace, wishes = self._workspace, [answer.wish]

        def work(own: Workspace, progress: Progress) -> Exported:
            return export_many(own, answer.ids, answer.path, wishes, progress, index=answer.index)

        self._job = job = Job(workspace.path, workspace.reviewer.name, work, self)
        job.moved.connect(self.moved)
        job.finished_with.connect(lambda done: self._many_written(done, answer.path))
        job.failed.connect(lambda sentence: self.told.emit(sentence, None))
        job.finished.connect(self._finished)
        job.start()

    def _many_written(self, done: Exported, folder: Path) -> None:
        self.places.written |= set(done.paths)
        sentence = many_words(done, folder)
        if done.failures:
            self.told.emit(sentence, ("Details", lambda: messages.details(self._window, sentence, done.failures)))
        elif done.paths:
            self._tell(sentence, folder)
        else:
            self.told.emit(sentence, None)

    def _tell(self, sentence: str, folder: Path) -> None:
        self.told.emit(sentence, ("Show in folder", lambda: self.places.open(folder)))

    def _finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self.idle.emit()
