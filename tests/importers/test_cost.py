"""The time to read grows with the length and no faster, whatever the text."""

import time
from contextlib import suppress

import pytest

from reviewer.errors import ReviewerError
from tests.importers.reading import chat, found

SECONDS = 3.0
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
    started = time.perf_counter()
    with suppress(ReviewerError):
        found(text)
    return time.perf_counter() - started


@pytest.mark.parametrize("piece", PIECES, ids=repr)
@pytest.mark.parametrize("place", ["{1}{0}{1}", "Ola: {0}{1}", "Date: {0}\n{1}", "[10:02] {0}{1}"])
def test_a_long_repetition(piece: str, place: str):
    assert seconds(place.replace("{0}", piece * MANY).replace("{1}", TURNS)) < SECONDS


@pytest.mark.parametrize("header", ["{name}: ", "**{name}:** ", "[10:02] {name}: "])
def test_a_hundred_thousand_turns(header: str):
    lines = (f"{header.format(name=('Ola', 'Dana R.')[at % 2])}this is turn {at} of very many" for at in range(100_000))
    text = "\n".join(lines)
    started = time.perf_counter()
    assert len(chat(text).turns) == 100_000
    assert time.perf_counter() - started < 3 * SECONDS


def test_as_many_names_as_turns():
    text = "\n".join(f"Name {at // 2} x: words and words" for at in range(MANY)) + "\n".join(
        f"Other{at}: I speak once here" for at in range(MANY)
    )
    assert seconds(text) < SECONDS
