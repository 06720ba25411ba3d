"""A library that somebody else has been at: each door says so in one sentence, and none of them breaks."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain.edits import reviewing
from reviewer.errors import LibraryBusy, LibraryError
from reviewer.store import store
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import comment, imported, open_library


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with a comment and a rating, closed."""
    with open_library(tmp_path) as workspace:
        full = workspace.review_of(imported(workspace).id)
        full = full.after(comment(workspace, full, "Which lamp?"))
        workspace.do(reviewing.rate(full, full.rubric.criteria[0].id, 3))
    return tmp_path / "library.sqlite"


def tamper(library: Path, statement: str) -> None:
    with sqlite3.connect(library) as other:
        other.execute(statement)
    other.close()


def doors(workspace: Workspace) -> dict[str, Callable[[], object]]:
    """What a person may do next."""
    (transcript,) = workspace.reading.transcripts()
    return {
        "list": workspace.reading.summaries,
        "open": lambda: workspace.review_of(transcript.id),
        "read": lambda: workspace.reading.turns(transcript.id, 1, 4),
        "name the next undo": lambda: workspace.next_undo(transcript.id),
        "undo": lambda: workspace.undo(transcript.id),
    }


@pytest.mark.parametrize(
    ("statement", "says", "shut"),
    [
        ("update annotation set anchor = '{'", "1 row of “annotation”", {"open"}),
        ("update annotation set anchor = '{}'", "1 row of “annotation”", {"open"}),
        ("update annotation set verdict = 'odd'", "1 row of “annotation”", {"open"}),
        ("update speaker set role = 'king'", "2 rows of “speaker”", {"open"}),
        ("update turn set kind = 'song'", "4 rows of “turn”", {"read"}),
        ("update review set worked = '{'", "1 row of “review”", {"list", "open"}),
        ("update review set status = 'odd'", "1 row of “review”", {"list", "open"}),
        ("update journal set edit = '{' where seq = 8", "Step 8 of the history", {"name the next undo", "undo"}),
        ("update journal set edit = 'null' where seq = 8", "Step 8 of the history", {"name the next undo", "undo"}),
        ('update journal set edit = replace(edit, \'"scope":\', \'"scope":3,"x":\') where seq = 8', "Step 8", {"undo"}),
        ("update journal set edit = replace('a', 'a', printf('%.*c', 99999, '[')) where seq = 8", "Step 8", {"undo"}),
        ("update annotation set anchor = json_set(anchor, '$.first_turn', 4)", "turn 4, is not on its words", set()),
        ("update annotation set anchor = json_set(anchor, '$.last_turn', 99999999999)", "is not on its words", set()),
        ("update turn set position = 900 where position = 4", "Turns are missing in “Missing lamp”", set()),
        ("delete from turn where position = 1", "Turns are missing in “Missing lamp”", set()),
        ("update transcript set turn_count = -1", "says -1 turns and holds 4", set()),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_goes_on(library: Path, statement: str, says: str, shut: set[str]):
    tamper(library, statement)
    with open_library(library.parent) as workspace:
        found = workspace.check()
        assert any(says in sentence for sentence in found)
        refused = {}
        for name, door in doors(workspace).items():
            try:
                door()
            except LibraryError as refusal:
                refused[name] = refusal.sentence
    assert set(refused) >= shut
    assert shut or not refused
    sentence = f"{library} is damaged: something in it cannot be read. Put a backup in its place; it was left as it is."
    assert set(refused.values()) <= {sentence}


@pytest.mark.parametrize("name", ["journal", "turn", "loose_turns", "annotation"])
def test_a_part_that_is_missing_shuts_the_library(library: Path, name: str):
    tamper(library, f"drop table {name}")
    before = library.read_bytes()
    for read_only in (False, True):
        with pytest.raises(LibraryError, match="a part of it is missing"):
            Workspace.open(library, read_only=read_only)
    assert library.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "update rubric set bands = 'x'",
        "update rubric set critical_effect = 'x'",
    ],
)
def test_rubrics_that_cannot_be_read_shut_the_library(library: Path, statement: str):
    tamper(library, statement)
    with pytest.raises(LibraryError, match="cannot be read"):
        open_library(library.parent)


def test_criteria_that_cannot_be_read_are_said_when_they_are_asked_for(library: Path):
    tamper(library, "update criterion set levels = '[{}]'")
    with open_library(library.parent) as workspace:
        (transcript,) = workspace.reading.transcripts()
        with pytest.raises(LibraryError, match="cannot be read"):
            workspace.review_of(transcript.id)
        assert any("“criterion” cannot be read" in sentence for sentence in workspace.check())


def test_a_table_of_another_shape_is_all_that_is_said(library: Path):
    tamper(library, "alter table turn rename column text to words")
    with open_library(library.parent) as workspace:
        assert workspace.check() == ["“turn” is not as this program makes it. Put a backup in its place."]


def test_looking_while_somebody_else_writes_says_that_it_is_busy(library: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.05)
    with open_library(library.parent) as workspace:
        (transcript,) = workspace.reading.transcripts()
        other = sqlite3.connect(library, isolation_level=None)
        other.execute("begin exclusive")
        for look in (workspace.next_undo, workspace.next_redo, workspace.review_of, workspace.undo):
            with pytest.raises(LibraryBusy, match="in use by another program"):
                look(transcript.id)
        with pytest.raises(LibraryBusy):
            workspace.check()
        other.close()
        assert workspace.next_undo(transcript.id)
