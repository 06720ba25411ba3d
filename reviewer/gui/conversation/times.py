"""Times of turns in words: the clock beside a name, the pause before a turn, the header's date."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QLocale

LONG_PAUSE: Final = 120
"""Seconds from which a pause is worth saying."""


def parsed(moment: str | None) -> datetime | None:
    """The time that ISO 8601 text names, or None."""
    try:
        return datetime.fromisoformat(moment) if moment else None
    except ValueError:
        return None


def clock(moment: str | None) -> str:
    """Hours and minutes, or nothing."""
    time = parsed(moment)
    return f"{time:%H:%M}" if time and moment and len(moment) > len("2026-03-03") else ""


def pause(before: str | None, after: str | None) -> str:
    """“2 min 10 s later” for two minutes or more between two times, else nothing."""
    first, second = parsed(before), parsed(after)
    if first is None or second is None or (first.tzinfo is None) != (second.tzinfo is None):
        return ""
    seconds = int((second - first).total_seconds())
    if seconds < LONG_PAUSE or not (clock(before) and clock(after)):
        return ""
    days, rest = divmod(seconds, 86_400)
    hours, rest = divmod(rest, 3_600)
    minutes, seconds = divmod(rest, 60)
    named = [(days, "days" if days > 1 else "day"), (hours, "h"), (minutes, "min"), (seconds, "s")]
    parts = [f"{number} {unit}" for number, unit in named if number]
    return f"{' '.join(parts[:2])} later"


def day_and_clock(moment: str) -> str:
    """“3 March, 10:02” on the clock of this computer; nothing where the time is not known."""
    time = parsed(moment)
    if time is None:
        return ""
    here = time.astimezone()
    return f"{QLocale().toString(QDate(here.year, here.month, here.day), 'd MMMM')}, {here:%H:%M}"


def date_and_times(first: str | None, last: str | None, imported: str) -> str:
    """“3 March, 10:02–10:14” for the header; the year only where it is not the one of the import."""
    start, end, now = parsed(first), parsed(last), parsed(imported)
    if start is None:
        return ""
    pattern = "d MMMM" if now and now.year == start.year else "d MMMM yyyy"
    words = QLocale().toString(QDate(start.year, start.month, start.day), pattern)
    if not clock(first):
        return words
    until = f"–{clock(last)}" if end and clock(last) and clock(last) != clock(first) else ""
    return f"{words}, {clock(first)}{until}"
