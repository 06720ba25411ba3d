"""Opening a library: what is made, what is refused with one sentence, and what a crash leaves."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Migrations

from reviewer.errors import LibraryBusy, LibraryError, LibraryReadOnly
from reviewer.store import schema, store
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import comment, imported, open_library


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one reviewed chat, closed."""
    with open_library(tmp_path) as workspace:
        transcript = imported(workspace)
        comment(workspace, workspace.review_of(transcript.id), "Which lamp?")
    return tmp_path / "library.sqlite"


def refused(path: Path, kind: type[LibraryError] = LibraryError, *, read_only: bool = False) -> str:
    """The sentence that opening `path` is refused with; nothing changes on the way."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as refusal:
        Workspace.open(path, read_only=read_only)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert str(path) in refusal.value.sentence
    return refusal.value.sentence


def test_a_new_library_is_made_with_its_folders(tmp_path: Path):
    path = tmp_path / "one" / "two" / "löibrary #1?.sqlite"
    with Workspace.open(path) as workspace:
        assert [one.rubric.name for one in workspace.reading.rubrics()] == [
            "Chat quality scorecard", "Customer etiquette", "Live chat evaluation", "Personal touch by trade",
        ]  # fmt: skip
    assert list(path.parent.iterdir()) == [path]
    with sqlite3.connect(path) as made:
        (application,), (version,) = (
            made.execute(f"pragma {name}").fetchone() for name in ("application_id", "user_version")
        )
    made.close()
    assert (application, version) == (schema.APPLICATION_ID, len(schema.names()))


def test_durable_settings_of_every_connection(library: Path):
    opened = store.Store.open(library)
    values = {
        name: opened.connection.execute(f"pragma {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
    }
    opened.close()
    assert values == {
        "journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 5000,
    }  # fmt: skip


def test_words_are_no_library(tmp_path: Path):
    path = tmp_path / "notes.txt"
    path.write_text("These are only words.\n" * 100, encoding="utf-8")
    assert "is not a library" in refused(path)


def test_another_programs_file_is_no_library(tmp_path: Path):
    path = tmp_path / "recipes.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("create table recipe (name text)")
    other.close()
    assert "is not a library" in refused(path)


@pytest.mark.parametrize(
    "change",
    [
        "pragma user_version = 9000",
        "insert into _sqlite_migrations (migration_set, name, applied_at) values ('library', 'm999_later', '')",
    ],
)
def test_a_newer_library_is_refused(library: Path, change: str):
    with sqlite3.connect(library) as newer:
        newer.execute(change)
    newer.close()
    assert "newer version" in refused(library)


def test_a_damaged_library_is_refused(library: Path):
    content = library.read_bytes()
    library.write_bytes(content[:100] + b"\xff" * 4000 + content[4100:])
    assert "damaged" in refused(library)


def test_a_folder_is_no_library(tmp_path: Path):
    assert "is a folder" in refused(tmp_path)


def test_a_file_is_no_folder_for_a_library(tmp_path: Path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(LibraryError, match="Choose another place"):
        Workspace.open(tmp_path / "file" / "library.sqlite")


def test_a_name_that_no_disk_takes(tmp_path: Path):
    with pytest.raises(LibraryError, match="Choose another place"):
        Workspace.open(tmp_path / ("x" * 300))


def test_a_missing_library_is_not_made_for_reading(tmp_path: Path):
    assert "cannot be opened" in refused(tmp_path / "none.sqlite", read_only=True)
    assert not (tmp_path / "none.sqlite").exists()


def test_a_library_in_use_is_busy_after_a_while(library: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(library, isolation_level=None)
    other.execute("begin exclusive")
    sentence = refused(library, LibraryBusy)
    other.close()
    assert "in use by another program" in sentence
    open_library(library.parent).close()


def test_for_reading_only_nothing_is_written(library: Path):
    before = library.read_bytes()
    with Workspace.open(library, reviewer="Ada", read_only=True) as workspace:
        (transcript,) = workspace.reading.transcripts()
        full = workspace.review_of(transcript.id)
        with pytest.raises(LibraryReadOnly, match="reading only"):
            comment(workspace, full, "No")
        with pytest.raises(LibraryReadOnly):
            workspace.undo(transcript.id)
    assert library.read_bytes() == before


def test_a_library_that_nobody_may_write_opens_for_reading(library: Path):
    library.chmod(0o400)
    library.parent.chmod(0o500)
    try:
        if os.access(library, os.W_OK):
            pytest.skip("this user may write everything")
        assert "does not allow writing" in refused(library, LibraryReadOnly)
        with Workspace.open(library, read_only=True) as workspace:
            assert len(workspace.reading.transcripts()) == 1
    finally:
        library.parent.chmod(0o700)
        library.chmod(0o600)


HALF_WRITTEN = """
import os, signal, sqlite3, sys
library = sqlite3.connect(sys.argv[1], isolation_level=None)
library.execute("pragma cache_size = 1")
library.execute("begin immediate")
library.execute("update transcript set title = 'half'")
library.executemany("insert into turn values ('t', ?, null, null, 'message', ?)", ((n, "x" * 900) for n in range(4000)))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_change_that_a_crash_cut_off_is_rolled_back(library: Path):
    killed = subprocess.run([sys.executable, "-c", HALF_WRITTEN, str(library)], check=False)
    assert killed.returncode == -signal.SIGKILL
    journal = library.with_name(f"{library.name}-journal")
    assert journal.stat().st_size > 0
    assert "middle of a change" in refused(library, LibraryReadOnly, read_only=True)
    with open_library(library.parent) as workspace:
        assert [one.title for one in workspace.reading.transcripts()] == ["Missing lamp"]
        assert workspace.check() == []
    assert not journal.exists()


def test_an_older_library_is_brought_up_to_date_and_kept(library: Path, monkeypatch: pytest.MonkeyPatch):
    later = Migrations("library")
    for step in schema.migrations._migrations:
        later(name=step.name)(step.fn)
    later(name="m900_colours")(lambda db: db.execute("create table colour (id text primary key) strict"))
    with monkeypatch.context() as patch:
        patch.setattr(schema, "migrations", later)
        with open_library(library.parent) as workspace:
            assert len(workspace.reading.transcripts()) == 1
            assert workspace.check() == []
        with sqlite3.connect(library) as migrated:
            assert migrated.execute("pragma user_version").fetchone() == (len(schema.names()),)
        migrated.close()
    assert "newer version" in refused(library)
    kept = library.with_name(f"{library.name}.before-m900_colours")
    with Workspace.open(kept, read_only=True) as before:
        assert len(before.reading.transcripts()) == 1
        assert before.check() == []


def test_a_step_that_fails_leaves_the_older_library(library: Path, monkeypatch: pytest.MonkeyPatch):
    def fails(db: object) -> None:
        raise ZeroDivisionError

    later = Migrations("library")
    for step in schema.migrations._migrations:
        later(name=step.name)(step.fn)
    later(name="m900_fails")(fails)
    before = library.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(schema, "migrations", later)
        with pytest.raises(ZeroDivisionError):
            open_library(library.parent)
    assert library.read_bytes() == before
    open_library(library.parent).close()
