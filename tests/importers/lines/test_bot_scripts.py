"""Scripts of talks with bots: Chatdown and Botium."""

import pytest

from reviewer.importers.lines.presets import botium, chatdown
from tests.importers.reading import found, said


def test_chatdown():
    text = (
        "> how to bake\nuser=Kim\nbot=Lumi\n\nuser: Oven?\nbot: no\n[Typing][Delay=2]\nLumi->Kim: wait\n"
        "[Attachment=\ncard: a.json\n]\nLUMI: now\nKim: fine\n"
    )
    result = found(text, "bake.chat")
    assert (result.format, result.confidence) == ("chatdown", 1.0)
    assert said(result.conversations[0]) == [
        ("Kim", "Oven?"), ("Lumi", "no\n[Typing][Delay=2]"), ("Lumi", "wait\n[Attachment=\ncard: a.json\n]"),
        ("Lumi", "now"), ("Kim", "fine"),
    ]  # fmt: skip


def test_chatdown_with_one_name():
    assert said(found("user=Kim\n\nuser: Oven?\nbot: no\n").conversations[0]) == [("Kim", "Oven?"), ("bot", "no")]


def test_botium():
    text = "Bake bread\n\n#begin\nOVEN|on\n\n#me\nOven?\n\n#bot\nno\n\nyet\n\n#me\n\n#bot\nnow\n\n#end\nOVEN|off\n"
    result = found(text, "bake.convo.txt")
    assert result.format == "botium"
    (conversation,) = result.conversations
    assert said(conversation) == [
        (None, "#begin\nOVEN|on"), ("me", "Oven?"), ("bot", "no\n\nyet"), ("me", ""), ("bot", "now"),
        (None, "#end\nOVEN|off"),
    ]  # fmt: skip
    assert conversation.title == "Bake bread"


def test_headings_are_no_parts():
    assert not any(botium.GRAMMAR.all_headers(["#bread", "flour", "#butter", "salt"]))
    assert not any(chatdown.GRAMMAR.all_headers(["user: x", "bot: y"]))


@pytest.mark.parametrize("sign", ["#", "[", "]", ":", "=", "a", " ", "->"])
def test_repeated_signs(sign: str):
    lines = ["user=Kim", "#me", sign * 30_000, "user" + sign * 30_000, "#" + sign * 30_000, "user=" + sign * 30_000]
    for grammar in (botium.GRAMMAR, chatdown.GRAMMAR):
        assert len(grammar.all_headers(lines)) == len(lines)
