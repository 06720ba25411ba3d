"""The time to read grows with the length and no faster, whatever the text."""

import time
from contextlib import suppress
from pathlib import Path

import pytest

from reviewer import importers
from reviewer.errors import ReviewerError
from reviewer.importers.base import SNIFFED, Options, Source
from tests.importers.reading import chat, found, source

SECONDS = 10.0
"""Of the processor. What grows faster than the length takes minutes."""
MANY = 30_000
TURNS = "\nOla: one\nBo: two\nOla: three\nBo: four\n"
PIECES = [
    *"a :*[(\t\u00a0.\n1-<{\"'”>,;#_=~é",
    *("a ", "a: ", "1:", "**", "**a", "[1", "has ", "12:00 ", "2026-01-01T00:00:00", "- ", ". ", "\r", "a\n", "(\n"),
    *(
        "1/2/3 ",
        "jan ",
        "Date: ",
        "> ",
        "\n\n",
        "a:\n",
        "X: \n",
        "* ",
        "! has joined ",
        "you are now ",
        "ERROR ",
        '","',
    ),
]


def seconds(text: str) -> float:
    started = time.process_time()
    with suppress(ReviewerError):
        found(text)
    return time.process_time() - started


@pytest.mark.parametrize("piece", PIECES, ids=repr)
@pytest.mark.parametrize("place", ["{1}{0}{1}", "Ola: {0}{1}", "Date: {0}\n{1}", "[10:02] {0}{1}"])
def test_a_long_repetition(piece: str, place: str):
    assert seconds(place.replace("{0}", piece * MANY).replace("{1}", TURNS)) < SECONDS


HEADERS = [
    "[2026-03-03, 10:02] ", "13/06/2026, 10:02 - ", "[13/06/2026, 10:02:03] ", "[2026-03-03 10:02:03] [", "( 1m 3s ) ",
    "Date: 2026-03-03 Time: 10:00:00 (UTC)", "Ola (10:02): ", "Ola (", "Ola 10:02", "10:02 ", "2 Jan 2030 10:02 ",
]  # fmt: skip


@pytest.mark.parametrize("header", HEADERS)
def test_a_long_repetition_in_every_style(header: str):
    for piece in [*"a :[(\t\u200e.\n1/,<-", "10:02 ", "1/2/3 ", "( 1s ) ", "a\n", "a: ", "Ola ", header]:
        assert seconds(f"{header}{piece * MANY}\n{TURNS}") < SECONDS
        assert seconds(f"{piece * MANY}{header}{TURNS}") < SECONDS


@pytest.mark.parametrize("header", ["{name}: ", "**{name}:** ", "[10:02] {name}: "])
def test_a_hundred_thousand_turns(header: str):
    lines = (f"{header.format(name=('Ola', 'Dana R.')[at % 2])}this is turn {at} of very many" for at in range(100_000))
    text = "\n".join(lines)
    started = time.process_time()
    assert len(chat(text).turns) == 100_000
    assert time.process_time() - started < 3 * SECONDS


def test_as_many_names_as_turns():
    text = "\n".join(f"Name {at // 2} x: words and words" for at in range(MANY)) + "\n".join(
        f"Other{at}: I speak once here" for at in range(MANY)
    )
    assert seconds(text) < SECONDS


@pytest.mark.parametrize("start", ["", TURNS])
def test_a_line_without_end_is_refused_at_once(start: str, tmp_path: Path):
    path = tmp_path / "endless.txt"
    with path.open("w", encoding="utf-8") as stream:
        stream.write(start)
        for _ in range(100):
            stream.write("all day long it hums and hums, " * 34_000)
    with path.open("rb") as stream:
        head = stream.read(SNIFFED)
    started = time.process_time()
    with pytest.raises(ReviewerError) as error:
        importers.read(Source("endless.txt", head, path))
    assert time.process_time() - started < SECONDS
    assert "line" in error.value.sentence


def test_marking_a_name_by_hand_costs_no_more():
    for piece in [*"a :*[(\t\u00a0->", "Ola", "Ola ", "10:02 ", "**", "> "]:
        started = time.process_time()
        with suppress(ReviewerError):
            importers.read(source(f"{TURNS}{piece * MANY}\nOla{piece * MANY}"), Options(names=("Ola", "Bo")))
        assert time.process_time() - started < SECONDS
