"""Importing, listing, showing, exporting, checking, copying: the whole life of a library."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import CHAT, Run


def test_from_a_file_to_a_page(run: Run, chat: Path, tmp_path: Path):
    imported = run("import", chat.name, "--json")
    assert imported.status == 0
    (outcome,) = imported.json()
    (transcript,) = outcome["transcripts"]
    assert transcript["title"] == "Late parcel"

    (listed,) = run("list", "--json").json()
    assert (listed["id"], listed["turns"], listed["status"], listed["score"]) == (
        transcript["id"], 5, "to_review", None,
    )  # fmt: skip
    assert "Late parcel" in run("list").out

    for name in (transcript["id"], transcript["id"][:6], "Late parcel"):
        shown = run("show", name, "--json").json()
        assert [turn["text"] for turn in shown["turns"]][-1] == "Good, thank you."
    assert "Customer: Good, thank you." in run("show", "Late parcel").out

    exported = run("export", "Late parcel", "--to", "pages", "--kind", "both")
    paths = [Path(line) for line in exported.out.split("\n") if line]
    assert len(paths) == 2
    assert all("Good, thank you." in path.read_text(encoding="utf-8") for path in paths)
    assert all(path.resolve().is_relative_to(tmp_path / "pages") for path in paths)

    assert run("check").status == 0


def test_the_same_text_is_not_imported_twice(run: Run, chat: Path):
    run("import", chat.name)
    again = run("import", chat.name, "--json")
    assert again.status == 0
    assert again.json()[0]["already_there"] is True
    assert len(run("list", "--json").json()) == 1


def test_a_folder_with_one_bad_file(run: Run, tmp_path: Path):
    folder = tmp_path / "chats"
    folder.mkdir()
    (folder / "a.txt").write_text(CHAT, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\0\0\0")
    ended = run("import", "chats")
    assert ended.status == 5
    assert ended.err.count("\n") == 1
    assert "b.txt" in ended.err
    assert len(run("list", "--json").json()) == 1


def test_a_collection_is_made_by_name(run: Run, chat: Path):
    assert run("import", chat.name, "--collection", "Week 4").status == 0
    assert run("show", "Late parcel", "--json").json()["transcript"]["collection"]


def test_a_review_as_json_and_back(run: Run, chat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    run("import", chat.name)
    exported = run("export", "--all", "--to", "out", "--format", "json")
    (path,) = exported.out.split()
    assert json.loads(Path(path).read_text(encoding="utf-8"))["format"] == "transcript-reviewer/review"


@pytest.mark.parametrize("arguments", [("show", "No such chat"), ("export", "--to", "x"), ("nonsense",), ("show",)])
def test_wrong_usage(run: Run, arguments: tuple[str, ...]):
    ended = run(*arguments)
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err.startswith("reviewer: ")


def test_a_backup_comes_back(run: Run, chat: Path, tmp_path: Path):
    run("import", chat.name)
    assert run("backup", "copy.sqlite").status == 0
    (tmp_path / "second.txt").write_text(CHAT.replace("nine", "ten"), encoding="utf-8")
    run("import", "second.txt")
    assert len(run("list", "--json").json()) == 2
    assert run("restore", "copy.sqlite").status == 0
    assert len(run("list", "--json").json()) == 1


def test_a_file_that_is_no_library_is_not_restored(run: Run, chat: Path):
    run("import", chat.name)
    ended = run("restore", chat.name)
    assert ended.status == 4
    assert len(run("list", "--json").json()) == 1


@pytest.mark.parametrize("kind", ["text", "other", "newer", "folder"])
def test_a_library_that_cannot_be_used_stays_as_it_is(run: Run, chat: Path, tmp_path: Path, kind: str):
    library = tmp_path / "library.sqlite"
    if kind == "text":
        library.write_text("These are only words.\n" * 100, encoding="utf-8")
    elif kind == "folder":
        library.mkdir()
    elif kind == "other":
        with sqlite3.connect(library) as other:
            other.execute("create table recipe (name text)")
        other.close()
    else:
        run("import", chat.name)
        with sqlite3.connect(library) as newer:
            newer.execute("pragma user_version = 9000")
            newer.execute("update _sqlite_migrations set name = 'm999_later' where name = 'm001_initial'")
        newer.close()
    before = library.read_bytes() if library.is_file() else None
    ended = run("list")
    assert ended.status == 4
    assert ended.out == ""
    assert ended.err.count("\n") == 1
    assert (library.read_bytes() if library.is_file() else None) == before


def test_a_fault_of_the_program_is_written_down(run: Run, chat: Path, monkeypatch: pytest.MonkeyPatch):
    from reviewer.workspace import places, workspace

    monkeypatch.setattr(workspace.Workspace, "open", lambda *_, **__: 1 / 0)
    ended = run("list")
    assert ended.status == 1
    assert str(places.log_file()) in ended.err
    assert "ZeroDivisionError" not in ended.err
    assert "ZeroDivisionError" in places.log_file().read_text(encoding="utf-8")
