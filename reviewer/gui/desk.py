"""Files in: importing, pasting, samples, each with its notice."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reviewer import resources
from reviewer.errors import ReviewerError
from reviewer.gui import messages
from reviewer.gui.dialogs.differences import Differences
from reviewer.gui.dialogs.importing.dialog import ImportDialog
from reviewer.gui.dialogs.paste import PasteDialog
from reviewer.gui.difference_words import lines
from reviewer.gui.gathered import GatheredEdits
from reviewer.gui.import_words import imported_words, outcome_words, rest_words
from reviewer.gui.incoming import dropped_files, pasted
from reviewer.gui.jobs import Job, Work
from reviewer.gui.pages.welcome import Sample
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.word_reader import WordReader
from reviewer.importers.base import Source
from reviewer.workspace.importing import Outcome, import_paths, import_source, is_more_than_a_chat
from reviewer.workspace.preparing import Entry, gather, import_entries
from reviewer.workspace.progress import Progress
from reviewer.workspace.workspace import Workspace

Choice = tuple[str, Callable[[], object]]
MOST_REVIEWS = 20
"""So many files are looked at to see whether they are reviews, which need no preview."""


class Desk(QObject):
    """Takes files in. `told` carries a sentence and what can be done about it."""

    told = Signal(str, object)
    troubled = Signal(str, object)
    moved = Signal(int, int, str)
    idle = Signal()
    brought = Signal(str)
    """The transcript to open after an import."""
    brought_reviews = Signal(str)
    """Several reviews and nothing else came in; the first is of this transcript."""
    brought_exercise = Signal()
    """The transcript that was opened came with an exercise, whose questions are to be shown."""
    brought_rubric = Signal(str)
    """The root of the rubric to show after an import that brought no transcript."""

    def __init__(self, session: Session, window: QWidget, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._theme = theme
        self._job: Job | None = None
        self._words = WordReader(session, self)
        self._unplaced: list[str] = []
        self._why_unplaced = ""
        self.collection: Callable[[], str | None] = lambda: None
        """The name of the collection that is shown, where imports go unless the person chooses another."""

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._job is not None

    def open_files(self) -> None:
        """Ask for files and import them."""
        files = messages.files_to_open(self._window)
        if files:
            self.offer_files(files)

    def open_folder(self) -> None:
        """Ask for a folder and show what an import of its files would bring."""
        folder = messages.folder_to_open(self._window)
        if folder:
            self.offer_files([folder])

    def take_in(self, data: QMimeData) -> None:
        """Show what an import of what was dragged here would bring: files, or the words of a chat."""
        files = dropped_files(data)
        if files:
            self.offer_files(files)
        elif (source := pasted(data)) is not None:
            self.offer([Entry(source.name, pasted=source)])

    def offer_files(self, files: Sequence[str]) -> None:
        """Show what an import of files and folders would bring; reviews, rubrics and projects alone come in at once."""
        entries = gather([Path(name) for name in files])
        if 0 < len(entries) <= MOST_REVIEWS and all(_is_no_chat(entry) for entry in entries):
            self.import_files(files)
        else:
            self.offer(entries)

    def offer(self, entries: list[Entry]) -> None:
        """Show what an import would bring, and import what the person agrees to."""
        if not entries:
            self.troubled.emit("There are no files in this folder.", None)
            return
        workspace = self._session.library.workspace
        answer = ImportDialog.ask(
            workspace.path,
            entries,
            self._theme(),
            self._window,
            collections=[one.name for one in workspace.reading.collections()],
            collection=self.collection(),
        )
        if answer is not None:
            self.import_entries(answer.entries, answer.collection)

    def import_entries(self, entries: Sequence[Entry], collection: str | None) -> None:
        """Import what was looked at, in the background."""

        def work(workspace: Workspace, progress: Progress) -> object:
            return import_entries(workspace, entries, progress, collection)

        self._start(work)

    def import_files(self, files: Sequence[str], *, keep_unplaced: bool = False) -> None:
        """Import files as they are, in the background; the first new transcript is opened."""
        paths = [Path(name) for name in files]

        def work(workspace: Workspace, progress: Progress) -> object:
            return import_paths(workspace, paths, progress, keep_unplaced=keep_unplaced)

        self._start(work)

    def paste_chat(self) -> None:
        """Ask for a text and import it."""
        source = PasteDialog.ask(self._theme(), self._window)
        if source is not None:
            self.offer([Entry(source.name, pasted=source)])

    def import_source(self, source: Source) -> None:
        """Import one text in the background."""

        def work(workspace: Workspace, progress: Progress) -> object:
            return [import_source(workspace, source, progress)]

        self._start(work)

    def import_sample(self, sample: Sample) -> None:
        """Import a chat that comes with the program, with its finished review when it has one."""
        name = sample.review or sample.file
        self.import_source(Source(name, resources.read_bytes("samples", name)))

    def stop(self) -> None:
        """Ask a running job to end."""
        if self._job is not None:
            self._job.stop()

    def wait(self) -> None:
        """End what runs and wait until it has."""
        self._words.give_way()
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    def _start(self, work: Work) -> None:
        if self._job is not None:
            self.troubled.emit("An import is running. Wait until it is done, or stop it.", None)
            return
        self._words.give_way()
        workspace = self._session.library.workspace
        self._job = job = Job(workspace.path, workspace.reviewer.name, work, self)
        job.moved.connect(self.moved)
        wrote = GatheredEdits(workspace.announce, job)
        job.wrote.connect(wrote.take)
        job.finished_with.connect(wrote.tell)
        job.stopped.connect(wrote.tell)
        job.failed.connect(wrote.tell)
        job.finished_with.connect(self._imported)
        job.failed.connect(lambda sentence: self.troubled.emit(sentence, None))
        job.stopped.connect(lambda: self.told.emit("Import stopped. What was finished is in the library.", None))
        job.finished.connect(self._finished)
        job.start()

    def _finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._words.later()
        self.idle.emit()
        if self._unplaced:
            QTimer.singleShot(0, self, self._ask_about_unplaced)

    def _imported(self, outcomes: list[Outcome]) -> None:
        good = [one for one in outcomes if not one.error]
        bad = [one.error for one in outcomes if one.error]
        if len(good) > 1 and all(one.review for one in good):
            self.brought_reviews.emit(good[0].transcripts[0].id)
        elif good and good[0].transcripts:
            self.brought.emit(good[0].transcripts[0].id)
            if good[0].exercise is not None:
                self.brought_exercise.emit()
        elif good and (rubric := good[0].rubric):
            self.brought_rubric.emit(rubric.root)
        sentence = f"{bad[0]}{rest_words(len(good))}" if bad else imported_words(good) if good else ""
        self._unplaced = [str(one.unplaced) for one in outcomes if one.unplaced]
        if self._unplaced:
            self._why_unplaced = sentence
        elif sentence:
            (self.troubled if bad else self.told).emit(sentence, self._details(sentence, outcomes))

    def _details(self, sentence: str, outcomes: list[Outcome]) -> Choice | None:
        """What became of each of several files, or what differed in the one that was merged."""
        if len(outcomes) > 1:
            told = [line for one in outcomes for line in (outcome_words(one), *lines(one.differences))]
            return "Details", lambda: messages.details(self._window, sentence, told)
        differ = outcomes[0].differences
        return (
            ("Details", lambda: Differences.show_for(sentence, differ, self._theme(), self._window)) if differ else None
        )

    def _ask_about_unplaced(self) -> None:
        files, self._unplaced = self._unplaced, []
        question = self._why_unplaced.replace(" Nothing was imported.", "")
        if files and messages.question(self._window, question, "Import and show them", "Cancel"):
            self.import_files(files, keep_unplaced=True)


def _is_no_chat(entry: Entry) -> bool:
    try:
        return is_more_than_a_chat(entry.source())
    except ReviewerError:
        return False
