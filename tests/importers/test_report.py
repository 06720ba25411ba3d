"""What `inspect --json` prints."""

import json

from reviewer.importers.report import report
from tests.importers.reading import found

PARTS = ["turn", "continuation", "system", "preamble", "postamble", "blank", "skipped"]


def test_the_keys_and_their_order():
    text = (
        "Lamp\n\nYou are now chatting with “Dana R.”\n\nDana R.: Hello\nagain\n\nOla: Hi\n\nDana R.: Yes?\n\nOla: No\n"
    )
    plain = report("chat.txt", found(text))
    assert json.loads(json.dumps(plain)) == plain
    assert list(plain) == [
        "file", "format", "confidence", "encoding", "error", "conversations", "ledger", "problems",
    ]  # fmt: skip
    (conversation,) = plain["conversations"]
    assert list(conversation) == ["title", "started_at", "speakers", "turns"]
    assert conversation["speakers"][0] == {
        "key": "dana r.", "name": "Dana R.", "role": "agent", "reason": "named in a system line", "turns": 2,
    }  # fmt: skip
    assert list(conversation["speakers"][0]) == ["key", "name", "role", "reason", "turns"]
    assert conversation["turns"][:2] == [
        {
            "number": 1, "kind": "system", "speaker": None, "role": "system", "sent_at": None,
            "text": "You are now chatting with “Dana R.”", "where": [3, 3],
        },
        {
            "number": 2, "kind": "message", "speaker": "dana r.", "role": "agent", "sent_at": None,
            "text": "Hello\nagain", "where": [5, 6],
        },
    ]  # fmt: skip
    assert list(conversation["turns"][0]) == ["number", "kind", "speaker", "role", "sent_at", "text", "where"]
    assert plain["ledger"] == {
        "total": 12, "turn": 4, "continuation": 1, "system": 1, "preamble": 1, "postamble": 0, "blank": 5, "skipped": 0,
    }  # fmt: skip
    assert list(plain["ledger"]) == ["total", *PARTS]
    assert plain["problems"] == []


def test_problems_are_plain_too():
    plain = report("chat.txt", found("Ola: a\n\nstill\n\nBo: b\n\nOla: c\n\nBo: d\n"))
    assert plain["problems"] == [
        {"where": [3, 3], "what": "Line 3 names no speaker. It was joined to turn 1.", "excerpt": "still"}
    ]


def test_a_sentence_in_place_of_what_was_found():
    assert report("a.txt", "a.txt could not be read: it holds no text.") == {
        "file": "a.txt",
        "format": None,
        "confidence": 0.0,
        "encoding": None,
        "error": "a.txt could not be read: it holds no text.",
        "conversations": [],
        "ledger": dict.fromkeys(["total", *PARTS], 0),
        "problems": [],
    }
