"""Files that are there whole, or not at all."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.errors import CannotWrite, DiskFull
from reviewer.exporters.writing import write_whole


def stopping(trouble: Exception) -> Iterator[str]:
    yield "the first half"
    raise trouble


def test_it_makes_the_folder_and_writes_utf_8(tmp_path: Path) -> None:
    path = write_whole(tmp_path / "a" / "b" / "page.html", ["Zürich ", "😀"])
    assert path.read_bytes() == "Zürich 😀".encode()
    assert [one.name for one in path.parent.iterdir()] == ["page.html"]


def test_line_ends_stay(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "page", ["a\nb\r\nc"]).read_bytes() == b"a\nb\r\nc"


@pytest.mark.parametrize("trouble", [RuntimeError("half way"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, trouble: Exception) -> None:
    path = tmp_path / "page.html"
    path.write_text("the old one")
    with pytest.raises(type(trouble)):
        write_whole(path, stopping(trouble))
    assert path.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    with pytest.raises(DiskFull, match="the disk is full"):
        write_whole(path, stopping(OSError(errno.ENOSPC, "No space left on device")))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(CannotWrite, match="could not be written"):
        write_whole(tmp_path / "taken" / "page.html", ["words"])


def test_a_file_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "page.html").mkdir()
    with pytest.raises(CannotWrite):
        write_whole(tmp_path / "page.html", ["words"])
    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="Choose a shorter name"):
        write_whole(tmp_path / ("x" * 300), ["words"])
    assert list(tmp_path.iterdir()) == []
