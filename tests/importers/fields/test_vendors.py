"""A small chat about a lamp, as each program exports it."""

import json
from typing import Any

import pytest

from reviewer.errors import NoConversation
from tests.importers.reading import chat, found, roles, said

ASK, ANSWER, THANKS = "My lamp came without its shade.", "I am sorry. A shade leaves today.", "Good, thank you."
NOON = "2026-03-03T12:00:00Z"
EPOCH = 1772539200

DOCUMENTS: dict[str, Any] = {
    "telegram": {
        "name": "Lamps",
        "messages": [
            {"id": 1, "type": "service", "date": NOON, "actor": "Ola", "action": "create_group"},
            {"id": 2, "type": "message", "date": NOON, "from": "Ola", "from_id": "user1", "text": ASK},
            {
                "id": 3, "type": "message", "date": NOON, "from": "Mira", "from_id": "user2",
                "text": ["I am sorry. ", {"type": "bold", "text": "A shade leaves today."}],
            },
            {"id": 4, "type": "message", "date": NOON, "from": "Ola", "from_id": "user1", "text": THANKS},
        ],
    },
    "messenger": {
        "messages": [
            {"sender_name": "Ola", "timestamp_ms": (EPOCH + 2) * 1000, "content": THANKS},
            {"sender_name": "Mira", "timestamp_ms": (EPOCH + 1) * 1000, "content": ANSWER},
            {"sender_name": "Ola", "timestamp_ms": EPOCH * 1000, "content": ASK},
        ]
    },
    "slack": [
        {"type": "message", "user": "Ola", "text": ASK, "ts": f"{EPOCH}.0001"},
        {"type": "message", "subtype": "channel_join", "user": "Bo", "text": "<@Bo> has joined", "ts": f"{EPOCH}.0002"},
        {"type": "message", "user": "Mira", "text": ANSWER, "ts": f"{EPOCH}.0003"},
        {"type": "message", "user": "Ola", "text": THANKS, "ts": f"{EPOCH}.0004"},
    ],
    "bot_framework": [
        {"type": "conversationUpdate", "channelId": "test", "timestamp": NOON},
        {"type": "message", "channelId": "test", "from": {"id": "1", "name": "Ola", "role": "user"}, "text": ASK},
        {"type": "message", "channelId": "test", "from": {"id": "2", "name": "Mira", "role": "bot"}, "text": ANSWER},
        {"type": "message", "channelId": "test", "from": {"id": "1", "name": "Ola", "role": "user"}, "text": THANKS},
    ],
    "intercom": {
        "type": "conversation",
        "source": {"body": f"<p>{ASK}</p>", "author": {"type": "user", "id": "1", "name": "Ola"}},
        "conversation_parts": {
            "conversation_parts": [
                {"part_type": "comment", "body": f"<p>{ANSWER}</p>", "author": {"type": "admin", "name": "Mira"}},
                {"part_type": "note", "body": "<p>Look into it.</p>", "author": {"type": "admin", "name": "Mira"}},
                {"part_type": "comment", "body": f"<p>{THANKS}</p>", "author": {"type": "user", "id": "1"}},
            ]
        },
    },
    "amazon_connect": {
        "Participants": [
            {"ParticipantId": "a", "ParticipantRole": "CUSTOMER", "DisplayName": "Ola"},
            {"ParticipantId": "b", "ParticipantRole": "AGENT", "DisplayName": "Mira"},
        ],
        "Transcript": [
            {"ParticipantId": "a", "Type": "EVENT", "ContentType": "x.event.participant.joined", "AbsoluteTime": NOON},
            {"ParticipantId": "a", "Type": "MESSAGE", "Content": ASK, "AbsoluteTime": NOON},
            {"ParticipantId": "b", "Type": "MESSAGE", "Content": ANSWER, "AbsoluteTime": NOON},
            {"ParticipantId": "a", "Type": "MESSAGE", "Content": THANKS, "AbsoluteTime": NOON},
        ],
    },
    "zendesk_chat": {
        "id": "7",
        "type": "chat",
        "visitor": {"name": "Ola"},
        "history": [
            {"type": "chat.memberjoin", "name": "Ola", "timestamp": NOON},
            {"type": "chat.msg", "name": "Ola", "nick": "visitor", "msg": ASK, "timestamp": NOON},
            {"type": "chat.msg", "name": "Mira", "nick": "agent:12", "msg": ANSWER, "timestamp": NOON},
            {"type": "chat.msg", "name": "Ola", "nick": "visitor", "msg": THANKS, "timestamp": NOON},
        ],
    },
    "livechat": {
        "id": "L7",
        "users": [{"id": "1", "name": "Ola", "type": "customer"}, {"id": "2", "name": "Mira", "type": "agent"}],
        "threads": [
            {
                "events": [
                    {"type": "message", "author_id": "1", "text": ASK, "created_at": NOON},
                    {"type": "system_message", "text": "Mira has joined", "created_at": NOON},
                    {"type": "message", "author_id": "2", "text": ANSWER, "created_at": NOON},
                    {"type": "message", "author_id": "1", "text": THANKS, "created_at": NOON},
                ]
            }
        ],
    },
    "discord": {
        "guild": {"name": "Lamps"},
        "channel": {"name": "orders"},
        "messages": [
            {"type": "Default", "timestamp": NOON, "content": ASK, "author": {"id": "1", "nickname": "Ola"}},
            {"type": "GuildMemberJoin", "timestamp": NOON, "content": "", "author": {"id": "3", "name": "Bo"}},
            {"type": "Reply", "timestamp": NOON, "content": ANSWER, "author": {"id": "2", "name": "Mira"}},
            {"type": "Default", "timestamp": NOON, "content": THANKS, "author": {"id": "1", "name": "Ola"}},
        ],
    },
    "vcon": {
        "vcon": "0.0.1",
        "parties": [{"name": "Ola", "role": "customer"}, {"name": "Mira", "role": "agent"}],
        "dialog": [
            {"type": "text", "start": NOON, "parties": [0, 1], "body": ASK},
            {"type": "text", "start": NOON, "parties": [1, 0], "originator": 1, "body": ANSWER},
            {"type": "text", "start": NOON, "originator": 0, "body": THANKS},
        ],
    },
}  # fmt: skip
"""The key of the format to one chat between Ola and Mira."""


