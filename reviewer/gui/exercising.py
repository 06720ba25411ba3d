"""What a student and an instructor do with exercises: answer, hand in, make, hand out."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices

from reviewer.domain.edits import exercises as edits
from reviewer.domain.edits import reviewing
from reviewer.domain.exercise import Exercise
from reviewer.domain.ids import new_id
from reviewer.domain.transcript import Collection
from reviewer.domain.turn_links import quoted
from reviewer.errors import LibraryError, ReviewerError
from reviewer.gui import messages
from reviewer.gui.dialogs.exercise import ExerciseDialog, Wanted
from reviewer.gui.group_exporting import GroupExporting
from reviewer.gui.pages.panel_room import PanelRoom
from reviewer.gui.session import Session
from reviewer.gui.words import counted, isolated
from reviewer.workspace.exercises import export_exercise, suggested_exercise_name
from reviewer.workspace.handing_in import hand_in

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow

WHOSE_WORK = "Whose work is it?"
NOTHING_ASKED = "This chat is in no exercise, so nothing is asked about it."
Choice = tuple[str, Callable[[], object]]


class Exercising(QObject):
    """Builds the edits and writes the files; `say` takes a sentence and what can be done about it."""

    def __init__(self, window: "MainWindow", session: Session, say: Callable[[str, Choice | None], None]) -> None:
        super().__init__(window)
        self._say = say
        self._window = window
        self._session = session
        self._handing_in = False
        PanelRoom(window.review.splitter, session)
        places = window.export_flow.exporting.places
        self.group = GroupExporting(session, places, lambda: window.appearance.theme, window)
        self.group.told.connect(say)
        self.group.moved.connect(window.status.show_job)
        self.group.idle.connect(lambda: window.status.show_job(0, 0, ""))
        window.status.stop_wanted.connect(self.group.stop)
        window.shelving.group_wanted.connect(self.group.export)
        window.library_page.came_back.group_wanted.connect(self.export_group)
        questions = window.review.panel.questions
        questions.turn_wanted.connect(self._go_to_turn)
        questions.quote_wanted.connect(self.quote)
        questions.hand_in_wanted.connect(self.hand_in)
        questions.reopen_wanted.connect(self._reopen)
        questions.edit_wanted.connect(self.edit_open)
        questions.left.connect(lambda: window.review.current_view.setFocus())
        window.review.bar.answered.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        window.library_page.came_back.opened.connect(self.open_handed_in)
        window.desk.brought_exercise.connect(self.show_questions)
        window.desk.brought_reviews.connect(self._show_reviews)
        session.opened.connect(self._mark_seen)
        points = window.library_page.welcome.points
        points.exercise_file_wanted.connect(self.open_file)
        points.new_exercise_wanted.connect(self.new)
        points.folder_wanted.connect(window.desk.open_folder)
        window.shelving.edit_wanted.connect(self.edit)
        window.shelving.file_wanted.connect(self.save_file)
        window.shelving.came_back_wanted.connect(window.library_page.show_came_back)
        window.shelving.exercise_wanted.connect(self.new)

    def open_file(self) -> None:
        """Ask for an exercise file and take it in."""
        chosen = messages.exercise_to_open(self._window)
        if chosen:
            self._window.desk.offer_files([chosen])

    def show_questions(self) -> None:
        """Show what is asked, with the keyboard in the first open answer."""
        review, full = self._window.review, self._session.full
        if full is None or (full.exercise is None and not full.answers):
            self._say(NOTHING_ASKED, None)
            return
        self._window.show_page("review")
        if review.panel.isHidden():
            review.toggle_panel()
        if review.mode == "revise":
            self._window.show_mode("review")
        review.panel.show_part("questions")
        review.panel.questions.focus_question()

    def quote(self, question: str = "") -> None:
        """The selected words, and the turn they stand in, go into an answer."""
        review, questions = self._window.review, self._window.review.panel.questions
        anchor = review.view.selection_anchor()
        if anchor is None or not anchor.quote.strip():
            self._say("Select words in the conversation first, then quote them.", None)
            return
        review.panel.show_part("questions")
        questions.insert(question or questions.last, quoted(anchor))

    def hand_in(self) -> None:
        """Finish the work and write it to a folder; the reviewer's name is asked for in place where it is missing."""
        window, full = self._window, self._session.full
        window.review.keep_all()
        if full is None or not self._session.own:
            return
        if not self._session.library.workspace.reviewer.name:
            self._handing_in = True
            window.review.bar.ask(WHOSE_WORK, "Hand in")
            window.review.bar.field.setFocus()
            return
        folder = messages.folder_for_work(window)
        if folder is None:
            return
        try:
            files = hand_in(self._session.library.workspace, full.transcript.id, folder)
        except ReviewerError as error:
            self._say(error.sentence, None)
            return
        address = QUrl.fromLocalFile(str(folder))
        names = " and ".join(one.name for one in files) if len(files) == 2 else counted(len(files), "file")
        self._say(f"Handed in: {names}.", ("Show in folder", lambda: QDesktopServices.openUrl(address)))

    def new(self, transcripts: Sequence[str] = ()) -> None:
        """Ask what is asked of the chosen transcripts, and keep it as an exercise."""
        workspace = self._session.library.workspace
        wanted = ExerciseDialog.ask(workspace.reading, self._window.appearance.theme, self._window, chosen=transcripts)
        if wanted is None:
            return
        chats = workspace.reading.these(wanted.transcripts)
        home = wanted.filled(Collection(new_id(), wanted.name, edits.EXERCISE))
        if self._do(lambda: workspace.do(edits.begin(home, wanted.asked, chats))):
            self._made(home, wanted)

    def open_handed_in(self, review: str) -> None:
        """Show what a student handed in."""
        self._window.review.save_place()
        self._window.review.keep_all()
        self._session.open_review(review)
        self._window.show_page("review")

    def _show_reviews(self, transcript: str) -> None:
        """Of several reviews that came in, show the table where they are of an exercise, else the first."""
        workspace = self._session.library.workspace
        found = workspace.reading.transcript(transcript)
        exercise = workspace.reading.exercise(found.collection) if found else None
        if exercise is None:
            self._window.open_transcript(transcript)
        else:
            self._window.show_page("library")
            self._window.library_page.show_came_back(exercise.collection.id)

    def _mark_seen(self) -> None:
        """A review by somebody else is not new any more."""
        full = self._session.full
        if full is None or not full.saved or self._session.own or full.exercise is None:
            return
        workspace = self._session.library.workspace
        seen = workspace.reading.seen(full.review.id)
        if not edits.is_opened(full.review, seen):
            with suppress(LibraryError):
                workspace.do(edits.mark_seen(full.review.id, workspace.now().isoformat(timespec="seconds"), seen))

    def new_from_library(self) -> None:
        """A new exercise of the transcripts that are chosen in the Library, or of the open one."""
        page, full = self._window.library_page, self._session.full
        open_ = [full.transcript.id] if full else []
        self.new(page.chosen() if self._session.in_library else open_)

    def edit_shown(self) -> None:
        """Change the exercise that is shown."""
        if shown := self.shown:
            self.edit(shown)

    def save_shown(self) -> None:
        """Write the file of the exercise that is shown."""
        if shown := self.shown:
            self.save_file(shown)

    def show_came_back(self) -> None:
        """Show what students handed in for the exercise that is shown."""
        shown = self.shown
        if shown:
            self._window.show_page("library")
            self._window.library_page.show_came_back(shown)

    def export_group(self) -> None:
        """Write the page about all students of the exercise that is shown."""
        if shown := self.shown:
            self.group.export(shown)

    @property
    def shown(self) -> str:
        """The id of the exercise that is shown in the Library, or that the open chat lies in; else nothing, and why."""
        full, shelf = self._session.full, self._window.library_page.shelf
        found = shelf.collection if self._session.in_library else full.transcript.collection if full else None
        exercise = self._session.library.workspace.reading.exercise(found) if found else None
        if exercise is None:
            self._say("Choose an exercise in the Library first.", None)
        return exercise.collection.id if exercise else ""

    def edit_open(self) -> None:
        """Change the exercise of the open chat."""
        full = self._session.full
        if full and full.exercise:
            self.edit(full.exercise.collection.id)

    def edit(self, exercise_id: str) -> None:
        """Change what an exercise asks."""
        workspace = self._session.library.workspace
        exercise = workspace.reading.exercise(exercise_id)
        if exercise is None:
            return
        theme = self._window.appearance.theme
        wanted = ExerciseDialog.ask(workspace.reading, theme, self._window, exercise=exercise)
        if wanted is None:
            return
        answers = workspace.reading.answers_to([one.id for one in exercise.questions])
        edit = edits.change(exercise, wanted.filled(exercise.collection), wanted.asked, answers)
        if edit is not None and self._do(lambda: workspace.do(edit)):
            self._made(wanted.filled(exercise.collection), wanted)

    def save_file(self, exercise_id: str) -> None:
        """Ask where to write the exercise file, and write it."""
        workspace = self._session.library.workspace
        exercise = workspace.reading.exercise(exercise_id)
        chosen = messages.exercise_to_save(self._window, self._suggested(exercise)) if exercise else None
        if chosen is None:
            return
        try:
            path = export_exercise(workspace, exercise_id, chosen)
        except ReviewerError as error:
            self._say(error.sentence, None)
            return
        address = QUrl.fromLocalFile(str(path.parent))
        self._say(f"Exercise file {path.name} written.", ("Show in folder", lambda: QDesktopServices.openUrl(address)))

    def _suggested(self, exercise: Exercise | None) -> Path:
        return Path.home() / (suggested_exercise_name(exercise) if exercise else "")

    def _made(self, home: Collection, wanted: Wanted) -> None:
        name = isolated(home.name)
        self._say(f"Exercise ‘{name}’ saved.", ("Save exercise file…", lambda: self.save_file(home.id)))
        if wanted.save_file:
            self.save_file(home.id)

    def _reopen(self) -> None:
        full = self._session.full
        if full is not None:
            self._session.do(reviewing.reopen(full))

    def _go_to_turn(self, turn: int) -> None:
        view = self._window.review.current_view
        view.go_to_turn(turn)

    def _go_on(self, _: str) -> None:
        if self._handing_in:
            self._handing_in = False
            self.hand_in()

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except ReviewerError as error:
            self._say(error.sentence, None)
            return False
        return True
