"""Review files on top of the same review, by the command line: what differed, and files of newer versions."""

import json
from pathlib import Path
from typing import Any

import pytest

from reviewer import resources
from reviewer.errors import ExitStatus
from tests.cli.conftest import Run

SAMPLE = "tablet-order.review.json"


@pytest.fixture
def document(run: Run) -> dict[str, Any]:
    """The finished sample, which is in the library."""
    Path(SAMPLE).write_bytes(resources.read_bytes("samples", SAMPLE))
    run("import", SAMPLE)
    return dict(json.loads(resources.read_text("samples", SAMPLE)))


def written(document: dict[str, Any], name: str = "again.json") -> str:
    Path(name).write_text(json.dumps(document), encoding="utf-8")
    return name


def test_what_differed_is_counted_and_told(run: Run, document: dict[str, Any]):
    first, second, *_ = document["annotations"]
    first |= {"text": "Newer words", "rev": 99}
    second |= {"text": "Older words", "rev": 0}
    name = written(document)
    ended = run("import", name, "--json")
    assert (ended.status, ended.err) == (ExitStatus.DONE, "")
    replaced, kept = ended.json()[0]["differences"]
    assert [replaced[key] for key in ("fate", "kind", "id", "turn", "about")] == [
        "replaced", "annotation", first["id"], first["anchor"]["first_turn"], first["anchor"]["quote"],
    ]  # fmt: skip
    assert (replaced["there"], kept["fate"], kept["there"]) == ("Newer words", "kept", "Older words")
    assert run("import", name).out.splitlines()[1:] == ["          merged: 1 kept, newer here"]


def test_a_newer_review_comes_in_with_a_line_and_cannot_be_taken_for_whole(run: Run, document: dict[str, Any]):
    document |= {"version": 3, "weather": None}
    document["review"] |= {"rev": 99, "mood": "good"}
    name = written(document)
    ended = run("import", name)
    assert ended.status == ExitStatus.DONE
    sentence = (
        "This review was written by a newer version of this program. It can be read here, not changed."
        " Update the program to change it.\n"
    )
    assert ended.err == f"reviewer: {Path(name).name}: {sentence}"
    assert run("show", document["transcript"]["id"]).err == f"reviewer: {sentence}"
    path = run("export", document["transcript"]["id"], "--format", "json", "--to", "out").out.strip()
    told = json.loads(Path(path).read_text("utf-8"))
    assert (told["version"], told["review"]["known_part_of"]) == (1, 3)
    assert "mood" not in told["review"]
    again = run("import", path)
    assert (again.status, "newer version" in again.err) == (ExitStatus.DONE, True)


def test_what_a_newer_version_wrote_otherwise_is_refused(run: Run, document: dict[str, Any]):
    document["version"] = 2
    document["turns"][0]["kind"] = "gesture"
    ended = run("import", written(document))
    assert ended.status == ExitStatus.UNREADABLE
    assert ended.err == (
        "reviewer: again.json was written by a newer version of this program and cannot be read here."
        " Update the program first.\n"
    )
