"""Times at the start of a line, and dates in the words above a chat."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from dateutil import parser

from reviewer.importers.base import DateOrder
from reviewer.importers.instants import seconds_after

CLOCK: Final = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?(?:[.,]\d{1,9})?"
    r"(?:\s?(?P<half>[AaPp]\.?\s?[Mm]\.?))?"
)
ZONE: Final = r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?"
DATE: Final = r"(?:(?P<iso>\d{4}-\d\d-\d\d)|(?P<numeric>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}))"
STAMP: Final = rf"(?:{DATE}(?:,?\s{{1,2}}|T))?{CLOCK}{ZONE}"

_MONTHS: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_NTH: Final = r"\d{1,2}(?:st|nd|rd|th)?"
WORDS: Final = (
    rf"(?:[^\W\d_]{{2,9}}\.?,?\s)?(?i:{_NTH}\.?\s{_MONTHS}|{_MONTHS}\s{_NTH})"
    rf"(?:,?\s\d{{4}})?,?\s(?:at\s)?{CLOCK.replace('?P<', '?P<word_')}(?:\s\d{{4}})?"
)
"""A date with the name of its month, and a time of day; groups begin with `word_`."""

_LONGEST_WORDS: Final = 200
_ISO: Final = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?![\d/.-]*\d)")
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_BY_NAME: Final = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\.?,? \d{{4}}|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})\b",
    re.IGNORECASE,
)
_CLOCK_IN_TEXT: Final = re.compile(rf"(?:(?<=\s)|(?<=\dT)|^){CLOCK}(?![\d:.]*\d)")
_STAMP: Final = re.compile(STAMP)
_ZONE_IN_TEXT: Final = re.compile(r"(?<![\w-])(?:(?:GMT|UTC)?(?P<offset>[+-]\d\d:?\d\d)|GMT|UTC|Z)(?![\w:])")
_ZONE_NAME: Final = re.compile(
    r"\(?\b(?:[ECMP][SD]T|BST|CES?T|WES?T|EES?T|IST|MSK|JST|A[EWC][SD]?T|NZ[SD]T|GMT|UTC)\b\)?"
)
_HALF_A_DAY: Final = timedelta(hours=12)


class Stamp(NamedTuple):
    """When a turn was sent. `day` is an ISO date; `numeric` is one whose order of day and month is open."""

    clock: str
    day: str | None
    numeric: tuple[int, int, int] | None = None
    after: int | None = None
    """Seconds since the chat started, in place of a time of day."""


class Timeline:
    """Gives each stamp its place in time, in file order.

    A date such as 13/03/2026 settles the order of day and month for the whole file. Where lines have no date, the day
    above the chat counts, and a clock that falls back by half a day or more has passed midnight.
    """

    def __init__(
        self, stamps: Iterable[Stamp], day: str | None, day_first: bool | None = None, start: str | None = None
    ) -> None:
        """With `day_first` a person has chosen the order; `start` is when the chat began, as ISO 8601."""
        numeric = [date for date, _ in groupby(stamp.numeric for stamp in stamps if stamp.numeric)]
        self.order = date_order(numeric, day_first) if numeric else None
        """How dates in figures are read, when there are any."""
        self._day = None if numeric else day
        self._last: datetime | None = None
        self._start = start if start and "T" in start else None

    def place(self, stamp: Stamp) -> str | None:
        """ISO 8601, with the date when it is known, and with an offset only when the source has one."""
        if stamp.after is not None:
            return seconds_after(self._start, stamp.after)
        if stamp.day or stamp.numeric:
            day_first = self.order and self.order.day_first
            found = stamp.day or _settled(stamp.numeric, day_first)
            return f"{found}T{stamp.clock}" if found else f"T{stamp.clock}"
        if self._day is None:
            return f"T{stamp.clock}"
        return f"{self._next_day(stamp)}T{stamp.clock}"

    def _next_day(self, stamp: Stamp) -> str:
        now = datetime.fromisoformat(f"{self._day}T{stamp.clock[:8]}")
        if self._last and self._last - now > _HALF_A_DAY and now.date() < date.max:
            now += timedelta(days=1)
            self._day = now.date().isoformat()
        self._last = now
        return now.date().isoformat()


@lru_cache(maxsize=4096)
def _settled(numeric: tuple[int, int, int] | None, day_first: bool | None) -> str | None:
    if numeric is None:
        return None
    first, second, year = numeric
    if day_first is None:
        return _iso(year, first, second) if first == second else None
    return _iso(year, second, first) if day_first else _iso(year, first, second)


def date_order(numeric: Sequence[tuple[int, int, int]], chosen: bool | None = None) -> DateOrder:
    """Whether the day comes first in dates of (first, second, year), in file order, and what tells.

    A choice wins; then a figure above 12; then that dates do not run backwards.
    """
    if chosen is not None:
        return DateOrder(chosen, "you chose so")
    first = next((f"{one}/{two}/{year}" for one, two, year in numeric if one > 12), None)
    second = next((f"{one}/{two}/{year}" for one, two, year in numeric if two > 12), None)
    if first and not second:
        return DateOrder(True, f"there is no month {first.split('/')[0]}, as in {first}")
    if second and not first:
        return DateOrder(False, f"there is no month {second.split('/')[1]}, as in {second}")
    if not first:
        back_by_day = sum(_key(later, True) < _key(earlier, True) for earlier, later in pairwise(numeric))
        back_by_month = sum(_key(later, False) < _key(earlier, False) for earlier, later in pairwise(numeric))
        if back_by_day != back_by_month:
            return DateOrder(back_by_day < back_by_month, "read so, the dates run forward")
    return DateOrder(None, "nothing in the file tells which is the day")


def _key(numeric: tuple[int, int, int], day_first: bool) -> tuple[int, int, int]:
    first, second, year = numeric
    return (year, second, first) if day_first else (year, first, second)


def stamp_of(match: re.Match[str]) -> Stamp | None:
    """The stamp of a match of STAMP, or None when its clock or date does not exist."""
    return _stamp(*match.group("hour", "minute", "second", "half", "zone", "iso", "numeric"))


@lru_cache(maxsize=65536)
def _stamp(
    hour: str, minute: str, second: str | None, half: str | None, zone: str | None, iso: str | None, numeric: str | None
) -> Stamp | None:
    clock = clock_of(hour, minute, second, (half or "")[:1].lower())
    if clock is None:
        return None
    if zone:
        clock += "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[-2:]}"
    if iso:
        return Stamp(clock, iso) if _exists(iso) else None
    if numeric is None:
        return Stamp(clock, None)
    stamp = numeric_stamp(re.split(r"[/.-]", numeric), clock)
    return stamp if stamp.numeric else None


@lru_cache(maxsize=4096)
def stamp_in(words: str) -> Stamp | None:
    """The stamp that these words are, with the date in figures or with the name of its month; None without a clock."""
    words = words.strip()[:_LONGEST_WORDS]
    plain = _STAMP.fullmatch(words)
    if plain:
        return stamp_of(plain)
    match = _CLOCK_IN_TEXT.search(words)
    clock = _clock(match) if match else None
    if match is None or clock is None:
        return None
    rest = f"{words[: match.start()]} {words[match.end() :]}"
    zone = _ZONE_IN_TEXT.search(rest)
    if zone:
        offset = zone["offset"] or "+00:00"
        clock += f"{offset[:3]}:{offset[-2:]}"
        rest = rest.replace(zone[0], " ")
    rest = " ".join(_ZONE_NAME.sub(" ", rest).split())
    numeric = _NUMERIC.search(rest)
    if numeric and not _ISO.search(rest):
        return numeric_stamp(numeric.groups(), clock)
    return Stamp(clock, read_date(rest)[0])


def numeric_stamp(parts: Sequence[str], clock: str) -> Stamp:
    """The stamp of a date in three figures; one that begins with a year is settled, one that cannot be is left out."""
    return Stamp(clock, *_date_of(*parts))


@lru_cache(maxsize=4096)
def _date_of(one: str, two: str, three: str) -> tuple[str | None, tuple[int, int, int] | None]:
    first, second, third = int(one), int(two), int(three)
    if len(one) > 2:
        return _iso(first, second, third) or _iso(first, third, second), None
    year = third + 2000 if len(three) <= 2 else third
    exists = _iso(year, first, second) or _iso(year, second, first)
    return None, (first, second, year) if exists and len(three) != 3 else None


def read_date(words: str) -> tuple[str | None, bool]:
    """The ISO date in `words`, and whether there is one that can be read in two ways (and is left out)."""
    words = words[:_LONGEST_WORDS]
    iso = _ISO.search(words)
    if iso and _exists(iso[0]):
        return iso[0], False
    named = _BY_NAME.search(words)
    if named:
        return _by_name(named[0]), False
    numeric = _NUMERIC.search(words)
    if not numeric:
        return None, False
    first, second, year = (int(part) for part in numeric.groups())
    year += 2000 if year < 100 else 0
    readings = {found for found in (_iso(year, first, second), _iso(year, second, first)) if found}
    return (readings.pop(), False) if len(readings) == 1 else (None, len(readings) > 1)


def read_clock(words: str) -> str | None:
    """The time of day in `words` as HH:MM:SS."""
    match = _CLOCK_IN_TEXT.search(words[:_LONGEST_WORDS])
    return _clock(match) if match else None


def _by_name(words: str) -> str | None:
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b", "", words, flags=re.IGNORECASE)
    try:
        return parser.parse(plain, default=datetime(2000, 1, 1)).date().isoformat()  # noqa: DTZ001
    except (parser.ParserError, OverflowError):
        return None


def _clock(match: re.Match[str]) -> str | None:
    return clock_of(match["hour"], match["minute"], match["second"], (match["half"] or "")[:1].lower())


def clock_of(hours: str, minutes: str, seconds: str | None, half: str) -> str | None:
    """HH:MM:SS, where `half` is “a”, “p” or empty; None when there is no such time of day."""
    hour, minute, second = int(hours), int(minutes), int(seconds or 0)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}:{second:02}" if hour <= 23 and minute <= 59 and second <= 59 else None


def _iso(year: int, month: int, day: int) -> str | None:
    text = f"{year:04}-{month:02}-{day:02}"
    return text if _exists(text) else None


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
