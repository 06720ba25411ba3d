"""Clocks, dates, and what cannot be known."""

import pytest

from tests.importers.reading import chat, found, times


def timed(*stamps: str, above: str = "") -> str:
    names = ("Ola", "Bo")
    return above + "".join(f"[{stamp}] {names[at % 2]}: words\n" for at, stamp in enumerate(stamps))


@pytest.mark.parametrize(
    ("clock", "iso"),
    [
        ("10:02", "T10:02:00"), ("9:02:03", "T09:02:03"), ("1:38:39 PM", "T13:38:39"), ("12:05 am", "T00:05:00"),
        ("12:05 p.m.", "T12:05:00"), ("10.02", "T10:02:00"), ("2026-03-03 10:02", "2026-03-03T10:02:00"),
        ("2026-03-03T10:02:03.250Z", "2026-03-03T10:02:03+00:00"),
        ("2026-03-03 10:02+0200", "2026-03-03T10:02:00+02:00"),
    ],
)  # fmt: skip
def test_clocks(clock: str, iso: str):
    assert times(chat(timed(*[clock] * 4))) == [iso] * 4


@pytest.mark.parametrize("clock", ["25:00", "10:75", "2026-02-31 10:02"])
def test_a_clock_that_does_not_exist_is_no_time(clock: str):
    assert len(chat(timed("10:00", "10:01", "10:02", clock, "10:04")).turns) == 4


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("Date: 2026-03-03", "2026-03-03"), ("Started:\n3 March 2026", "2026-03-03"),
        ("Date: March 3rd, 2026", "2026-03-03"),

        ("Started: Tue, 03 Mar 2026", "2026-03-03"), ("Date: 13/03/2026", "2026-03-13"),
        ("Date: 3/13/26", "2026-03-13"),
    ],
)  # fmt: skip
def test_the_date_above_a_chat_dates_its_turns(label: str, day: str):
    conversation = chat(timed("10:02", "10:03", "10:04", "10:05", above=f"A lamp\n\n{label}\n\n"))
    assert times(conversation)[0] == f"{day}T10:02:00"
    assert conversation.started_at == f"{day}T10:02:00"


def test_a_chat_without_times_still_has_its_start():
    conversation = chat("Started: 02 Jan 2026 10:02:03\n\nOla: a\n\nBo: b\n\nOla: c\n\nBo: d\n")
    assert conversation.started_at == "2026-01-02T10:02:03"
    assert times(conversation) == [None] * 4


@pytest.mark.parametrize("value", ["", "31 Feb 2026", "soon", "99/99/2026", "2026"])
def test_a_date_that_is_none_is_left_out(value: str):
    conversation = chat(timed("10:02", "10:03", "10:04", "10:05", above=f"Date: {value}\n\n"))
    assert conversation.started_at is None


def test_a_date_that_can_be_read_in_two_ways_is_left_out_and_that_is_said():
    result = found(timed("10:02", "10:03", "10:04", "10:05", above="Date: 02/03/2026\n\n"))
    assert result.conversations[0].started_at is None
    assert [(problem.where, problem.what) for problem in result.problems] == [
        ((1, 1), "This date can be read in two ways, so it was left out.")
    ]


def test_one_date_settles_the_order_for_the_whole_file():
    conversation = chat(timed("02/03/2026, 10:02", "02/03/2026, 10:03", "13/03/2026, 9:00", "13/03/2026, 9:01"))
    assert times(conversation)[0] == "2026-03-02T10:02:00"
    conversation = chat(timed("02/03/2026, 10:02", "02/03/2026, 10:03", "02/13/2026, 9:00", "02/13/2026, 9:01"))
    assert times(conversation)[0] == "2026-02-03T10:02:00"


def test_without_one_only_the_times_are_kept():
    result = found(timed(*["02/03/2026, 10:02"] * 4))
    assert times(result.conversations[0]) == ["T10:02:00"] * 4
    assert [problem.what for problem in result.problems] == [
        "Dates such as 02/03/2026 can be read in two ways, so only the times were kept."
    ]


def test_past_midnight_it_is_the_next_day():
    conversation = chat(timed("23:58", "23:59", "0:03", "0:04", above="Date: 2026-12-31\n\n"))
    assert times(conversation)[1:3] == ["2026-12-31T23:59:00", "2027-01-01T00:03:00"]


def test_a_line_a_little_out_of_order_stays_on_its_day():
    conversation = chat(timed("10:05", "10:03", "10:06", "10:07", above="Date: 2026-12-31\n\n"))
    assert times(conversation)[:2] == ["2026-12-31T10:05:00", "2026-12-31T10:03:00"]
