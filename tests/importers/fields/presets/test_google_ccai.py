"""Entries with microseconds."""

import json

import pytest

from tests.importers.reading import chat, found, roles, said, times


def entries(start: int) -> str:
    """Three entries, five seconds apart."""
    talk = [("CUSTOMER", "My lamp hums."), ("AUTOMATED_AGENT", "Which lamp?"), ("AGENT", "I can look.")]
    return json.dumps(
        {
            "entries": [
                {"text": text, "user_id": at, "role": role, "start_timestamp_usec": start + at * 5_000_000}
                for at, (role, text) in enumerate(talk)
            ]
        }
    )


def test_parts_are_those_of_the_file():
    text = entries(1_772_539_200_000_000)
    assert found(text, "ccai.json").format == "google_ccai"
    conversation = chat(text, "ccai.json")
    assert said(conversation)[1] == ("Automated agent", "Which lamp?")
    assert [role for role, _ in roles(conversation).values()] == ["customer", "bot", "agent"]


@pytest.mark.parametrize(
    ("start", "expected"), [(1_772_539_200_000_000, "2026-03-03T12:00:05+00:00"), (0, "T00:00:05")]
)
def test_times_since_1970_or_since_the_start(start: int, expected: str):
    assert times(chat(entries(start), "ccai.json"))[1] == expected
