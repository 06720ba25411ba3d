"""Many chats to a folder: one file each, stopped half-way, with one that cannot be written, on a full disk."""

import errno
import os
from pathlib import Path

import pytest

from reviewer.domain.privacy import Privacy
from reviewer.errors import UsageError
from reviewer.exporters import writing
from reviewer.workspace.exporting.many import export_many
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.progress import SILENT
from tests.workspace.exporting.watching import Watching
from tests.workspace.sample import SHORT, imported

TITLES = ("Missing lamp", "Late parcel", "Wrong size", "Lost card")


@pytest.fixture
def chats(workspace) -> list[str]:
    return [imported(workspace, title).id for title in TITLES]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_chat_has_its_page_and_each_step_is_told(workspace, chats, tmp_path):
    watching = Watching()
    done = export_many(workspace, chats, tmp_path / "out", [Wish()], watching)
    assert (done.total, done.done, done.stopped, done.failures) == (4, 4, False, ())
    assert names(tmp_path / "out") == sorted(path.name for path in done.paths)
    assert watching.heard[1] == (1, 4, "Exporting 2 of 4 chats")
    assert names(tmp_path / "out")[0] == "late-parcel-feedback.html"


def test_all_kinds_of_a_chat_stand_together(workspace, chats, tmp_path):
    done = export_many(workspace, chats[:1], tmp_path, [Wish("feedback"), Wish("revised")], SILENT)
    assert [path.name for path in done.paths] == ["missing-lamp-feedback.html", "missing-lamp-revised.html"]


def test_what_is_finished_stays_when_it_is_stopped(workspace, chats, tmp_path):
    done = export_many(workspace, chats, tmp_path / "out", [Wish()], Watching(most=2))
    assert (done.done, done.stopped) == (2, True)
    assert len(names(tmp_path / "out")) == 2
    assert all("</html>" in path.read_text(encoding="utf-8") for path in done.paths)


def test_files_that_gather_are_written_whole_or_not_at_all(workspace, chats, tmp_path):
    stopped = export_many(workspace, chats, tmp_path / "out", [Wish(file_format="csv")], Watching(most=3))
    assert (stopped.done, stopped.stopped) == (0, True)
    assert not (tmp_path / "out").exists() or names(tmp_path / "out") == []
    done = export_many(workspace, chats, tmp_path / "out", [Wish(file_format="csv")], SILENT)
    assert (done.done, len(done.paths)) == (4, 3)


def test_one_chat_that_cannot_be_written_holds_up_no_other(workspace, chats, tmp_path):
    (tmp_path / "late-parcel-feedback.html").mkdir()
    done = export_many(workspace, chats, tmp_path, [Wish()], SILENT)
    assert done.done == 3
    assert len(done.failures) == 1
    assert "late-parcel-feedback.html" in done.failures[0]


def test_a_chat_that_has_gone_meanwhile_is_one_failure(workspace, chats, tmp_path):
    done = export_many(workspace, [*chats, "0" * 32], tmp_path, [Wish()], SILENT)
    assert (done.done, len(done.failures)) == (4, 1)


def test_a_review_that_is_not_there_is_a_wrong_wish(workspace, chats, tmp_path):
    with pytest.raises(UsageError):
        export_many(workspace, chats, tmp_path, [Wish()], SILENT, review_id="ffff")


def test_a_full_disk_ends_it_and_what_was_written_stays(workspace, chats, tmp_path, monkeypatch):
    written, sync = [], os.fsync

    def full_after_two(number: int) -> None:
        written.append(number)
        if len(written) > 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(number)

    monkeypatch.setattr(writing.os, "fsync", full_after_two)
    done = export_many(workspace, chats, tmp_path / "out", [Wish()], SILENT)
    assert (done.done, done.full, len(done.failures)) == (2, True, 1)
    assert len(names(tmp_path / "out")) == 2


def test_two_chats_of_one_title_have_two_files(workspace, tmp_path):
    ids = [imported(workspace).id, imported(workspace, lines=SHORT).id]
    done = export_many(workspace, ids, tmp_path, [Wish(privacy=Privacy(hide_names=True))], SILENT)
    assert [path.name for path in done.paths] == ["missing-lamp-feedback.html", "missing-lamp-2-feedback.html"]
