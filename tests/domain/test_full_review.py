"""What views hold after an edit is what the library holds."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewer.domain.edits import reviewing, revising
from reviewer.domain.review import Status
from reviewer.importers.base import Source
from reviewer.workspace.importing import import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace

CHAT = b"Agent: Hello, what can be done?\nCustomer: My parcel is late.\nAgent: It comes today.\nCustomer: Good.\n"
FIRST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Workspace.open(path) as workspace:
        import_source(workspace, Source("chat.txt", CHAT), SILENT)
    return path


def open_library(path: Path) -> Workspace:
    return Workspace.open(path, clock=lambda: FIRST + timedelta(hours=1))


def test_an_edit_gives_what_a_reload_gives(library: Path):
    with open_library(library) as workspace:
        (transcript,) = workspace.reading.transcripts()
        shown = workspace.review_of(transcript.id)
        (turn,) = workspace.reading.turns(transcript.id, 3, 3)
        for make in (
            lambda full: reviewing.rate(full, full.rubric.criteria[0].id, 4),
            lambda full: reviewing.note_rating(full, full.rubric.criteria[0].id, "Plain words."),
            lambda full: revising.reword(full, turn, "It comes today, before noon."),
            lambda full: reviewing.mark_done(full, "2026-03-02T09:00:00+00:00"),
        ):
            shown = shown.after(workspace.do(make(shown)))
            assert shown == workspace.review_of(transcript.id)


def test_undoing_the_first_edit_leaves_a_fresh_review(library: Path):
    with open_library(library) as workspace:
        (transcript,) = workspace.reading.transcripts()
        shown = workspace.review_of(transcript.id)
        shown = shown.after(workspace.do(reviewing.mark_done(shown, "2026-03-02T09:00:00+00:00")))
        assert shown.review.status is Status.DONE
        undone = workspace.undo(transcript.id)
        assert undone is not None
        shown = shown.after(undone)
        assert not shown.saved
        assert shown.review.status is Status.IN_PROGRESS


def test_a_review_that_redo_brings_back_is_shown_after_a_restart(library: Path):
    with open_library(library) as workspace:
        (transcript,) = workspace.reading.transcripts()
        full = workspace.review_of(transcript.id)
        workspace.do(reviewing.rate(full, full.rubric.criteria[0].id, 4))
        workspace.undo(transcript.id)
    with open_library(library) as workspace:
        shown = workspace.review_of(transcript.id)
        assert not shown.saved
        redone = workspace.redo(transcript.id)
        assert redone is not None
        shown = shown.after(redone)
        assert shown == workspace.review_of(transcript.id)
        assert [one.value for one in shown.ratings] == [4]
