"""Turns in sentences."""

import json

from tests.importers.reading import found, roles, said


def test_sentences_of_a_turn_stand_together():
    turns = [
        {"is_agent": False, "sentences": ["@Lamps My shade is torn.", "Can you help?"]},
        {"is_agent": True, "sentences": ["@77 Sure."]},
    ]
    line = json.dumps({"conversation_id": "c7", "dialog": {"turns": turns}, "annotations": {}})
    result = found(f"{line}\n{line}\n", "tweets.jsonl")
    assert (result.format, len(result.conversations)) == ("tweetsumm", 2)
    first = result.conversations[0]
    assert said(first) == [("customer", "@Lamps My shade is torn. Can you help?"), ("agent", "@77 Sure.")]
    assert roles(first) == {"customer": ("customer", "the file says so"), "agent": ("agent", "the file says so")}
