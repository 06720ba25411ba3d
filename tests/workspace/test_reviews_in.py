"""Reviews from review files and exported pages: identical, once, and never over something newer."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.edit import LIBRARY
from reviewer.domain.edits import library, reviewing, revising
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Point
from reviewer.errors import Unreadable
from reviewer.exchange import review_file
from reviewer.importers.base import Source
from reviewer.workspace.exporting.transcripts import export_feedback
from reviewer.workspace.importing import Outcome, import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import LINES, Clock, comment, imported, open_library


@pytest.fixture
def here(tmp_path: Path):
    """A library in which Ada has reviewed a chat."""
    with open_library(tmp_path / "here") as workspace:
        full = workspace.review_of(imported(workspace).id)
        full = full.after(comment(workspace, full, "Which one?"))
        full = full.after(workspace.do(reviewing.rate(full, full.rubric.criteria[1].id, 4)))
        full = full.after(workspace.do(reviewing.answer(full, full.rubric.questions[0].id, "Late.")))
        points = (Point("Ask first", (full.annotations[0].id,)),)
        full = full.after(workspace.do(reviewing.summarise(full, "Fine", points, (), ())))
        (turn,) = workspace.reading.turns(full.transcript.id, 3, 3)
        edit = revising.reword(full, turn, "I am sorry. The lamp leaves today.")
        assert edit
        workspace.do(edit)
        yield workspace


@pytest.fixture
def there(tmp_path: Path):
    """Another library, empty."""
    with open_library(tmp_path / "there", reviewer="Ben", clock=Clock()) as workspace:
        yield workspace


def only(workspace: Workspace) -> FullReview:
    """The one review of the one transcript."""
    (transcript,) = workspace.reading.transcripts()
    (review,) = workspace.reading.reviews(transcript.id)
    full = workspace.reading.full_review(review.id)
    assert full
    return full


def as_file(workspace: Workspace) -> str:
    full = only(workspace)
    return review_file.dumps(full, workspace.reading.each_turn(full.transcript.id))


def bring(workspace: Workspace, text: str) -> Outcome:
    return import_source(workspace, Source("ada.review.json", text.encode()), SILENT)


def change_comment(workspace: Workspace, text: str) -> None:
    full = only(workspace)
    workspace.do(reviewing.edit_comment(full, full.annotations[0], replace(full.annotations[0], text=text)))


def test_a_page_brings_the_review_back_identical(here: Workspace, there: Workspace, tmp_path: Path):
    page = export_feedback(here, only(here).transcript.id, tmp_path / "pages")
    outcome = import_source(there, Source(page.name, page.read_bytes()), SILENT)
    assert not outcome.already_there
    assert outcome.review == only(here).review
    assert only(there) == only(here)
    assert as_file(there) == as_file(here)
    assert list(there.reading.each_turn(only(there).transcript.id)) == list(
        here.reading.each_turn(only(here).transcript.id)
    )
    assert there.check() == []
    assert {one.name for one in there.reading.reviewers()} == {"Ada"}


def test_twice_is_once(here: Workspace, there: Workspace):
    text = as_file(here)
    bring(there, text)
    step = there.next_undo(LIBRARY)
    assert bring(there, text).already_there
    assert bring(here, text).already_there
    assert there.next_undo(LIBRARY) == step


def test_undo_takes_all_of_it_back_and_redo_brings_it_identical(here: Workspace, there: Workspace):
    bring(there, as_file(here))
    there.undo(LIBRARY)
    assert there.reading.transcripts() == []
    there.redo(LIBRARY)
    assert as_file(there) == as_file(here)
    there.undo(LIBRARY)
    bring(there, as_file(here))
    assert as_file(there) == as_file(here)
    assert there.check() == []


def test_what_is_newer_wins_in_any_order(here: Workspace, there: Workspace, tmp_path: Path):
    older = as_file(here)
    change_comment(here, "Newer")
    newer = as_file(here)
    bring(there, newer)
    assert bring(there, older).already_there
    assert only(there).annotations[0].text == "Newer"
    with open_library(tmp_path / "third") as third:
        bring(third, older)
        assert not bring(third, newer).already_there
        assert as_file(third) == newer


def test_own_newer_words_are_not_overwritten(here: Workspace, there: Workspace):
    bring(there, as_file(here))
    change_comment(there, "Mine")
    change_comment(there, "Mine, and longer")
    change_comment(here, "Theirs")
    bring(there, as_file(here))
    assert only(there).annotations[0].text == "Mine, and longer"


def test_two_ratings_of_one_criterion_meet(here: Workspace, there: Workspace, tmp_path: Path):
    bring(there, as_file(here))
    for workspace, level in ((here, 2), (there, 5)):
        full = only(workspace)
        workspace.do(reviewing.rate(full, full.rubric.criteria[0].id, level))
    ours, theirs = as_file(here), as_file(there)
    bring(here, theirs)
    bring(there, ours)
    assert as_file(here) == as_file(there)
    assert len(only(here).ratings) == 2
    assert here.check() == there.check() == []


def test_the_same_words_under_another_id_take_the_review(here: Workspace, there: Workspace):
    own = imported(there)
    outcome = bring(there, as_file(here))
    assert outcome.transcripts == (own,)
    full = only(there)
    assert [one.anchor.quote for one in full.annotations] == ["parcel"]
    assert there.reading.full_review(full.review.id) == full
    speakers = {one.id for one in there.reading.speakers(own.id)}
    assert {turn.speaker for turn in full.revised_turns} <= speakers
    assert there.check() == []


def test_a_review_of_a_deleted_transcript_brings_it_back(here: Workspace, there: Workspace):
    text = as_file(here)
    bring(there, text)
    deleted = library.delete(there.reading.transcripts(), "2026-03-03T10:00:00+00:00")
    assert deleted
    there.do(deleted)
    assert "deleted_at" not in review_file.dumps(only(here), ())
    bring(there, text)
    assert only(there).transcript.deleted_at is None
    there.undo(LIBRARY)
    assert there.reading.transcripts() == []
    assert there.check() == []


def test_other_words_from_the_same_file_do_not_take_it(here: Workspace, there: Workspace):
    text = as_file(here)
    imported(there)
    there._store.connection.execute("update turn set text = 'Other.' where position = 4")
    bring(there, text)
    assert len(there.reading.transcripts()) == 2


def test_another_version_of_the_transcript(here: Workspace, there: Workspace):
    text = as_file(here)
    bring(there, text)
    change_comment(here, "Again")
    there._store.connection.execute("update turn set text = 'So: ' || text where position = 2")
    bring(there, as_file(here))
    (one,) = only(there).annotations
    assert (one.text, one.anchor.start, one.anchor.quote) == ("Again", 8, "parcel")
    there._store.connection.execute("update turn set text = 'Gone.' where position = 2")
    with pytest.raises(Unreadable, match="another version of the transcript: 1 of 1 comments could not be placed"):
        bring(there, as_file(here))


def test_the_collection_of_another_library_is_left_behind(tmp_path: Path, there: Workspace):
    with open_library(tmp_path / "other") as other:
        content = "Lamp\n\n" + "\n\n".join(LINES)
        (transcript,) = import_source(other, Source("l.txt", content.encode()), SILENT, "Week 4").transcripts
        comment(other, other.review_of(transcript.id), "x")
        bring(there, as_file(other))
    assert only(there).transcript == replace(transcript, collection=None)


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.99])
def test_a_file_that_is_cut_off_changes_nothing(here: Workspace, there: Workspace, cut: float):
    text = as_file(here)
    with pytest.raises(Unreadable, match=r"ada\.review\.json"):
        bring(there, text[: int(len(text) * cut)])
    assert there.reading.transcripts() == []


def test_an_unsaved_reviewer_becomes_the_one_of_the_same_name_that_comes_in(here: Workspace, tmp_path: Path):
    page = export_feedback(here, here.reading.transcripts()[0].id, tmp_path / "pages")
    with open_library(tmp_path / "empty", reviewer=here.reviewer.name, clock=Clock()) as workspace:
        outcome = import_source(workspace, Source(page.name, page.read_bytes()), SILENT)
        own = workspace.review_of(outcome.transcripts[0].id)
        assert own.saved
        assert own.review == outcome.review


@pytest.mark.parametrize("name", ["Ben", ""])
def test_a_chat_that_nobody_reviewed_brings_no_review(tmp_path: Path, there: Workspace, name: str) -> None:
    with open_library(tmp_path / "other", reviewer=name) as workspace:
        chat = imported(workspace)
        first = export_feedback(workspace, chat.id, tmp_path / "first").read_bytes()
        assert export_feedback(workspace, chat.id, tmp_path / "again").read_bytes() == first
    outcome = import_source(there, Source("page.html", first), SILENT)
    assert (outcome.review, outcome.already_there, outcome.transcripts) == (None, False, (chat,))
    assert import_source(there, Source("page.html", first), SILENT).already_there
    assert there.reading.reviews(chat.id) == []
    assert len(there.reading.texts(chat.id, 1, 9)) == len(LINES)
    assert export_feedback(there, chat.id, tmp_path / "there").read_bytes() == first
    there.undo(LIBRARY)
    assert there.reading.transcripts() == []
    assert not import_source(there, Source("page.html", first), SILENT).already_there
    assert len(there.reading.texts(chat.id, 1, 9)) == len(LINES)
