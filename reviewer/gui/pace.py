"""How long a job still takes, from the pace it has kept, in words that do not jump."""

from dataclasses import dataclass, replace
from typing import Final

QUIET_SECONDS: Final = 10
"""So long a job runs before the time left is told."""
MEMORY_SECONDS: Final = 40
"""About so far back the pace is looked at."""
CLEARLY_LONGER: Final = 1.4
NEARLY: Final = 1.1
"""The time told grows where the job takes that much longer than was told, and falls where it takes about the next."""
MINUTE, HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class Pace:
    """What is known of one stage of a job. Times are seconds of a clock that only goes forward.

    `rate` is steps a second, 0 while there is none; `told` is the time left in seconds as people say it, 0 while
    it is too early, and at the end.
    """

    total: int
    began: float
    seen: float
    done: int
    rate: float = 0.0
    told: int = 0


def heard(pace: Pace | None, now: float, done: int, total: int) -> Pace:
    """What is known once the job has told that `done` of `total` steps are finished; an unknown total is 0.

    Where it counts something else, or begins to count anew, another stage of it has begun. The rate is an average that
    forgets exponentially: at first it is that of all steps, later that of about the last MEMORY_SECONDS.
    """
    if pace is None or pace.total != total or done < pace.done:
        return Pace(total, now, now, done)
    if done == pace.done or now <= pace.seen:
        return pace
    fresh = (done - pace.done) / (now - pace.seen)
    weight = min(0.5, (now - pace.seen) / min(now - pace.began, MEMORY_SECONDS)) if pace.rate else 1.0
    rate = pace.rate + weight * (fresh - pace.rate)
    long = now - pace.began >= QUIET_SECONDS and done < total
    told = _told(pace.told, (total - done) / rate) if long else 0
    return replace(pace, seen=now, done=done, rate=rate, told=told)


def with_time_left(text: str, pace: Pace) -> str:
    """“Exporting 12 of 40 chats, about 2 min left”; the text alone while nothing can be said."""
    return f"{text}, {left_words(pace.told)} left" if text and pace.told else text


def left_words(seconds: int) -> str:
    """“about 2 min”, of seconds as `as_people_say` gives them."""
    if seconds < 10:
        return "a few seconds"
    if seconds < MINUTE:
        return f"about {seconds} s"
    hours, minutes = divmod(seconds // MINUTE, 60)
    return "about " + " ".join(([f"{hours} h"] if hours else []) + ([f"{minutes} min"] if minutes else []))


def as_people_say(seconds: float) -> int:
    """Seconds rounded to tens, from a minute to minutes, from ten minutes to five, then to half hours; 5 for few."""
    if seconds < 7.5:
        return 5
    for below, unit in ((55, 10), (9.5 * MINUTE, MINUTE), (57.5 * MINUTE, 5 * MINUTE)):
        if seconds < below:
            return max(unit, int(seconds / unit + 0.5) * unit)
    return int(seconds / (HOUR / 2) + 0.5) * (HOUR // 2)


def _told(before: int, left: float) -> int:
    said = as_people_say(left)
    falls = said < before and left <= said * NEARLY
    return said if not before or falls or left > before * CLEARLY_LONGER else before
