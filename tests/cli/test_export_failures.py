"""`reviewer export` of several chats where some, all, or no more can be written."""

import errno
import os
from pathlib import Path

import pytest

from reviewer.exporters import writing
from tests.cli.conftest import CHAT, Run


@pytest.fixture
def chats(run: Run, tmp_path: Path) -> Path:
    """Two chats in the library, and the folder that they are written to."""
    for title in ("Late parcel", "Lost lamp"):
        (tmp_path / f"{title}.txt").write_text(CHAT.replace("Late parcel", title), encoding="utf-8")
        run("import", f"{title}.txt")
    return tmp_path / "out"


def test_one_that_cannot_be_written_holds_up_no_other(run: Run, chats: Path) -> None:
    (chats / "late-parcel-feedback.html").mkdir(parents=True)
    ended = run("export", "--all", "--to", "out", "--no-index")
    assert ended.status == 5
    assert [Path(line).name for line in ended.out.splitlines()] == ["lost-lamp-feedback.html"]
    (problem,) = ended.err.splitlines()
    assert problem.startswith("reviewer: ")
    assert "late-parcel-feedback.html could not be written: is a directory. Choose another name." in problem


def test_nothing_that_can_be_written_is_a_failure(run: Run, chats: Path) -> None:
    chats.write_text("a file where the folder should be")
    ended = run("export", "--all", "--to", "out")
    assert (ended.status, ended.out) == (1, "")
    assert len(ended.err.splitlines()) >= 2
    assert chats.read_text() == "a file where the folder should be"


def test_a_full_disk_ends_it_with_what_was_written(run: Run, chats: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync, calls = os.fsync, []

    def full_after_one(number: int) -> None:
        calls.append(number)
        if len(calls) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(number)

    monkeypatch.setattr(writing.os, "fsync", full_after_one)
    ended = run("export", "--all", "--to", "out")
    assert ended.status == 4
    assert len(ended.out.splitlines()) == len(list(chats.iterdir())) == 1
    assert "the disk is full" in ended.err
