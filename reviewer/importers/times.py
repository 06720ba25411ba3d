"""Times at the start of a line, and dates in the words above a chat."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from dateutil import parser

CLOCK: Final = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?(?:\s?(?P<half>[AaPp]\.?\s?[Mm]\.?))?"
DATE: Final = r"(?:(?P<iso>\d{4}-\d\d-\d\d)|(?P<numeric>\d{1,2}[/.]\d{1,2}[/.]\d{2,4}))"
STAMP: Final = rf"(?:{DATE}(?:,?\s|T))?{CLOCK}"

_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH_NAME: Final = re.compile(r"[^\W\d_]{3,}")
_CLOCK_IN_TEXT: Final = re.compile(rf"(?<!\d){CLOCK}(?!\d)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a turn was sent: the clock, and the date when it can be read in one way only."""

    clock: str
    day: str | None
    unclear_day: bool = False

    def iso(self, day: str | None) -> str:
        """ISO 8601; `day` stands in where the line has no date of its own."""
        found = self.day or day
        return f"{found}T{self.clock}" if found else f"T{self.clock}"


def stamp_of(match: re.Match[str]) -> Stamp | None:
    """The stamp of a match of STAMP, or None when its clock does not exist."""
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    half = (match["half"] or "").replace(".", "").replace(" ", "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    day = match["iso"]
    if day and not _exists(day):
        return None
    return Stamp(f"{hour:02}:{minute:02}:{second:02}", day, match["numeric"] is not None)


def read_date(words: str) -> tuple[str | None, bool]:
    """The ISO date in `words`, and whether there is one that can be read in two ways (and is left out)."""
    iso = _ISO.search(words)
    if iso and _exists(iso[0]):
        return iso[0], False
    plain = _CLOCK_IN_TEXT.sub(" ", words)
    if not re.search(r"\d", plain):
        return None, False
    if not _MONTH_NAME.search(plain):
        return None, bool(re.search(r"\d[/.]\d", plain))
    try:
        early, late = (parser.parse(plain, default=datetime(year, 1, 1), fuzzy=True) for year in (2000, 2004))  # noqa: DTZ001
    except (parser.ParserError, OverflowError, TypeError):
        return None, False
    return (early.date().isoformat() if early == late else None), False


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
