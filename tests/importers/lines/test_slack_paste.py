"""Chats copied from the windows of Slack and Teams."""

import pytest

from reviewer.importers.lines.presets.slack_paste import GRAMMAR
from tests.importers.reading import found, said, times


def test_slack():
    text = (
        "Mia\n  11:58 AM\nOven?\n12:01\nIt is cold.\n:+1:\n2\nBake Bot\nAPP  12:02 PM\nno (edited)\n"
        "Rex\n  12:20 PM\nwas added to mill by Mia\nMia\n  12:21 PM\nfine\n"
    )
    result = found(text)
    assert (result.format, result.confidence >= 0.6) == ("slack_paste", True)
    (conversation,) = result.conversations
    assert said(conversation) == [
        ("Mia", "Oven?"), ("Mia", "It is cold.\n:+1:\n2"), ("Bake Bot", "no (edited)"),
        (None, "Rex was added to mill by Mia"), ("Mia", "fine"),
    ]  # fmt: skip
    assert times(conversation) == [f"T{clock}:00" for clock in ("11:58", "12:01", "12:02", "12:20", "12:21")]


def test_slack_with_links_and_names_copied_twice():
    link = "(https://mill.example/archives/C1/p2)"
    text = f"MiaMia  [Feb 7th at 11:25 AM]{link}\nOven?\n[11:26]{link}\ncold\nTomTom  [Feb 7th at 1:30 PM]{link}\nno\n"
    (conversation,) = found(text).conversations
    assert said(conversation) == [("Mia", "Oven?"), ("Mia", "cold"), ("Tom", "no")]
    assert times(conversation) == ["T11:25:00", "T11:26:00", "T13:30:00"]


def test_teams():
    text = "Doe, Jane (EXT)\n10:02:11 AM\nOven?\nTom\n10:03:11 AM\nno\n\nyet\nDoe, Jane (EXT)\n10:04:11 AM\nfine\n"
    (conversation,) = found(text).conversations
    assert said(conversation) == [("Doe, Jane (EXT)", "Oven?"), ("Tom", "no\n\nyet"), ("Doe, Jane (EXT)", "fine")]


@pytest.mark.parametrize("sign", ["1", " ", "[", "A", ":", "\u00a0"])
def test_repeated_signs(sign: str):
    many = sign * 30_000
    assert len(GRAMMAR.all_headers(["Mia", many, "x", "Mia", "  3:13 PM", many, f"{many}[3:14](https://x)", many])) == 8
    assert len(GRAMMAR.all_headers(["1:00"] * 30_000)) == 30_000
