"""Whatever a JSON file holds, no preset fails on it, and every record is counted."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import importers
from reviewer.errors import ReviewerError
from reviewer.importers.base import Source
from reviewer.importers.drafts import assembled
from reviewer.importers.fields.family import MAPPER
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.registry import JSON_PRESETS

KEYS = st.sampled_from(
    [
        *(
            "messages",
            "text",
            "from",
            "from_id",
            "type",
            "date",
            "sender_name",
            "timestamp_ms",
            "content",
            "ts",
            "user",
        ),
        *("conversation_parts", "source", "body", "author", "Transcript", "Participants", "ParticipantId", "Content"),
        *("original", "scenario", "Events", "Agent", "Action", "Text", "role", "turns", "utterance", "speaker", "id"),
        *("channelId", "activities", "history", "threads", "events", "mapping", "dialog", "parties", "log", "entries"),
    ]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-5, 2**40)
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(
        ["message", "service", "utter", "agent", "customer", "system", "MESSAGE", "EVENT", "2026-03-03T10:00:00Z"]
    )
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=30
)


@pytest.mark.parametrize("preset", [*JSON_PRESETS, MAPPER], ids=lambda preset: preset.key)
@settings(max_examples=60)
@given(value=VALUES)
def test_no_preset_fails(preset: JsonPreset, value: Any):
    sure = preset.fits(value)
    assert 0 <= sure <= 1
    records = Records()
    for draft in preset.read(value, records):
        made = assembled(draft, "x")
        assert all(1 <= turn.where[0] <= len(records.kinds) for turn in made.turns)


@settings(max_examples=120)
@given(value=VALUES)
def test_a_document_is_read_or_refused(value: Any):
    try:
        found = importers.read(Source("x.json", json.dumps(value).encode()))
    except ReviewerError:
        return
    ledger = found.ledger()
    assert ledger.pop("total") == len(found.lines) == sum(ledger.values())
    assert len(found.texts) == len(found.lines)
