"""Shapes of JSON that chat programs and sets of dialogues write, without a preset of their own."""

import json
from collections.abc import Sequence
from typing import Any

from tests.importers.reading import found, said

WORDS = (
    "The kettle I bought leaks at the handle.",
    "That should not be. When did you buy it?",
    "Last week, in the shop by the mill.",
    "Then bring it back, you get a new one.",
)
SIDES = ("customer", "agent")
SPOKEN = [(SIDES[at % 2], words) for at, words in enumerate(WORDS)]


def records(speaker: str, text: str, names: Sequence[str] = SIDES, **more: Any) -> list[dict[str, Any]]:
    """A record for each turn; what `more` holds is called with the number of the turn."""
    return [
        {speaker: names[at % 2], text: words, **{key: value(at) for key, value in more.items()}}
        for at, words in enumerate(WORDS)
    ]


def minute(at: int) -> str:
    return f"2031-05-06T09:0{at}:00Z"


def told(document: Any) -> tuple[list[list[tuple[str | None, str]]], list[str]]:
    """What is said in each conversation, and what the problems tell."""
    result = found(json.dumps(document), "chat.json")
    return [said(one) for one in result.conversations], [one.what for one in result.problems]


def test_what_is_newest_first_is_turned_round():
    listed = records("sender", "text", time=minute)[::-1]
    assert told({"messages": listed}) == ([SPOKEN], ["The newest turn stood first, so the order was turned round."])


def test_times_that_go_to_and_fro_keep_their_order():
    listed = records("sender", "text", time=lambda at: minute((at * 3) % 4))
    assert told(listed) == ([SPOKEN], [])


def test_html_becomes_plain_words():
    listed = [{**one, "body": f"<div><p>{one['body']}</p></div>"} for one in records("author", "body")]
    assert told(listed) == ([SPOKEN], ["The words were written as HTML, and are shown as plain words."])


def test_words_in_angle_brackets_stay_where_html_is_rare():
    listed = records("author", "body")
    listed[0]["body"] = "It says <b>stop</b> & <go>."
    (conversation,), problems = told(listed)
    assert (conversation[0], problems) == (("customer", "It says <b>stop</b> & <go>."), [])


def test_plain_words_are_taken_where_html_stands_beside_them():
    listed = records("user_id", "body_text", (501, 77), body=lambda at: f"<p>{WORDS[at]}</p>")
    (conversation,), problems = told(listed)
    assert (conversation, problems) == ([("501" if at % 2 == 0 else "77", text) for at, text in enumerate(WORDS)], [])
