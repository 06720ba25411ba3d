"""Numbers, dates and counts in words."""

from fractions import Fraction

import pytest

from reviewer.exporters import wording


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026-03-03", "3 March 2026"),
        ("2026-12-31T23:59:00+02:00", "31 December 2026"),
        ("T10:02", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_day(iso: str | None, words: str) -> None:
    assert wording.day(iso) == words


@pytest.mark.parametrize(
    ("iso", "words"), [("2026-03-03T10:02:59", "10:02"), ("T09:05", "09:05"), ("2026-03-03", ""), (None, "")]
)
def test_clock(iso: str | None, words: str) -> None:
    assert wording.clock(iso) == words


@pytest.mark.parametrize(
    ("started", "first", "last", "words"),
    [
        ("2026-03-03", "2026-03-03T10:02:00", "2026-03-03T10:14:00", "3 March 2026, 10:02–10:14"),
        (None, "2026-03-03T10:02:00", "2026-03-03T10:02:30", "3 March 2026, 10:02"),
        (None, "T10:02", "T10:14", "10:02–10:14"),
        ("2026-03-03", None, None, "3 March 2026"),
        (None, None, None, ""),
    ],
)
def test_period(started: str | None, first: str | None, last: str | None, words: str) -> None:
    assert wording.period(started, first, last) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(120, "2 min later"), (130, "2 min 10 s later"), (3600, "1 h later"), (3905, "1 h 5 min later")],
)
def test_gap(seconds: int, words: str) -> None:
    assert wording.gap(seconds) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(Fraction(155, 4), "38.75"), (Fraction(1, 3), "0.33"), (Fraction(1, 200), "0.01"), (Fraction(100), "100.00")],
)
def test_points(number: Fraction, words: str) -> None:
    assert wording.points(number) == words


def test_counted() -> None:
    assert [wording.counted(count, "comment") for count in (0, 1, 2)] == ["0 comments", "1 comment", "2 comments"]


@pytest.mark.parametrize(
    ("earlier", "later", "seconds"),
    [
        ("2026-03-03T10:02:00", "2026-03-03T10:04:10", 130),
        ("T10:02", "T10:05:30", 210),
        ("T23:59", "T00:01", 0),
        ("T10:02", "2026-03-03T10:04:00", 0),
        ("2026-03-03T10:02:00", "2026-03-03T10:04:00+00:00", 0),
        (None, "T10:02", 0),
        ("T10:02", "Thalf past ten", 0),
    ],
)
def test_seconds_between(earlier: str | None, later: str, seconds: int) -> None:
    assert wording.seconds_between(earlier, later) == seconds
