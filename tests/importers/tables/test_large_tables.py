"""Tables that are read row by row, and how long that takes."""

import csv
import time
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest

from reviewer import importers
from reviewer.errors import ReviewerError
from reviewer.importers.base import SNIFFED, Source
from reviewer.importers.tables import delimited
from tests.importers.tables.building import check, said, written

HEADINGS = ("chat_id", "sender", "text", "sent_at")


def chats(turns: int) -> str:
    rows = (
        (f"k-{at // 10}", ("Ola", "Mira")[at % 2], f"word {at}, and\nmore “words”", f"2026-03-02T10:{at % 60:02}:00Z")
        for at in range(turns)
    )
    return written([HEADINGS, *rows])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_pieces_give_what_the_whole_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str):
    content = chats(400).encode(encoding)
    whole = importers.read(Source("a.csv", content))
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    monkeypatch.setattr(delimited, "STREAMED_FROM", 100)
    monkeypatch.setattr(delimited, "PIECE", 1000)
    pieces = importers.read(Source("a.csv", content[:5000], path))
    check(pieces)
    assert pieces.conversations == whole.conversations
    assert pieces.lines == whole.lines
    assert pieces.encoding == whole.encoding


def test_a_first_look_at_a_large_table(tmp_path: Path):
    content = chats(60_000).encode() * 5
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    started = time.process_time()
    result = importers.read(Source("a.csv", content[:SNIFFED], path), most=SNIFFED)
    assert time.process_time() - started < 5.0
    assert result.partial
    check(result)
    assert said(result)[0][0] == ("Ola", "word 0, and\nmore “words”")
    assert 1000 < len(result.lines) < 10_000


def test_time_beside_the_reader_of_the_library():
    text = chats(16_823)
    started = time.process_time()
    rows = list(csv.reader(StringIO(text, newline="")))
    naive = time.process_time() - started
    started = time.process_time()
    result = importers.read(Source("a.csv", text.encode()))
    spent = time.process_time() - started
    assert len(result.lines) == len(rows)
    assert spent < max(5.0, 60 * naive)


@pytest.mark.parametrize(
    "piece",
    [*"a :*[({\t\u00a0.\n1-<\"'>,;|&_=é", "<p", "<a ", "[{", "a: ", "agent: ", "1:", "&amp;", "\\n", "1/2/3 "],
    ids=repr,
)
@pytest.mark.parametrize("form", ["{cell}", "{{cell"])
def test_a_cell_of_one_sign_again_and_again(piece: str, form: str):
    cell = form.replace("{cell}", piece * 30_000).replace("{{cell", "<p>[" + piece * 30_000)
    rows = [("Ola", "10:02", "it hums"), ("Bo", cell[:50], "since when"), ("Ola", "10:04", cell)] * 3
    started = time.process_time()
    with suppress(ReviewerError):
        importers.read(Source("a.csv", written([("sender", "time", "text"), *rows]).encode()))
    assert time.process_time() - started < 10.0
