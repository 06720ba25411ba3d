"""An exercise as an instructor hands it out, and the work that students hand in."""

from pathlib import Path

from reviewer.domain.edits import exercises as edits
from reviewer.domain.edits import reviewing
from reviewer.domain.edits.exercises import Asked
from reviewer.domain.transcript import Collection
from reviewer.importers.base import Source
from reviewer.workspace.exercises import export_exercise
from reviewer.workspace.handing_in import hand_in
from reviewer.workspace.importing import import_paths, import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.journeys.chat import CHAT

WEEK = "e" * 32
ASKED = (Asked("Was the parcel found, and was that fair?", 40), Asked("What else could Noor have done?"))
INSTRUCTIONS = "Read the chat, mark what you notice, rate it, then answer."


def exercise_file(library: Path, folder: Path) -> Path:
    """The file of an exercise that is made in `library`."""
    with Workspace.open(library, reviewer="Dr Idris") as workspace:
        (chat,) = import_source(workspace, Source("parcel.txt", CHAT.encode()), SILENT).transcripts
        rubric = next(one for one in workspace.reading.rubrics() if one.questions).rubric.id
        home = Collection(WEEK, "Week 4", "exercise", INSTRUCTIONS, rubric, "2031-03-28")
        workspace.do(edits.begin(home, ASKED, [chat]))
        return export_exercise(workspace, WEEK, folder / "week-4-exercise.json")


def work_of(student: str, exercise: Path, folder: Path, *, answers: int, level: int) -> Path:
    """The review file that a student hands in, made in a library of their own."""
    own = folder / student
    own.mkdir()
    with Workspace.open(own / "library.sqlite", reviewer=student) as workspace:
        (outcome,) = import_paths(workspace, [exercise], SILENT)
        (chat,) = outcome.transcripts
        for criterion in workspace.review_of(chat.id).rubric.criteria:
            workspace.do(reviewing.rate(workspace.review_of(chat.id), criterion.id, level))
        for question in workspace.review_of(chat.id).questions[:answers]:
            full = workspace.review_of(chat.id)
            workspace.do(reviewing.answer(full, question.id, f"{student} thinks so, see turn 4."))
        files = hand_in(workspace, chat.id, own)
        return next(one for one in files if one.suffix == ".json")
