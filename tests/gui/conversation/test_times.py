"""Times in words."""

import pytest

from reviewer.gui.conversation import times


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("2026-03-02T10:00:00", "2026-03-02T10:02:10", "2 min 10 s later"),
        ("2026-03-02T10:00", "2026-03-02T10:02", "2 min later"),
        ("2026-03-02T10:00:00", "2026-03-02T10:01:59", ""),
        ("2026-03-02T10:00", "2026-03-02T13:05", "3 h 5 min later"),
        ("2026-03-02T10:00", "2026-03-03T10:00", "1 day later"),
        ("2026-03-02T10:00", "2026-03-05T11:30", "3 days 1 h later"),
        ("2026-03-02T10:05", "2026-03-02T10:00", ""),
        ("2026-03-02T10:00+01:00", "2026-03-02T10:00", ""),
        ("2026-03-02", "2026-03-03", ""),
        (None, "2026-03-02T10:00", ""),
        ("yesterday", "today", ""),
    ],
)
def test_pauses(before: str | None, after: str | None, words: str):
    assert times.pause(before, after) == words


def test_the_date_of_a_chat():
    assert times.date_and_times("2026-03-03T10:02", "2026-03-03T10:14", "2026-11-01T00:00:00Z") == (
        "3 March, 10:02–10:14"
    )
    assert times.date_and_times("2025-03-03T10:02", None, "2026-11-01T00:00:00Z") == "3 March 2025, 10:02"
    assert times.date_and_times("2026-03-03", None, "2026-11-01T00:00:00Z") == "3 March"
    assert times.date_and_times(None, None, "2026-11-01T00:00:00Z") == ""
