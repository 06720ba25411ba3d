"""Shapes of JSON that chat programs and sets of dialogues write, without a preset of their own."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from reviewer import importers
from reviewer.errors import NoConversation
from tests.importers.reading import chat, found, roles, said, source

WORDS = (
    "The kettle I bought leaks at the handle.",
    "That should not be. When did you buy it?",
    "Last week, in the shop by the mill.",
    "Then bring it back, you get a new one.",
)
SIDES = ("customer", "agent")
SPOKEN = [(SIDES[at % 2], words) for at, words in enumerate(WORDS)]


def records(speaker: str, text: str, names: Sequence[Any] = SIDES, **more: Any) -> list[dict[str, Any]]:
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


def test_people_listed_beside_the_turns_give_names_and_parts():
    users = [{"id": 7, "name": "Inga Holm", "role": "end-user"}, {"id": 9, "name": "Otto Falk", "role": "agent"}]
    document = {"comments": records("author_id", "body", (7, 9)), "users": users}
    assert roles(chat(json.dumps(document), "chat.json")) == {
        "Inga Holm": ("customer", "the file says so"),
        "Otto Falk": ("agent", "the file says so"),
    }


@pytest.mark.parametrize(("key", "customer"), [("incoming", True), ("is_inbound", True), ("from_agent", False)])
def test_a_yes_or_no_tells_the_part(key: str, customer: bool):
    listed = records("user_id", "body_text", (501, 77), **{key: lambda at: (at % 2 == 0) is customer})
    found_roles = {name: role for name, (role, _) in roles(chat(json.dumps(listed), "chat.json")).items()}
    assert found_roles == {"501": "customer", "77": "agent"}


def test_turns_without_a_name_are_named_by_their_side():
    staff = {"first_name": "Otto", "last_name": "Falk"}
    listed = records("author", "text", (None, staff), is_inbound=lambda at: at % 2 == 0)
    assert [name for name, _ in said(chat(json.dumps(listed), "chat.json"))] == ["customer", "Otto Falk"] * 2


def test_users_are_staff_where_others_are_contacts():
    listed = records("author", "body", ({"id": 1, "type": "contact"}, {"id": 2, "type": "user"}))
    assert {name: role for name, (role, _) in roles(chat(json.dumps(listed), "chat.json")).items()} == {
        "1": "customer",
        "2": "agent",
    }


def test_events_without_words_do_not_hide_who_speaks():
    steps = [{"event": "slot", "timestamp": 1_900_000_000}, {"event": "action", "name": "listen"}]
    events = [step for one in records("event", "text", ("user", "bot")) for step in (*steps, one)]
    assert [name for name, _ in said(chat(json.dumps({"events": events}), "tracker.json"))] == ["user", "bot"] * 2


def test_speakers_and_times_stand_in_lists_and_objects():
    listed = [
        {
            "senders": [{"actorId": f"A-{at % 2}", "name": SIDES[at % 2]}],
            "msg": words,
            "ts": {"$date": 1_900_000_000 + at},
        }
        for at, words in enumerate(WORDS)
    ]
    conversation = chat(json.dumps(listed), "chat.json")
    assert (said(conversation), conversation.turns[1].sent_at) == (SPOKEN, "2030-03-17T17:46:41+00:00")


@pytest.mark.parametrize(
    "record",
    [
        {"level": "info", "msg": "the door was opened", "ts": 1_900_000_000},
        {"level": 30, "pid": 7, "hostname": "mill", "msg": "the door was opened", "name": "door"},
        {"severity": "WARNING", "user": "inga", "message": "the door stays shut"},
        {"PRIORITY": "6", "_HOSTNAME": "mill", "MESSAGE": "the door was opened again"},
    ],
)
def test_what_a_program_notes_down_is_no_talk(record: dict[str, Any]):
    with pytest.raises(NoConversation):
        importers.read(source("\n".join([json.dumps(record)] * 4), "door.jsonl"))


@pytest.mark.parametrize(
    "more",
    [
        {"author": lambda at: f"Writer {at}"},
        {"author": lambda at: f"Writer {at % 2}", "headline": lambda at: f"Tale {at}"},
        {"author": lambda at: "Writer"},
    ],
)
def test_texts_by_authors_are_asked_about(more: dict[str, Any]):
    result = found(json.dumps(records("id", "content", range(9), **more)), "tales.json")
    assert result.confidence < 0.6
    assert (result.question or "").startswith("Is this a conversation?")


def test_records_stand_one_level_deeper():
    wrapped = [{"type": "post", "post": one} for one in records("user", "message")]
    lines = "\n".join(json.dumps(one) for one in [{"type": "version", "version": 1}, *wrapped])
    assert said(chat(lines, "export.jsonl")) == SPOKEN
    edges = {"edges": [{"cursor": str(at), "node": one} for at, one in enumerate(records("sender", "text"))]}
    assert told(edges)[0] == [SPOKEN]


def test_members_of_an_object_are_put_in_order_by_their_times():
    listed = records("user_id", "message", create_at=lambda at: 1_900_000_000_000 + at)
    posts = {f"p{at}": listed[at] for at in (2, 0, 3, 1)}
    assert told({"order": ["p3", "p2", "p1", "p0"], "posts": posts}) == ([SPOKEN], [])


@pytest.mark.parametrize(
    "document",
    [
        {
            "features": [
                {"type": "Feature", "properties": {"name": f"Mill {at}", "comment": WORDS[at]}} for at in (0, 1)
            ]
        },
        {"data": [{"question": "Why is that?", "answers": [{"text": "the old mill", "answer_start": 3}]}] * 2},
        {"cells": [{"outputs": [{"name": "stdout", "text": ["the old mill\n"]}]}]},
    ],
    ids=["places", "answers", "outputs"],
)
def test_words_that_belong_to_something_else_are_no_talk(document: Any):
    with pytest.raises(NoConversation):
        importers.read(source(json.dumps(document), "mill.json"))


def test_bare_strings_are_turns_of_nobody_yet():
    for document in ({"dialog": WORDS, "act": [1, 2, 1, 2]}, [WORDS], {"id": "7", "data": WORDS}):
        result = found(json.dumps(document), "chat.json")
        assert [said(one) for one in result.conversations] == [[(None, words) for words in WORDS]]
        assert (result.question or "").startswith("Who speaks?")


def test_turns_in_pairs_can_have_numbers_for_names():
    spoken = [[at % 2, words] for at, words in enumerate(WORDS)]
    assert told({"dialog": spoken})[0] == [[(str(number), words) for number, words in spoken]]


def test_an_id_that_comes_again_is_a_name():
    assert told(records("id", "text", ("partner one", "partner two")))[0] == [
        [("partner one" if at % 2 == 0 else "partner two", words) for at, words in enumerate(WORDS)]
    ]


@pytest.mark.parametrize(
    "exchanges",
    [
        [{"queryText": WORDS[at], "fulfillmentText": WORDS[at + 1], "timestamp": minute(at)} for at in (0, 2)],
        [{"user": WORDS[at], "bot": WORDS[at + 1]} for at in (0, 2)],
        [
            {
                "request": {"input": {"text": WORDS[at]}, "context": {"conversation_id": "one"}},
                "response": {"output": {"generic": [{"response_type": "text", "text": WORDS[at + 1]}]}},
            }
            for at in (0, 2)
        ],
    ],
    ids=["named by their keys", "user and bot", "nested"],
)
def test_a_question_and_its_answer_in_one_record_are_two_turns(exchanges: list[dict[str, Any]]):
    conversation = chat(json.dumps(exchanges), "chat.json")
    assert [words for _, words in said(conversation)] == list(WORDS)
    assert {role for role, _ in roles(conversation).values()} == {"customer", "bot"}


def test_sets_of_prompts_are_asked_about():
    result = found(
        "\n".join(json.dumps({"prompt": WORDS[at], "completion": WORDS[at + 1]}) for at in (0, 2)), "x.jsonl"
    )
    assert [len(one.turns) for one in result.conversations] == [2, 2]
    assert (result.question or "").startswith("Is this a conversation?")
