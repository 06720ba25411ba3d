"""The one door for changes: stamps, histories, conflicts, listeners, a full disk."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reviewer.domain.edit import LIBRARY, Delta, Edit, Op
from reviewer.domain.edits import reviewing, transcripts
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Rating
from reviewer.errors import Conflict, DiskFull, UsageError
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import SHORT, Clock, comment, comments, imported, open_library


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock):
    with open_library(tmp_path, clock=clock) as opened:
        yield opened


@pytest.fixture
def full(workspace: Workspace) -> FullReview:
    """A fresh review of a chat of four turns."""
    return workspace.review_of(imported(workspace).id)


def test_a_review_begins_with_its_first_edit_and_ends_with_its_undo(workspace: Workspace, full: FullReview):
    scope = full.transcript.id
    assert not full.saved
    edit = comment(workspace, full, "Which one?")
    saved = workspace.review_of(scope)
    assert saved.saved
    assert saved == full.after(edit)
    assert workspace.undo(scope)
    assert not workspace.review_of(scope).saved
    assert workspace.redo(scope)
    assert [one.text for one in workspace.review_of(scope).annotations] == ["Which one?"]


def test_stamps_grow_and_name_the_author(workspace: Workspace, full: FullReview, clock: Clock):
    scope = full.transcript.id
    comment(workspace, full, "One")
    (first,) = comments(workspace, full.transcript)
    assert (first.rev, first.author, first.updated) == (1, workspace.reviewer.id, clock.now.isoformat())
    now = workspace.review_of(scope)
    workspace.do(reviewing.edit_comment(now, first, replace(first, text="Two")))
    workspace.undo(scope)
    workspace.redo(scope)
    (last,) = comments(workspace, full.transcript)
    assert (last.text, last.rev) == ("Two", 4)
    assert last.updated > first.updated


def test_typing_is_one_step_while_it_goes_on(workspace: Workspace, full: FullReview, clock: Clock):
    scope = full.transcript.id
    comment(workspace, full, "")
    clock.step = timedelta(seconds=2)
    for text in ("T", "Th", "The"):
        now = workspace.review_of(scope)
        (one,) = now.annotations
        workspace.do(reviewing.edit_comment(now, one, replace(one, text=text)))
    clock.step = timedelta(seconds=4)
    now = workspace.review_of(scope)
    workspace.do(reviewing.edit_comment(now, now.annotations[0], replace(now.annotations[0], text="Other")))
    texts = []
    while workspace.undo(scope):
        texts.append([one.text for one in comments(workspace, full.transcript)])
    assert texts == [["The"], [""], []]


def test_what_changed_elsewhere_is_not_overwritten(workspace: Workspace, full: FullReview, tmp_path: Path):
    comment(workspace, full, "Mine")
    stale = workspace.review_of(full.transcript.id)
    with open_library(tmp_path) as other:
        seen = other.review_of(full.transcript.id)
        other.do(reviewing.edit_comment(seen, seen.annotations[0], replace(seen.annotations[0], text="Theirs")))
    (one,) = stale.annotations
    edit = reviewing.edit_comment(stale, one, replace(one, text="Mine again"))
    rating = Delta(None, Rating("new", stale.review.id, stale.rubric.criteria[0].id, 3))
    with pytest.raises(Conflict, match="changed elsewhere"):
        workspace.do(replace(edit, deltas=(rating, *edit.deltas)))
    now = workspace.review_of(full.transcript.id)
    assert [one.text for one in now.annotations] == ["Theirs"]
    assert now.ratings == ()
    taken_back = workspace.undo(full.transcript.id)
    assert taken_back
    assert taken_back.op is Op.EDIT_COMMENT


def test_two_ratings_of_one_criterion_are_a_conflict(workspace: Workspace, full: FullReview):
    criterion = full.rubric.criteria[0].id
    saved = full.after(workspace.do(reviewing.rate(full, criterion, 3)))
    blind = replace(saved, ratings=())
    with pytest.raises(Conflict):
        workspace.do(reviewing.rate(blind, criterion, 4))
    assert [one.value for one in workspace.review_of(full.transcript.id).ratings] == [3]


def test_an_import_with_work_on_it_is_not_undone(workspace: Workspace, full: FullReview):
    comment(workspace, full, "Kept")
    with pytest.raises(Conflict, match="depends on this"):
        workspace.undo(LIBRARY)
    assert [one.text for one in comments(workspace, full.transcript)] == ["Kept"]
    workspace.undo(full.transcript.id)
    assert workspace.undo(LIBRARY)
    assert workspace.reading.transcripts() == []
    assert workspace.redo(LIBRARY)
    assert len(workspace.reading.turns(full.transcript.id, 1, 9)) == 4
    assert workspace.check() == []


def test_a_new_step_ends_redo_in_its_own_history_only(workspace: Workspace, full: FullReview):
    other = workspace.review_of(imported(workspace, "Another", SHORT).id)
    for one in (full, other):
        comment(workspace, one, "x", turn=1, start=0, end=2)
        workspace.undo(one.transcript.id)
    comment(workspace, full, "y")
    assert workspace.redo(full.transcript.id) is None
    assert workspace.redo(other.transcript.id)
    assert workspace.undo("no such history") is None


def test_nobody_takes_back_the_work_of_another_reviewer(workspace: Workspace, full: FullReview):
    scope = full.transcript.id
    comment(workspace, full, "By Ada")
    workspace.set_reviewer("Ben")
    assert workspace.next_undo(scope) is None
    assert workspace.undo(scope) is None
    comment(workspace, workspace.review_of(scope), "By Ben")
    assert workspace.undo(scope)
    assert workspace.undo(scope) is None
    workspace.set_reviewer("Ada")
    assert workspace.next_redo(scope) is None
    assert workspace.undo(scope)
    assert workspace.redo(scope)
    comment(workspace, workspace.review_of(scope), "By Ada again", turn=3)
    assert [one.text for one in comments(workspace, full.transcript)] == ["By Ada", "By Ada again"]
    workspace.set_reviewer("Ben")
    assert workspace.redo(scope)
    assert [one.text for one in comments(workspace, full.transcript)] == ["By Ben"]
    assert workspace.check() == []


def test_listeners_hear_each_edit_once_and_only_saved_ones(workspace: Workspace, full: FullReview):
    heard: list[Edit] = []
    leave = workspace.subscribe(heard.append)
    done = comment(workspace, full, "x")
    undone = workspace.undo(full.transcript.id)
    with pytest.raises(Conflict):
        workspace.do(Edit(Op.EDIT_COMMENT, (Delta(done.deltas[-1].after, done.deltas[-1].after),), full.transcript.id))
    assert heard == [done, undone]
    leave()
    workspace.redo(full.transcript.id)
    assert len(heard) == 2


def test_a_full_disk_saves_nothing_and_recovers(workspace: Workspace, full: FullReview):
    comment(workspace, full, "Before")
    connection = workspace._store.connection
    (pages,) = connection.execute("pragma page_count").fetchone()
    connection.execute(f"pragma max_page_count = {pages}").fetchone()
    now = workspace.review_of(full.transcript.id)
    with pytest.raises(DiskFull, match=r"full\. Free some space"):
        comment(workspace, now, "Long " * 20_000)
    with pytest.raises(DiskFull):
        imported(workspace, "Big chat", [f"A: {'word ' * 500}{number}" for number in range(60)])
    assert [one.text for one in comments(workspace, full.transcript)] == ["Before"]
    connection.execute("pragma max_page_count = 1000000").fetchone()
    comment(workspace, workspace.review_of(full.transcript.id), "After")
    assert workspace.check() == []
    assert len(workspace.reading.transcripts()) == 1


def test_renaming(workspace: Workspace, full: FullReview):
    workspace.do(transcripts.rename(full.transcript, "Lamp came late"))
    assert workspace.find_transcript("Lamp came late").id == full.transcript.id
    workspace.undo(LIBRARY)
    assert workspace.find_transcript("Missing lamp").id == full.transcript.id


def test_a_nameless_reviewer_gets_a_name_and_keeps_the_work(tmp_path: Path):
    with open_library(tmp_path, reviewer="") as workspace:
        full = workspace.review_of(imported(workspace).id)
        comment(workspace, full, "Mine")
        workspace.set_reviewer("  Ada  Park ")
        assert [one.text for one in comments(workspace, full.transcript)] == ["Mine"]
        workspace.set_reviewer("Ben")
        assert comments(workspace, full.transcript) == []
    with open_library(tmp_path, reviewer="Ada Park") as workspace:
        assert [one.text for one in comments(workspace, full.transcript)] == ["Mine"]
        assert [one.name for one in workspace.reading.reviewers()] == ["Ada Park"]


def test_finding_a_transcript_by_name(workspace: Workspace, full: FullReview):
    wanted = full.transcript
    for name in (wanted.id, wanted.id[:8], wanted.title):
        assert workspace.find_transcript(name) == wanted
    for name in ("", wanted.id[:3], "Missing", "x" * 40):
        with pytest.raises(UsageError, match="reviewer list"):
            workspace.find_transcript(name)
    imported(workspace, wanted.title, SHORT)
    with pytest.raises(UsageError, match="2 transcripts"):
        workspace.find_transcript(wanted.title)


def test_the_list_says_how_far_each_review_is(workspace: Workspace, full: FullReview):
    for number, level in enumerate((2, 3, 3, 4, 2, 2)):
        now = workspace.review_of(full.transcript.id)
        workspace.do(reviewing.rate(now, now.rubric.criteria[number].id, level))
    comment(workspace, workspace.review_of(full.transcript.id), "x")
    (line,) = workspace.reading.summaries()
    assert (line.agent, line.rated, line.to_rate, line.comments, line.score) == ("Mira", 6, 7, 1, 40)
    untouched = imported(workspace, "Another", SHORT)
    lines = {one.transcript.id: one for one in workspace.reading.summaries()}
    assert (lines[untouched.id].review, lines[untouched.id].score) == (None, None)
