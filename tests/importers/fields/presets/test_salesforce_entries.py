"""Rows of entries, and entries as the service hands them out."""

import json

from tests.importers.reading import found, roles, said, times


def test_rows_fall_into_conversations():
    rows = [
        {
            "ConversationId": conversation,
            "ActorType": part,
            "ActorName": name,
            "EntryType": kind,
            "EntryTime": "2026-03-03T12:00:00.000+0000",
            "Message": text,
        }
        for conversation in ("0dw1", "0dw2")
        for part, name, kind, text in (
            ("EndUser", "Ola", "Text", "Where is my lamp?"),
            ("Bot", "Glow", "Text", "Let me look."),
            ("System", "System", "ParticipantChanged", None),
            ("Agent", "Mira", "Text", "On its way."),
        )
    ]
    for document in (rows, {"totalSize": 8, "records": rows}):
        result = found(json.dumps(document), "entries.json")
        assert result.format == "salesforce_entries"
        assert [one.title for one in result.conversations] == ["0dw1", "0dw2"]
        first = result.conversations[0]
        assert said(first) == [
            ("Ola", "Where is my lamp?"),
            ("Glow", "Let me look."),
            (None, "System (ParticipantChanged)"),
            ("Mira", "On its way."),
        ]
        assert [role for role, _ in roles(first).values()] == ["customer", "bot", "agent"]
        assert times(first)[0] == "2026-03-03T12:00:00+00:00"


def test_entries_of_the_service():
    talk = [("EndUser", "Ola", "Is it here?"), ("Agent", "Mira", "Nearly.")]
    entries = [
        {
            "entryType": "Message",
            "messageText": text,
            "sender": {"role": part, "subject": f"s-{name}"},
            "senderDisplayName": name,
            "clientTimestamp": 1_772_539_200_000,
        }
        for part, name, text in talk
    ]
    result = found(json.dumps({"conversationEntries": entries}), "entries.json")
    assert said(result.conversations[0]) == [("Ola", "Is it here?"), ("Mira", "Nearly.")]
