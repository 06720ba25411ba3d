"""Dialogues in a car."""

import json

from tests.importers.reading import found, roles, said


def test_driver_and_assistant():
    turns = [
        {"turn": "driver", "data": {"end_dialogue": False, "utterance": "Is there tea on my way home?"}},
        {"turn": "assistant", "data": {"end_dialogue": False, "utterance": "Two miles from here.", "slots": {}}},
    ]
    dialogue = {"dialogue": turns, "scenario": {"uuid": "d-7", "kb": {"items": [{"poi": "Tea Hut"}]}}}
    result = found(json.dumps([dialogue, dialogue]), "kvret.json")
    assert (result.format, len(result.conversations)) == ("kvret", 2)
    first = result.conversations[0]
    assert first.title == "d-7"
    assert said(first) == [("driver", "Is there tea on my way home?"), ("assistant", "Two miles from here.")]
    assert {name: role for name, (role, _) in roles(first).items()} == {"driver": "customer", "assistant": "bot"}
