"""A long page comes in pieces, and never stands in memory as a whole."""

import tracemalloc
from collections.abc import Iterator

from reviewer.domain.annotation import Verdict
from reviewer.domain.transcript import Turn
from reviewer.exporters.html import page
from tests.exporters.reviews import VERSION, WHEN, comment, review_of

TURNS = 20_000


def test_twenty_thousand_turns() -> None:
    chat = review_of("Long chat", [(("Mira", "Customer")[at % 2], f"Words of turn {at + 1}.") for at in range(TURNS)])
    chat = chat.commented(*(comment(chat.span(at, 0, at, 5), 1, Verdict.NONE, "") for at in range(10, TURNS, 100)))
    pieces = iter(page(chat.full, lambda: chat.turns, kind="feedback", when=WHEN, version=VERSION))
    next(pieces)
    tracemalloc.start()
    length = longest = 0
    for piece in pieces:
        length, longest = length + len(piece), max(longest, len(piece))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length > 100 * TURNS
    assert longest < 100_000
    assert peak < length / 4


def test_turns_are_read_as_the_page_goes_on() -> None:
    chat = review_of("Long chat", [("Mira", f"Words of turn {at + 1}.") for at in range(1000)])
    read: list[int] = []

    def turns() -> Iterator[Turn]:
        for turn in chat.turns:
            read.append(turn.position)
            yield turn

    pieces = iter(page(chat.full, turns, kind="revised", when=WHEN, version=VERSION))
    text = ""
    while "Words of turn 1." not in text:
        text += next(pieces)
    assert len(read) < 2 * len(chat.turns)
    text += "".join(pieces)
    assert "Words of turn 1000." in text
