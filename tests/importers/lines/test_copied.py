"""Chats copied from a window or saved as text by an exporter, and numbered ones of research sets."""

import pytest

from reviewer.importers.lines.presets import discord_txt, tab_id, telegram_paste
from tests.importers.reading import chat, found, said, times

RULE = "=" * 62


@pytest.mark.parametrize("when", ["02-Jan-30 02:02 PM", "2030-01-02 14:02", "1/2/2030 2:02 PM"])
def test_discord(when: str):
    text = (
        f"{RULE}\nGuild: Mill\nChannel: Text / general\nTopic: bread\n{RULE}\n\n[{when}] mia#1234\nOven?\n\n"
        f"[{when}] Tom T. (pinned)\nno\n\n[sic] yet\n\n[{when}] mia#1234\nfine\n\n\n"
        f"{RULE}\nExported 3 message(s)\n{RULE}\n"
    )
    result = found(text)
    assert result.format == "discord_txt"
    (conversation,) = result.conversations
    assert said(conversation) == [("mia#1234", "Oven?"), ("Tom T.", "no\n\n[sic] yet"), ("mia#1234", "fine")]
    assert (times(conversation)[0] or "").endswith("T14:02:00")


def test_telegram():
    text = "Mia K, [02.01.30 10:02]\nOven?\n\nTom, [02.01.30 10:03]\nno\n\nyet\n\nMia K, [02.01.30 10:04]\nfine\n"
    result = found(text)
    assert result.format == "telegram_paste"
    assert said(result.conversations[0]) == [("Mia K", "Oven?"), ("Tom", "no\n\nyet"), ("Mia K", "fine")]
    assert times(result.conversations[0])[0] == "2030-01-02T10:02:00"


def test_numbers_and_tabs():
    talk = [("0", "My oven is cold"), ("1", "Is it on?"), ("0", "Yes it is"), ("1", "Then wait")]
    assert said(chat("\n".join(f"{name}\t{words}" for name, words in talk))) == talk


@pytest.mark.parametrize("text", ["1\tone apple\n2\ttwo pears\n3\tthree figs", "0\tx\n1\ty\n0\tz\n1\tw"])
def test_numbered_rows_are_no_turns(text: str):
    assert not any(tab_id.GRAMMAR.all_headers(text.split("\n")))


@pytest.mark.parametrize("sign", ["[", "\t", "1", "=", " ", "A", ",", "."])
def test_repeated_signs(sign: str):
    many = sign * 30_000
    lines = [RULE, "Guild: x", many, "[" + many, "A, [" + many, "1\t" + many, "\tA" + many, f"A, [2.1.30 10:02]{many}"]
    for grammar in (discord_txt.GRAMMAR, telegram_paste.GRAMMAR, tab_id.GRAMMAR):
        assert len(grammar.all_headers(lines)) == len(lines)
