"""Large JSON gives the same conversations piece by piece as at once."""

import json
from pathlib import Path

import pytest

from reviewer import importers
from reviewer.errors import Unreadable
from reviewer.importers.base import SNIFFED, Source
from reviewer.importers.fields import streaming

CHATS = [
    {"id": at, "messages": [{"sender": "ab"[turn % 2], "text": f"Words {turn} of “{at}” 😀."} for turn in range(20)]}
    for at in range(600)
]


def large(folder: Path, text: str) -> Source:
    path = folder / "chats.json"
    path.write_text(text, encoding="utf-8")
    return Source(path.name, path.read_bytes()[:SNIFFED], path)


@pytest.mark.parametrize("form", ["list", "lines"])
def test_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str):
    text = json.dumps(CHATS) if form == "list" else "\n".join(json.dumps(one) for one in CHATS)
    at_once = importers.read(Source("chats.json", text.encode()))
    monkeypatch.setattr(streaming, "LARGE", 1000)
    pieces = importers.read(large(tmp_path, text))
    assert len(pieces.conversations) == len(CHATS)
    assert pieces == at_once


def test_a_line_that_is_broken_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(streaming, "LARGE", 1000)
    lines = [json.dumps(one) for one in CHATS]
    lines[300] = lines[300][:-9]
    found = importers.read(large(tmp_path, "\n".join(lines)))
    assert len(found.conversations) == len(CHATS) - 1
    assert found.problems[0].where == (301, 301)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (json.dumps(CHATS)[:-40], "breaks off at line 1"),
        (json.dumps(CHATS)[:-1] + "," + "[" * 100_000 + "]" * 100_000 + "]", "lists within lists"),
    ],
    ids=["breaks off", "deep"],
)
def test_what_is_wrong_far_down_is_told_as_in_a_small_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, words: str
):
    monkeypatch.setattr(streaming, "LARGE", 1000)
    with pytest.raises(Unreadable, match=words):
        importers.read(large(tmp_path, text))


@pytest.mark.parametrize("odd", ["\ufeff", "NaN", "123456789012345678901234567890"])
def test_what_only_the_whole_reader_takes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, odd: str):
    monkeypatch.setattr(streaming, "LARGE", 1000)
    text = json.dumps(CHATS)
    text = odd + text if odd == "\ufeff" else text[:-2] + f', "score": {odd}}}]'
    assert len(importers.read(large(tmp_path, text)).conversations) == len(CHATS)
