"""Rubrics by `reviewer import`."""

from pathlib import Path

from reviewer import resources
from tests.cli.conftest import Run

SMALL = """name = "Returns desk"

[[criteria]]
letter = "P"
name = "Patience"
description = "Whether the agent took the time."
weight = 100
levels = [{name = "No"}, {name = "Yes"}]
"""


def test_a_rubric_is_imported_once(run: Run, tmp_path: Path):
    (tmp_path / "mine.toml").write_text(SMALL, encoding="utf-8")
    first, second = run("import", "mine.toml"), run("import", "mine.toml", "--json")
    assert first.status == second.status == 0
    assert first.out.endswith("rubric Returns desk, version 1\n")
    (outcome,) = second.json()
    assert outcome["already_there"] is True
    assert outcome["transcripts"] == []
    assert outcome["rubric"].startswith(first.out[:8])


def test_a_rubric_that_cannot_be_used_is_refused_in_one_line(run: Run, tmp_path: Path):
    (tmp_path / "mine.toml").write_text(SMALL.replace("weight = 100", "weight = 0"), encoding="utf-8")
    ended = run("import", "mine.toml")
    assert ended.status == 3
    assert ended.err == (
        "reviewer: mine.toml is not a complete rubric: All weights are 0. At least one criterion needs a weight.\n"
    )


def test_a_shipped_rubric_is_there_already(run: Run, tmp_path: Path):
    text = resources.read_text("rubrics", "live-chat-evaluation.toml")
    (tmp_path / "live.toml").write_text(text, encoding="utf-8")
    assert "already there: rubric Live chat evaluation" in run("import", "live.toml").out
