"""Libraries of every released schema are opened, brought up to date and keep all that is in them."""

import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.domain.edit import Op
from reviewer.store import schema
from reviewer.store.listing import Query, Shelf, Smart
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace, read_words
from tests.workspace.sample import open_library

DATA = Path(__file__).parent / "data"


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A library of the first schema: two chats under review, one deleted with its review, one import taken back."""
    path = tmp_path / "library.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((DATA / "m001_initial.sql").read_text(encoding="utf-8"))
    return path


@pytest.fixture
def workspace(older: Path) -> Iterator[Workspace]:
    with open_library(older.parent) as opened:
        yield opened
        assert opened.check() == []


def shown(workspace: Workspace, words: str = "") -> list[str]:
    ids = workspace.reading.listing(Query(words=words))
    return sorted(one.transcript.title for one in workspace.reading.rows(ids))


def test_every_released_schema_has_a_library_here():
    released = [path.name.split(".")[0] for path in sorted(DATA.glob("m*"))]
    assert released == list(schema.names()[: len(released)])
    assert len(released) >= len(schema.names()) - 1


def test_the_list_shows_what_was_there(workspace: Workspace):
    lines = {one.transcript.title: one for one in workspace.reading.summaries(workspace.reviewer.id)}
    assert sorted(lines) == ["Missing lamp", "Second visit"]
    lamp = lines["Missing lamp"]
    assert (lamp.agent, lamp.score, lamp.rated, lamp.comments) == ("Mira", 0, 7, 2)
    assert (lamp.critical, lamp.revised, lamp.status) == (True, True, "done")
    march, _ = workspace.reading.shelves().collections[0]
    assert workspace.reading.listing(Query(Shelf(collection=march.id))) == [lines["Second visit"].transcript.id]


def test_words_are_found_before_and_after_the_turns_were_read(workspace: Workspace):
    assert (shown(workspace, "PARCEL lamp"), shown(workspace, "well"), shown(workspace, "100%")) == (
        ["Missing lamp"], ["Second visit"], [],
    )  # fmt: skip
    assert len(workspace.reading.unread()) == 2
    read_words(workspace, SILENT)
    assert workspace.reading.unread() == []
    assert (shown(workspace, "PARCEL lamp"), shown(workspace, "well")) == (["Missing lamp"], ["Second visit"])


def test_what_was_undone_or_deleted_before_comes_back(workspace: Workspace):
    assert workspace.redo()
    assert shown(workspace) == ["Missing lamp", "Second visit", "Taken back"]
    workspace.undo()
    undone = workspace.undo()
    assert undone
    assert undone.op is Op.DELETE_TRANSCRIPT
    out = workspace.find_transcript("Taken out")
    assert workspace.reading.listing(Query(words="morning")) == [out.id]
    assert [one.comments for one in workspace.reading.rows([out.id])] == [1]
    workspace.redo()
    assert shown(workspace) == ["Missing lamp", "Second visit"]


def test_the_file_as_it_was_is_kept(older: Path):
    open_library(older.parent).close()
    with closing(sqlite3.connect(older.with_name("library.sqlite.before-m002_library_page"))) as kept:
        assert kept.execute("pragma user_version").fetchone() == (1,)
        assert kept.execute("select count(*) from transcript").fetchone() == (2,)


def test_an_older_library_opens_for_reading_and_stays_as_it_is(older: Path):
    before = older.read_bytes()
    with Workspace.open(older, read_only=True) as workspace:
        assert shown(workspace, "lamp") == ["Missing lamp"]
        assert workspace.reading.shelves().deleted == 0
        assert workspace.reading.listing(Query(Shelf(Smart.REVISED)))
        assert workspace.check() == []
    assert older.read_bytes() == before
    assert [one.name for one in older.parent.iterdir()] == [older.name]


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """The same library under the second schema: its words read, a tag on one chat, one question answered."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((DATA / "m002_library_page.sqlite.gz").read_bytes()))
    return path


def test_answers_and_questions_outlive_their_new_tables(second: Path):
    with open_library(second.parent) as workspace:
        lamp = workspace.find_transcript("Missing lamp")
        full = workspace.best_review_of(lamp.id)
        question = full.rubric.questions[0]
        assert [(one.question, one.text) for one in full.answers] == [(question.id, "Yes, on the second try.")]
        assert (question.rubric, question.collection) == (full.rubric.rubric.id, None)
        assert full.rubric.rubric.root == full.rubric.rubric.id
        assert (full.review.version, full.review.handed_in_at) == (1, None)
        assert (len(full.annotations), len(full.ratings)) == (2, 7)
        assert shown(workspace, "PARCEL lamp") == ["Missing lamp"]
        assert workspace.reading.phrases() == []
        assert workspace.check() == []


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """The same library under the third schema: two turns of a chat reworded in its one revision."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((DATA / "m003_review_page.sqlite.gz").read_bytes()))
    return path


def test_a_revision_of_before_is_one_of_several_now(third: Path):
    with open_library(third.parent) as workspace:
        full = workspace.best_review_of(workspace.find_transcript("Missing lamp").id)
        (revision,) = full.revisions
        assert (revision.position, revision.recommended, full.revision) == (0, False, revision)
        assert full.changes[0].text == "Hello, I am Mira. How can I help?"
        assert [one.joined for one in full.changes] == [()] * len(full.changes)
        assert [line.number for line in full.dialogue] == [1, 2, 3, 4]
        assert workspace.check() == []


@pytest.fixture
def fourth(tmp_path: Path) -> Path:
    """The same library under the fourth schema: two turns joined, a revision recommended, one comment deleted."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((DATA / "m004_revise_page.sqlite.gz").read_bytes()))
    return path


def test_what_was_deleted_before_leaves_nothing_and_what_is_deleted_now_does(fourth: Path):
    with open_library(fourth.parent) as workspace:
        lamp = workspace.find_transcript("Missing lamp").id
        full = workspace.review_of(lamp)
        assert (full.absent, full.review.known_part_of, len(full.annotations)) == ((), 0, 1)
        assert workspace.undo(lamp).op is Op.DELETE_COMMENT
        full = workspace.review_of(lamp)
        assert (full.absent, len(full.annotations)) == ((), 2)
        workspace.redo(lamp)
        assert [one.kind.value for one in workspace.review_of(lamp).absent] == ["annotation"]
        assert workspace.check() == []
