"""Exercises by the command line: in, answered work back, and what is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewer.errors import ExitStatus
from tests.cli.conftest import Run
from tests.journeys.exercise import WEEK, exercise_file, work_of


@pytest.fixture
def handed_out(tmp_path: Path) -> Path:
    return exercise_file(tmp_path / "instructor.sqlite", tmp_path)


def test_an_exercise_is_imported_once_with_its_chats(run: Run, handed_out: Path):
    first = run("import", handed_out)
    assert (first.status, first.err) == (ExitStatus.DONE, "")
    assert first.out.splitlines()[0] == f"{WEEK[:8]}  exercise Week 4"
    assert first.out.splitlines()[1].endswith("Lost parcel, 6 turns")
    (again,) = run("import", handed_out, "--json").json()
    assert (again["exercise"], again["already_there"], again["error"]) == (WEEK, True, None)
    assert [one["title"] for one in run("list", "--json").json()] == ["Lost parcel"]


def test_work_comes_back_by_the_command_line(run: Run, handed_out: Path, tmp_path: Path):
    run("import", handed_out)
    files = [work_of(one, handed_out, tmp_path, answers=2, level=3) for one in ("Ana", "Ben")]
    outcomes = run("import", *files, "--json").json()
    assert [bool(one["review"]) for one in outcomes] == [True, True]
    assert [one["already_there"] for one in run("import", *files, "--json").json()] == [True, True]
    assert run("check").status == ExitStatus.DONE


def test_an_exercise_comes_through_a_pipe(run: Run, handed_out: Path, monkeypatch: pytest.MonkeyPatch):
    with handed_out.open("rb") as stream:
        monkeypatch.setattr("sys.stdin", type("Piped", (), {"buffer": stream})())
        assert run("import", "-").out.startswith(f"{WEEK[:8]}  exercise Week 4")


def changed(part: str, **fields: Any) -> Callable[[dict[str, Any]], None]:
    """Sets fields of a part of the document, or of the first of several."""

    def change(document: dict[str, Any]) -> None:
        place = document[part]
        (place[0] if isinstance(place, list) else place).update(fields)

    return change


def another_turn(document: dict[str, Any]) -> None:
    document["transcripts"][0]["turns"][1]["position"] = 9


def odd_time(document: dict[str, Any]) -> None:
    document["transcripts"][0]["turns"][1]["sent_at"] = "soon"


def unknown_speaker(document: dict[str, Any]) -> None:
    document["transcripts"][0]["turns"][1]["speaker"] = "f" * 32


def twice(document: dict[str, Any]) -> None:
    document["questions"].append(document["questions"][0])


BROKEN = {
    "the due date of its exercise is no date": changed("exercise", due="soon"),
    "the title of its exercise is missing": changed("exercise", name="  "),
    "its collection is no exercise": changed("exercise", kind="folder"),
    "a question is of nothing": changed("questions", collection="f" * 32),
    "fewer than one word": changed("questions", target_words=0),
    "a criterion or a question is of another rubric": changed("criteria", rubric="f" * 32),
    "All weights are 0": lambda document: [one.update(weight=0) for one in document["criteria"]],
    "a time in it cannot be read": odd_time,
    "a transcript is not whole": another_turn,
    " is not whole": unknown_speaker,
    "the same identity": twice,
    "“questions” is not a list": lambda document: document.update(questions="none"),
    "“transcripts” is missing": lambda document: document.pop("transcripts"),
    "newer version of this program": lambda document: document.update(version=2),
    "its version is no number": lambda document: document.update(version="1"),
    "unknown field “colour”": changed("exercise", colour="red"),
}


@pytest.mark.parametrize("words", BROKEN)
def test_what_is_broken_is_refused_in_one_line_and_nothing_is_kept(
    run: Run, handed_out: Path, tmp_path: Path, words: str
):
    document = json.loads(handed_out.read_text(encoding="utf-8"))
    BROKEN[words](document)
    file = tmp_path / "spoilt.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    ended = run("import", file)
    assert (ended.status, ended.out) == (ExitStatus.UNREADABLE, "")
    assert words in ended.err
    assert ended.err.count("\n") == 1
    assert run("list", "--json").json() == []


def test_a_hundred_megabytes_that_end_too_soon_are_refused_in_one_line(run: Run, tmp_path: Path):
    file = tmp_path / "endless.json"
    with file.open("wb") as stream:
        stream.write(b'{"format": "transcript-reviewer/exercise", "version": 1, "exercise": "')
        for _ in range(100):
            stream.write(b"a" * 1_000_000)
    ended = run("import", file)
    assert ended.status == ExitStatus.UNREADABLE
    assert "is not a whole exercise file" in ended.err
    assert len(ended.err) < 300
