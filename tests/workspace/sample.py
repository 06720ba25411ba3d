"""A library to work in, with a clock that the test moves."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reviewer.domain.anchor import anchor_at
from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edit import Edit, Record
from reviewer.domain.edits import reviewing
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Transcript
from reviewer.importers.base import Source
from reviewer.workspace.importing import import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.painting import paint

LINES = (
    "Mira: Hello, this is Mira. What can I do for you?",
    "Customer: The parcel came without the lamp 😀.",
    "Mira: That should not happen. I will send the lamp today.",
    "Customer: Thank you, that helps.",
)

SHORT = ("Ivo: Hello again.", "Customer: Hello.", "Ivo: All is well now.", "Customer: It is.")


@dataclass
class Clock:
    """A minute passes with every look, unless the test says otherwise."""

    now: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    step: timedelta = field(default=timedelta(minutes=1))

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


def open_library(folder: Path, *, reviewer: str = "Ada", clock: Clock | None = None) -> Workspace:
    """The library of this folder."""
    workspace = Workspace.open(folder / "library.sqlite", reviewer=reviewer, clock=clock or Clock())
    workspace.paint_pdf = paint
    return workspace


def chat(title: str = "Missing lamp", lines: Iterable[str] = LINES) -> Source:
    """A chat as a file."""
    return Source(f"{title}.txt", "\n\n".join([title, *lines]).encode())


def imported(workspace: Workspace, title: str = "Missing lamp", lines: Iterable[str] = LINES) -> Transcript:
    """A chat in the library."""
    (transcript,) = import_source(workspace, chat(title, lines), SILENT).transcripts
    return transcript


def comment(workspace: Workspace, full: FullReview, text: str, *, turn: int = 2, start: int = 4, end: int = 10) -> Edit:
    """A comment on words of one turn, saved."""
    anchor = anchor_at(workspace.reading.texts(full.transcript.id, turn, turn), turn, start, turn, end)
    criterion = full.rubric.criteria[0].id
    return workspace.do(reviewing.add_comment(full, anchor, criterion, Verdict.CONCERN, text))


def comments(workspace: Workspace, transcript: Transcript) -> list[Annotation]:
    """The comments of the reviewer's own review, as saved."""
    return list(workspace.review_of(transcript.id).annotations)


def shared_records(full: FullReview) -> tuple[Record, ...]:
    """Everything that an edit of this review can change."""
    begun = (full.review,) if full.saved else ()
    return (
        *begun,
        *full.ratings,
        *full.annotations,
        *full.replies,
        *full.answers,
        *full.revisions,
        *full.revised_turns,
    )
