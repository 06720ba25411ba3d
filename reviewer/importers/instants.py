"""Times as data formats write them: seconds since 1970, ISO 8601, and what else a parser understands."""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

from dateutil import parser

LONGEST: Final = 60

_NUMBER: Final = re.compile(r"[+-]?\d{1,25}(?:\.\d{1,12})?")
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?")
_FIRST: Final = datetime(1990, 1, 1, tzinfo=UTC).timestamp()
_LAST: Final = datetime(2100, 1, 1, tzinfo=UTC).timestamp()
_START: Final = datetime(1970, 1, 1, tzinfo=UTC)


def instant(value: object) -> str | None:
    """ISO 8601 with seconds, with an offset when the value has one; a clock alone gives “T10:02:00”.

    Figures are taken as seconds, milliseconds, microseconds or nanoseconds since 1970 when that gives a day between
    1990 and 2100. None when nothing is understood.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _since_1970(float(value))
    return _from_words(str(value).strip()) if isinstance(value, str | datetime) else None


def seconds_after(start: str | None, seconds: float) -> str | None:
    """The time so many seconds after `start`, or after midnight as a clock alone when there is no start."""
    if start is None:
        whole = int(seconds)
        return f"T{whole // 3600 % 24:02}:{whole // 60 % 60:02}:{whole % 60:02}"
    try:
        return (datetime.fromisoformat(start) + timedelta(seconds=int(seconds))).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=4096)
def _from_words(words: str) -> str | None:
    if not words or len(words) > LONGEST:
        return None
    if words[4:5] == "-" and words[10:11] in ("T", " "):
        try:
            return _plain(datetime.fromisoformat(words))
        except ValueError:
            pass
    if _NUMBER.fullmatch(words):
        return _since_1970(float(words))
    clock = _CLOCK.fullmatch(words)
    if clock:
        hour, minute, second = (int(part or 0) for part in clock.groups())
        return f"T{hour:02}:{minute:02}:{second:02}" if hour < 24 and minute < 60 and second < 60 else None
    if _DAY.fullmatch(words):
        return words
    try:
        if _ISO.match(words):
            return _plain(datetime.fromisoformat(words.replace(" UTC", "+00:00")))
    except ValueError:
        pass
    try:
        return _plain(parser.parse(words, default=datetime(1, 1, 1)))  # noqa: DTZ001
    except (ValueError, OverflowError, TypeError):
        return None


def _plain(found: datetime) -> str | None:
    return found.isoformat(timespec="seconds") if found.year > 1 else None


def _since_1970(number: float) -> str | None:
    for scale in (1, 1_000, 1_000_000, 1_000_000_000):
        if _FIRST <= number / scale < _LAST:
            return (_START + timedelta(seconds=int(number / scale))).isoformat(timespec="seconds")
    return None
