"""Logs of IRC, as different programs write them."""

import pytest

from reviewer.importers.lines.presets.irc import GRAMMAR
from tests.importers.reading import chat, found, said, times

TALK = [("ada", "is the mill open?"), ("Bo[w]", "it is: come"), ("ada", "fine"), ("Bo[w]", "till six")]


@pytest.mark.parametrize(
    ("form", "time"),
    [
        ("10:02 <@{nick}> {text}", "T10:02:00"), ("10:02 < {nick}> {text}", "T10:02:00"),
        ("[10:02] <{nick}> {text}", "T10:02:00"), ("[10:02:03] <+{nick}> {text}", "T10:02:03"),
        ("<{nick}> {text}", None), ("< {nick}> {text}", None), ("Jan 13 04:39:42 <{nick}>\t{text}", "T04:39:42"),
        ("2030-01-02 10:02:03\t{nick}\t{text}", "2030-01-02T10:02:03"),
        ("2030-01-02T10:02:03 <{nick}> {text}", "2030-01-02T10:02:03"),
        ("[10:02] <{nick}!me@host.example> {text}", "T10:02:00"),
        ("[10:02] \x0304,01<\x02{nick}\x02>\x0f {text}", "T10:02:00"),
    ],
)  # fmt: skip
def test_programs(form: str, time: str | None):
    result = found("\n".join(form.format(nick=nick, text=text) for nick, text in TALK))
    assert (result.format, result.confidence >= 0.6) == ("irc", True)
    assert said(result.conversations[0]) == TALK
    assert times(result.conversations[0]) == [time] * 4


def test_acts_are_turns_and_joins_are_not():
    text = (
        "--- Log opened Wed Jan 02 10:00:00 2030\n10:01 -!- ada [~a@host] has joined #mill\n10:02 <ada> hello\n"
        "10:03  * Bo waves\n10:04 <Bo Server] > hm\n--- Day changed Thu Jan 03 2030\n00:01 <ada> late\n"
        "00:02 * ada (~a@host) has quit (gone)\n"
    )
    conversation = chat(text)
    assert [turn for turn in said(conversation) if turn[0]] == [
        ("ada", "hello"), ("Bo", "waves"), ("Bo Server]", "hm"), ("ada", "late"),
    ]  # fmt: skip
    assert sum(name is None for name, _ in said(conversation)) == 4
    assert "2030-01-02T10:03:00" in times(conversation)
    assert "2030-01-03T00:01:00" in times(conversation)


def test_web_logs_and_tabbed_logs():
    conversation = chat("=== ada [a@host] has joined #mill\n<ada> hello\n<Bo> hi\n* Bo yawns\n*** ada has quit\n")
    assert [turn for turn in said(conversation) if turn[0]] == [("ada", "hello"), ("Bo", "hi"), ("Bo", "yawns")]
    tabbed = "".join(
        f"2030-01-02 10:02:03\t{rest}\n"
        for rest in (
            "-->\tada (a@host) has joined #mill",
            "@ada\thello",
            " *\tBo waves",
            "Bo\thi",
            "--\tMode #mill [+o]",
        )
    )
    assert [turn for turn in said(chat(tabbed)) if turn[0]] == [("ada", "hello"), ("Bo", "waves"), ("Bo", "hi")]


@pytest.mark.parametrize("text", ["* one thing\n* two things", "<p> a\n<b> b\n<p> c", "10:02 start\n10:05 end"])
def test_other_lists(text: str):
    assert not any(GRAMMAR.all_headers(text.split("\n")))


@pytest.mark.parametrize("sign", ["<", "*", "1", "[", "\x03", "=", "-", " ", "\t", "J"])
def test_repeated_signs(sign: str):
    assert len(GRAMMAR.all_headers([sign * 30_000, "<a> " + sign * 30_000, "[10:02] " + sign * 30_000])) == 3


def test_a_quiet_channel_where_most_lines_are_joins():
    joins = "".join(f"10:0{at} -!- guest{at} [~g@host] has joined #mill\n" for at in range(9))
    conversation = chat(
        f"--- Log opened Wed Jan 02 10:00:00 2030\n10:00 [Users #mill]\n{joins}10:10 <ada> hi\n10:11 <Bo> hm\n"
    )
    assert [turn for turn in said(conversation) if turn[0]] == [("ada", "hi"), ("Bo", "hm")]
    assert len(conversation.turns) == 13


@pytest.mark.parametrize(
    "when",
    ["[02-Jan-2030 10:02:03]", "2030/01/02 10:02:03", "[Wed Jan 02 2030 10:02:03]", "(10:02:03)", "Jan 02 10:02:03"],
)
def test_other_times(when: str):
    conversation = chat(f"Session Start: Wed Jan 02 10:00:00 2030\n{when} <ada!a@host> +hi\n{when} <@Bo> hm\n")
    assert said(conversation)[1:] == [("ada", "hi"), ("Bo", "hm")]
    assert times(conversation)[1:] == ["2030-01-02T10:02:03"] * 2
