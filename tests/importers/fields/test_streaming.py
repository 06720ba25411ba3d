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


def test_a_list_that_breaks_off_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(streaming, "LARGE", 1000)
    with pytest.raises(Unreadable, match="not whole"):
        importers.read(large(tmp_path, json.dumps(CHATS)[:-40]))
