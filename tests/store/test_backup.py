"""Copies of a library, and putting one back."""

import sqlite3
from pathlib import Path

import pytest

from reviewer.errors import CannotWrite, LibraryBusy, LibraryError
from reviewer.workspace.workspace import Workspace, restore
from tests.workspace.sample import SHORT, imported, open_library


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of a library with one chat; the library itself has two."""
    with open_library(tmp_path) as workspace:
        imported(workspace, "First")
        workspace.backup(tmp_path / "copies" / "copy.sqlite")
        imported(workspace, "Second", SHORT)
    return tmp_path / "copies" / "copy.sqlite"


def titles(path: Path) -> list[str]:
    with Workspace.open(path, read_only=True) as workspace:
        assert workspace.check() == []
        return sorted(one.title for one in workspace.reading.transcripts())


def test_a_copy_is_whole_and_alone(copied: Path):
    assert titles(copied) == ["First"]
    assert list(copied.parent.iterdir()) == [copied]


def test_a_copy_replaces_an_older_copy(copied: Path, tmp_path: Path):
    with open_library(tmp_path) as workspace:
        workspace.backup(copied)
    assert titles(copied) == ["First", "Second"]


def test_a_copy_cannot_take_the_place_of_the_library_or_a_folder(copied: Path, tmp_path: Path):
    with open_library(tmp_path) as workspace:
        for place in (workspace.path, tmp_path, copied / "inside.sqlite"):
            with pytest.raises(CannotWrite) as refusal:
                workspace.backup(place)
            assert str(place) in refusal.value.sentence
    assert titles(tmp_path / "library.sqlite") == ["First", "Second"]


def test_a_copy_comes_back_and_the_library_is_kept(copied: Path, tmp_path: Path):
    library = tmp_path / "library.sqlite"
    kept = restore(copied, library)
    assert titles(library) == ["First"]
    assert kept
    assert titles(kept) == ["First", "Second"]
    assert restore(kept, library)
    assert titles(library) == ["First", "Second"]


def test_a_copy_comes_back_where_there_is_no_library(copied: Path, tmp_path: Path):
    assert restore(copied, tmp_path / "new.sqlite") is None
    assert titles(tmp_path / "new.sqlite") == ["First"]


def test_a_copy_takes_the_place_of_a_damaged_library(copied: Path, tmp_path: Path):
    library = tmp_path / "library.sqlite"
    library.write_bytes(b"nothing of use" * 100)
    unfinished = tmp_path / "library.sqlite-journal"
    unfinished.write_bytes(b"what a crash left")
    kept = restore(copied, library)
    assert titles(library) == ["First"]
    assert not unfinished.exists()
    assert kept
    assert kept.read_bytes().startswith(b"nothing of use")


@pytest.mark.parametrize("content", [None, b"words, not a library" * 60])
def test_what_is_no_library_does_not_come_back(copied: Path, tmp_path: Path, content: bytes | None):
    bad = tmp_path / "bad.sqlite"
    if content:
        bad.write_bytes(content)
    with pytest.raises(LibraryError, match=r"bad\.sqlite"):
        restore(bad, tmp_path / "library.sqlite")
    assert titles(tmp_path / "library.sqlite") == ["First", "Second"]


def test_a_damaged_copy_does_not_come_back(copied: Path, tmp_path: Path):
    content = bytearray(copied.read_bytes())
    content[len(content) // 2 :] = b"\xee" * (len(content) - len(content) // 2)
    copied.write_bytes(bytes(content))
    with pytest.raises(LibraryError, match="damaged"):
        restore(copied, tmp_path / "library.sqlite")
    assert titles(tmp_path / "library.sqlite") == ["First", "Second"]


def test_a_library_in_use_is_not_replaced(copied: Path, tmp_path: Path):
    other = sqlite3.connect(tmp_path / "library.sqlite", isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(LibraryBusy):
        restore(copied, tmp_path / "library.sqlite")
    other.close()
    assert titles(tmp_path / "library.sqlite") == ["First", "Second"]
    assert not list(tmp_path.glob("*.restored"))
    assert not list(tmp_path.glob(".*"))
