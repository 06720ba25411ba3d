"""Files, cards and rich text: what is said without plain words is still a turn."""

import json
from typing import Any

import pytest

from tests.importers.reading import chat, said

NOON = "2026-03-03T12:00:00Z"
SECTION = {
    "type": "rich_text_section",
    "elements": [{"type": "text", "text": "see "}, {"type": "user", "user_id": "U2"}],
}
NODES = {
    "a": {
        "parent": None,
        "children": ["b"],
        "message": {
            "author": {"role": "user"},
            "content": {"parts": [{"asset_pointer": "file://1"}]},
            "metadata": {"attachments": [{"name": "lamp.png"}]},
        },
    },
    "b": {
        "parent": "a",
        "children": [],
        "message": {"author": {"role": "assistant"}, "content": {"parts": ["A lamp."]}},
    },
}

CASES: dict[str, tuple[Any, list[tuple[str | None, str]]]] = {
    "picture": ([{"mapping": NODES, "current_node": "b"}], [("user", "[lamp.png]"), ("assistant", "A lamp.")]),
    "poll": (
        {
            "messages": [
                {"type": "message", "date": NOON, "from": "Ola", "from_id": "u1", "poll": {"question": "Tea?"}},
                {"type": "message", "date": NOON, "from": "Bo", "from_id": "u2", "location_information": {"x": 1}},
            ]
        },
        [("Ola", "[poll: Tea?]"), ("Bo", "[location]")],
    ),
    "rich text": (
        [{"type": "message", "user": "U1", "ts": "1772539200.1", "text": "", "blocks": [{"elements": [SECTION]}]}],
        [("U1", "see <@U2>")],
    ),
    "card": (
        [
            {
                "type": "message",
                "channelId": "web",
                "from": {"id": "b", "name": "Glow", "role": "bot"},
                "attachments": [{"content": {"title": "Pick one", "text": "We have two."}}, {"name": "map.png"}],
            }
        ],
        [("Glow", "Pick one\nWe have two.\n[map.png]")],
    ),
    "rich message": (
        {
            "users": [{"id": "1", "name": "Mira", "type": "agent"}],
            "threads": [{"events": [{"type": "rich_message", "author_id": "1", "elements": [{"title": "Pick one"}]}]}],
        },
        [("Mira", "Pick one")],
    ),
    "first picture": (
        {
            "source": {"body": None, "author": {"type": "user", "name": "Ola"}, "attachments": [{"name": "a.png"}]},
            "conversation_parts": {"conversation_parts": []},
        },
        [("Ola", "[a.png]")],
    ),
    "recording": (
        {
            "parties": [{"name": "Ola"}, {"name": "Mira"}],
            "dialog": [{"type": "recording", "url": "a.wav"}],
            "analysis": [
                {"type": "transcript", "body": [{"speaker": 1, "text": "Yes."}, {"speaker": 0, "text": "No"}]}
            ],
        },
        [("Mira", "Yes."), ("Ola", "No")],
    ),
}  # fmt: skip
"""What is said to the document and the turns in it."""


@pytest.mark.parametrize("what", CASES)
def test_it_is_a_turn(what: str):
    document, expected = CASES[what]
    assert said(chat(json.dumps(document), "chat.json")) == expected
