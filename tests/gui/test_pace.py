"""The time left of a job: when it is told, how it is rounded, and that it does not jump."""

from itertools import pairwise
from random import Random

import pytest

from reviewer.gui.pace import Pace, as_people_say, heard, left_words, with_time_left


def run(steps, total):
    """What a person reads after each of (seconds, done)."""
    pace, said = None, []
    for now, done in steps:
        pace = heard(pace, now, done, total)
        said.append(with_time_left("Working", pace))
    return said


def told(steps, total):
    """The seconds told after each of (seconds, done)."""
    pace, said = None, []
    for now, done in steps:
        pace = heard(pace, now, done, total)
        said.append(pace.told)
    return said


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "a few seconds"),
        (7, "a few seconds"),
        (8, "about 10 s"),
        (44, "about 40 s"),
        (54, "about 50 s"),
        (56, "about 1 min"),
        (100, "about 2 min"),
        (569, "about 9 min"),
        (571, "about 10 min"),
        (14 * 60, "about 15 min"),
        (57 * 60, "about 55 min"),
        (58 * 60, "about 1 h"),
        (80 * 60, "about 1 h 30 min"),
        (7_300, "about 2 h"),
    ],
)
def test_times_are_rounded_as_people_say_them(seconds, words):
    assert left_words(as_people_say(seconds)) == words


def test_nothing_is_said_before_ten_seconds():
    said = run([(second, second) for second in range(12)], 140)
    assert set(said[:10]) == {"Working"}
    assert said[10:] == ["Working, about 2 min left"] * 2


def test_a_steady_job_counts_down_without_a_jump():
    said = told([(second, second) for second in range(600)], 600)
    heard_of = [one for one in said if one]
    assert heard_of[0] == 600
    assert heard_of == sorted(heard_of, reverse=True)
    assert all(abs(one - (600 - second)) <= 150 for second, one in enumerate(said) if one)
    assert said[-1] == 5


def test_an_uneven_pace_goes_up_only_where_it_is_clear():
    chance = Random(4)
    now, steps = 0.0, []
    for done in range(400):
        steps.append((now, done))
        now += chance.choice((0.1, 0.2, 1.4))
    said = [one for one in told(steps, 400) if one]
    ups = [(before, after) for before, after in pairwise(said) if after > before]
    assert all(after >= before * 1.2 for before, after in ups)
    assert len(ups) <= 3


def test_a_job_that_slows_down_says_so():
    fast = [(second, 10 * second) for second in range(21)]
    slow = [(20 + second, 200 + second) for second in range(1, 121)]
    said = told(fast + slow, 1000)
    assert said[20] == 120
    assert said[-1] == 6 * 60


def test_a_new_stage_is_timed_anew():
    first = [(second, second) for second in range(20)]
    assert heard(heard(None, 0, 5, 20), 12, 0, 20) == Pace(20, 12, 12, 0)
    assert run([*first, (20, 0), (21, 1)], 20)[-1] == "Working"
    assert heard(heard(None, 0, 5, 20), 12, 6, 40) == Pace(40, 12, 12, 6)


def test_what_has_no_end_or_no_pace_has_no_time_left():
    assert run([(0, 0), (11, 0), (30, 0)], 0)[-1] == "Working"
    assert run([(0, 0), (11, 0), (30, 0)], 8)[-1] == "Working"
    assert run([(0, 0), (0, 4), (0, 5)], 8)[-1] == "Working"
    assert run([(0, 0), (20, 4), (40, 8)], 8)[1:] == ["Working, about 20 s left", "Working"]
    assert with_time_left("", heard(heard(None, 0, 0, 9), 20, 1, 9)) == ""
