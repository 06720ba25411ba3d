"""Exports of long chats come in pieces, and never stand in memory as a whole."""

import tracemalloc

import pytest

from reviewer.domain.annotation import Verdict
from reviewer.exporters.chat import Making, ReviewedChat
from reviewer.exporters.formats import Format
from reviewer.workspace.exporting.tool_forms import TOOL_FORMS
from tests.exporters.cases import made_for
from tests.exporters.reviews import VERSION, WHEN, Reviewed, comment, review_of

TURNS = 10_000
SHORT = ("csv", "xlsx", "jsonl", "qdc")
"""Forms that do not hold what was said in every turn."""
WORDS = "Words that go on for a while, so that a chat is long. " * 4


@pytest.fixture(scope="module")
def chat() -> Reviewed:
    made = review_of("Long chat", [(("Mira", "Customer")[at % 2], f"{WORDS}{at}") for at in range(TURNS)])
    made = made.commented(*(comment(made.span(at, 0, at, 5), 1, Verdict.NONE, "") for at in range(11, TURNS, 500)))
    return made.reworded(5, "Said better.")


@pytest.mark.parametrize(
    ("one", "kind"),
    [(one, kind) for one in TOOL_FORMS.values() for kind in one.kinds if one.name not in SHORT],
    ids=lambda value: value.name if isinstance(value, Format) else value,
)
def test_memory_stays_flat(chat: Reviewed, one: Format, kind: str) -> None:
    made_for(one, kind, review_of("Short", [("Mira", "Hello.")]))  # what is read once and kept, as names of days
    source = ReviewedChat(chat.full, lambda: iter(chat.turns))
    tracemalloc.start()
    total = longest = 0
    for _, pieces in one.writer([source], Making(WHEN, VERSION, kind, str)):
        for piece in pieces:
            total, longest = total + len(piece), max(longest, len(piece))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert total > TURNS * len(WORDS)
    assert longest < 100_000
    assert peak < total / 3