@pytest.mark.parametrize("key", DOCUMENTS)
def test_the_same_chat(key: str):
    result = found(json.dumps(DOCUMENTS[key]), "chat.json")
    assert result.format == key
    assert result.confidence >= 0.9
    turns = [(name, text) for name, text in said(result.conversations[0]) if name]
    expected = [ASK, ANSWER, THANKS]
    assert [text for _, text in turns] == expected
    assert [name for name, _ in turns] == ["Ola", "Mira", "Ola"]


@pytest.mark.parametrize("key", ["intercom", "amazon_connect", "zendesk_chat", "livechat", "vcon"])
def test_parts_are_taken_from_the_file(key: str):
    parts = {name: role for name, (role, _) in roles(chat(json.dumps(DOCUMENTS[key]), "chat.json")).items()}
    assert parts == {"Ola": "customer", "Mira": "agent"}


def test_people_are_known_by_their_id_not_their_name():
    document = json.loads(json.dumps(DOCUMENTS["amazon_connect"]))
    for one in document["Participants"]:
        one["DisplayName"] = "[PII]"
    conversation = chat(json.dumps(document), "chat.json")
    assert [(one.name, one.role.value, one.turns) for one in conversation.speakers] == [
        ("[PII]", "customer", 2),
        ("[PII]", "agent", 1),
    ]


def test_signs_that_messenger_spoils_are_mended():
    whole = {"sender_name": "Zo\u00c3\u00ab", "timestamp_ms": 1, "content": "5 \u20ac"}
    spoiled = {"sender_name": "Bo", "timestamp_ms": 0, "content": "caf\u00c3\u00a9"}
    conversation = chat(json.dumps({"messages": [whole, spoiled]}), "m.json")
    assert said(conversation) == [("Bo", "café"), ("Zoë", "5 €")]


def test_the_branch_of_a_tree_that_was_shown_last():
    def node(key: str, parent: str | None, role: str, text: str) -> dict[str, Any]:
        message = {"author": {"role": role}, "content": {"parts": [text]}, "create_time": EPOCH}
        return {"id": key, "parent": parent, "children": [], "message": message}

    mapping = {
        "a": node("a", None, "user", ASK),
        "b": node("b", "a", "assistant", "Another answer."),
        "c": node("c", "a", "assistant", ANSWER),
    }
    conversation = chat(json.dumps([{"title": "Lamps", "mapping": mapping, "current_node": "c"}]), "conversations.json")
    assert said(conversation) == [("user", ASK), ("assistant", ANSWER)]


def test_names_and_mentions_of_a_whole_slack_channel():
    document = {
        "channel": {"name": "orders"},
        "users": [{"id": "U1", "name": "ola", "profile": {"display_name": "Ola"}}],
        "messages": [
            {"user": "U1", "text": "<@U1> &amp; co", "ts": f"{EPOCH}.1"},
            {"user": "U9", "text": "x", "ts": f"{EPOCH}.2"},
        ],
    }
    conversation = chat(json.dumps(document), "orders.json")
    assert conversation.title == "orders"
    assert said(conversation) == [("Ola", "@Ola & co"), ("U9", "x")]


def test_the_log_of_a_set_of_dialogues_takes_turns():
    log = [{"text": ASK, "metadata": {}}, {"text": ANSWER, "metadata": {}}]
    conversation = chat(json.dumps({"SNG01.json": {"goal": {}, "log": log}}), "data.json")
    assert (conversation.title, said(conversation)) == ("SNG01", [("user", ASK), ("system", ANSWER)])


def test_ids_without_words_are_refused_with_the_reason():
    with pytest.raises(NoConversation, match="hold conversation_id, offset, and no words"):
        found(json.dumps([{"conversation_id": at, "offset": 3} for at in range(5)]), "ids.json")
