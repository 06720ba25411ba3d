"""Files of ready comments on the command line."""

import json
from pathlib import Path

from reviewer import resources
from reviewer.domain.phrase_file import read_phrases
from tests.cli.conftest import Run

NAME = "live-chat-evaluation.toml"


def test_ready_comments_are_taken_once(run: Run, tmp_path: Path):
    text = resources.read_text("phrases", NAME)
    (tmp_path / "bank.toml").write_text(text, encoding="utf-8")
    count = len(read_phrases(text, NAME))
    assert run("import", "bank.toml").out == f"bank.toml: {count} ready comments added\n"
    assert run("import", "bank.toml").out == "bank.toml: 0 ready comments added\n"
    (outcome,) = json.loads(run("import", "bank.toml", "--json").out)
    assert outcome["already_there"]
    assert outcome["ready_comments"] == 0


def test_a_broken_file_is_refused_in_one_sentence(run: Run, tmp_path: Path):
    (tmp_path / "bank.toml").write_text('[[phrases]]\nverdict = "loud"\ntext = "Too short."\n', encoding="utf-8")
    ended = run("import", "bank.toml")
    assert ended.err.startswith("reviewer: bank.toml, comment 1 cannot be read: ")
    assert ended.err.count("\n") == 1
