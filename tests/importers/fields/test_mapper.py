"""Conversations are found in JSON of any shape."""

import json
from typing import Any

import pytest

from reviewer import importers
from reviewer.errors import NoConversation, Unreadable
from reviewer.importers.base import LineKind, Unit
from tests.importers.reading import chat, found, roles, said, source

TURNS = [
    {"speaker": "customer", "text": "My lamp came without its shade."},
    {"speaker": "agent", "text": "I am sorry. A shade leaves today."},
    {"speaker": "customer", "text": "Good, thank you."},
]
EXPECTED = [(one["speaker"], one["text"]) for one in TURNS]


def renamed(speaker: str, text: str) -> list[dict[str, Any]]:
    return [{speaker: one["speaker"], text: one["text"]} for one in TURNS]


@pytest.mark.parametrize(
    "document",
    [
        TURNS,
        {"id": 7, "messages": TURNS},
        [{"id": 7, "turns": TURNS}],
        {"chat-7": {"log": TURNS}},
        {"data": {"conversation": {"events": TURNS}}},
        renamed("role", "content"),
        renamed("sender", "message"),
        renamed("from", "body"),
        renamed("author", "utterance"),
        [{"author": {"name": one["speaker"]}, "data": {"utterance": one["text"]}} for one in TURNS],
        [{"from": {"user": {"displayName": one["speaker"]}}, "text": one["text"]} for one in TURNS],
        {"original": [[one["speaker"], one["text"]] for one in TURNS]},
        {"id": ["a"], "dialogue": [TURNS]},
        [json.dumps({"messages": TURNS})],
        {"transcript": "\n".join(f"{one['speaker']}: {one['text']}" for one in TURNS)},
        [{"role": one["speaker"], "content": [{"type": "text", "text": one["text"]}]} for one in TURNS],
    ],
    ids=lambda document: json.dumps(document)[:40],
)
def test_the_turns_are_found(document: Any):
    assert said(chat(json.dumps(document), "chat.json")) == EXPECTED


def test_parts_are_declared_by_the_file():
    assert roles(chat(json.dumps(TURNS), "chat.json")) == {
        "customer": ("customer", "the file says so"),
        "agent": ("agent", "the file says so"),
    }


def test_lines_of_json_that_are_turns_are_put_together_by_their_conversation():
    rows = "\n".join(json.dumps({"conversation_id": at // 3, **TURNS[at % 3]}) for at in range(6))
    by_row = found(rows, "chats.jsonl")
    assert [len(one.turns) for one in by_row.conversations] == [3, 3]
    assert by_row.ledger()["turn"] == 6
    assert by_row.unit is Unit.RECORD


def test_a_line_of_json_is_one_record():
    conversations = "\n".join(json.dumps({"id": at, "messages": TURNS}) for at in range(3))
    result = importers.read(source(f"{conversations}\n\n{{broken\n", "chats.jsonl"))
    assert [one.turns[0].where for one in result.conversations] == [(1, 1), (2, 2), (3, 3)]
    assert result.lines == (LineKind.TURN,) * 3 + (LineKind.BLANK, LineKind.SKIPPED)
    assert result.problems[0].what == "This line is no whole JSON, and was left out."


def test_what_the_program_is_told_is_a_system_line():
    document = {"messages": [{"role": "system", "content": "Be kind."}, {"role": "user", "content": "Hello there."}]}
    document["messages"] += [{"role": "assistant", "content": None, "tool_calls": [{"function": {"name": "look_up"}}]}]
    document["messages"] += [{"role": "assistant", "content": "It is sent."}]
    assert said(chat(json.dumps(document), "chat.json")) == [
        (None, "Be kind."),
        ("user", "Hello there."),
        (None, "(look_up)"),
        ("assistant", "It is sent."),
    ]


def test_a_system_that_answers_a_user_is_a_bot():
    turns = [{"speaker": "USER" if at % 2 else "SYSTEM", "utterance": f"Words number {at}."} for at in range(6)]
    assert roles(chat(json.dumps({"turns": turns}), "set.json"))["SYSTEM"][0] == "bot"


def test_without_a_speaker_the_preview_asks():
    result = found(json.dumps([{"text": f"Words number {at}."} for at in range(5)]), "chat.json")
    assert (result.question or "").startswith("Who speaks?")
    assert [name for name, _ in said(result.conversations[0])] == [None] * 5


def test_titles_times_and_channel():
    turns = [{**one, "created_at": 1772532120 + at} for at, one in enumerate(TURNS)]
    conversation = chat(json.dumps({"subject": "Missing shade", "channel": "chat", "messages": turns}), "x.json")
    assert (conversation.title, conversation.channel) == ("Missing shade", "chat")
    assert conversation.turns[1].sent_at == "2026-03-03T10:02:01+00:00"


def test_signs_come_through_unchanged():
    text = "  “Ödön” 👩🏻‍⚖️ \u00a0end "
    turns = [{"speaker": "a", "text": text}, {"speaker": "b", "text": "\ud800 half"}]
    assert [words for _, words in said(chat(json.dumps(turns), "x.json"))] == [text, "\ufffd half"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[{"speaker": "a", "text": "b"},\n {"spea', "breaks off at line 2"),
        ('[{"speaker": "a", "text": "b"},]', "has a mistake at line 1, column"),
        ("[" * 100_000, "lists within lists"),
        ('{"numbers": [1, 2, NaN]}', "without a conversation"),
        ('[{"id": 1}, {"id": 2}]', "hold id, and no words"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, words: str):
    with pytest.raises((Unreadable, NoConversation), match=words):
        found(text, "chat.json")


def test_a_key_that_comes_twice_is_told():
    result = found('[{"speaker": "a", "text": "One.", "text": "Two."}, {"speaker": "b", "text": "Three."}]', "x.json")
    assert said(result.conversations[0])[0] == ("a", "Two.")
    assert result.problems[0].what.startswith("“text” stands twice")


def test_one_author_of_many_texts_is_asked_about():
    articles = [
        {"author": "Ann", "title": f"Lamps {at}", "content": "Lamps give light in every room."} for at in range(6)
    ]
    result = found(json.dumps(articles), "articles.json")
    assert result.confidence == 0.5
    assert result.question


def test_two_short_lists_of_sentences_are_no_pairs():
    with pytest.raises(NoConversation):
        found(json.dumps([["Lamps are bright.", "So are stars."], ["Rooms are dark.", "So are nights."]]), "x.json")
