"""What a check finds, and what a repair mends."""

import sqlite3
from pathlib import Path

import pytest

from reviewer.errors import LibraryError
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import comment, comments, imported, open_library


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with a comment on “parcel” in turn 2, closed."""
    with open_library(tmp_path) as workspace:
        transcript = imported(workspace)
        comment(workspace, workspace.review_of(transcript.id), "Which one?")
        assert [one.anchor.quote for one in comments(workspace, transcript)] == ["parcel"]
        assert workspace.check() == []
    return tmp_path / "library.sqlite"


def tampered(library: Path, *statements: str) -> Workspace:
    """The library after somebody else has been at it."""
    with sqlite3.connect(library) as other:
        for statement in statements:
            other.execute(statement)
    other.close()
    return open_library(library.parent)


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("update journal set edit = '{}' where seq = 4", "history"),
        ("create trigger evil after insert on rating begin delete from review; end", "“evil”"),
        ("drop index annotation_review", "“annotation_review”"),
        ("delete from transcript", "belongs to nothing"),
        ("update turn set text = 'Something else.' where position = 2", "not on its words"),
    ],
)
def test_what_cannot_be_mended_is_said(library: Path, statement: str, says: str):
    with tampered(library, statement) as workspace:
        found = workspace.check()
        assert any(says in sentence for sentence in found)
        assert workspace.check(repair=True) == found


@pytest.mark.parametrize(
    ("statements", "says"),
    [
        (("update transcript set turn_count = 9",), "says 9 turns and holds 4"),
        (("insert into turn values (hex(randomblob(16)), 1, null, null, 'message', 'Hi')",), "belong to no transcript"),
        (("update turn set text = 'Well: ' || text where position = 2",), "not on its words"),
    ],
)
def test_what_can_be_mended_is(library: Path, statements: tuple[str, ...], says: str):
    with tampered(library, *statements) as workspace:
        (sentence,) = workspace.check()
        assert says in sentence
        assert workspace.check(repair=True) == []
        assert workspace.check() == []
        (transcript,) = workspace.reading.transcripts()
        (one,) = comments(workspace, transcript)
        turn = workspace.reading.texts(transcript.id, 2, 2)[2]
        assert turn[one.anchor.start : one.anchor.end] == "parcel"
        assert transcript.turn_count == 4


def test_damage_is_said(library: Path):
    content = bytearray(library.read_bytes())
    page = 4096
    for start in range(page * (len(content) // page // 2), len(content), page):
        content[start : start + 200] = b"\xee" * 200
    library.write_bytes(bytes(content))
    try:
        with Workspace.open(library, read_only=True) as workspace:
            found = workspace.check()
    except LibraryError as refusal:
        found = [refusal.sentence]
    assert all("damaged" in sentence for sentence in found)
    assert found
