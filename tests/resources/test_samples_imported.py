"""The sample chats are read by the same door as any file that people bring."""

import tomllib
from collections import Counter

import pytest

from reviewer import importers, resources
from reviewer.domain.transcript import Role
from reviewer.importers.base import Conversation, LineKind, Source

TABLET, RENEWAL, CAKE = "tablet-order.txt", "renewal-page.txt", "birthday-cake.txt"
LISTED: list[dict[str, str]] = tomllib.loads(resources.read_text("samples", "samples.toml"))["samples"]


def conversation(name: str) -> Conversation:
    """The one chat of a sample, of which nothing is odd."""
    found = importers.read(Source(name, resources.read_bytes("samples", name)))
    assert (found.problems, found.confidence, found.encoding) == ((), 1.0, "utf-8")
    assert not {LineKind.SKIPPED, LineKind.POSTAMBLE} & set(found.lines)
    (only,) = found.conversations
    return only


@pytest.mark.parametrize("sample", LISTED, ids=lambda sample: sample["file"])
def test_title_channel_and_number_of_turns(sample: dict[str, str]) -> None:
    chat = conversation(sample["file"])
    assert (chat.title, chat.channel) == (sample["title"], "Web chat")
    assert sample["caption"].startswith(f"{len(chat.turns)} turns, ")


@pytest.mark.parametrize(
    ("name", "agent", "first", "last", "counts"),
    [
        (TABLET, "Dana R.", "2026-03-03T10:02:00", "2026-03-03T10:14:00", (7, 7, 1)),
        (RENEWAL, "Tomas K.", "2026-03-11T14:20:00", "2026-03-11T14:56:00", (12, 12, 2)),
        (CAKE, "Priya M.", "2026-03-05T09:41:00", "2026-03-05T09:56:00", (7, 6, 1)),
    ],
)
def test_people_roles_and_times(name: str, agent: str, first: str, last: str, counts: tuple[int, int, int]) -> None:
    chat = conversation(name)
    assert {speaker.name: speaker.role for speaker in chat.speakers} == {
        agent: Role.AGENT,
        "Customer": Role.CUSTOMER,
    }
    names = {speaker.key: speaker.name for speaker in chat.speakers}
    by_speaker = Counter(names[turn.speaker] if turn.speaker else None for turn in chat.turns)
    assert (by_speaker[agent], by_speaker["Customer"], by_speaker[None]) == counts
    times = [turn.sent_at or "" for turn in chat.turns]
    assert times == sorted(times)
    assert (times[0], times[-1], chat.started_at) == (first, last, first)


def test_the_words_are_read_whole() -> None:
    for name in (TABLET, RENEWAL, CAKE):
        lines = resources.read_text("samples", name).split("\n")
        for turn in conversation(name).turns:
            (line,) = lines[turn.where[0] - 1 : turn.where[1]]
            assert line.endswith(f"] {turn.text}" if turn.speaker is None else f": {turn.text}")
