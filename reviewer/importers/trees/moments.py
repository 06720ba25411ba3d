"""Times as pages write them, and the order of day and month among them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from reviewer.importers.base import DateOrder
from reviewer.importers.instants import instant
from reviewer.importers.times import CLOCK, DATE, STAMP, Stamp, Timeline, read_clock, read_date, stamp_of

LONGEST: Final = 60

_STAMP: Final = re.compile(rf"{STAMP}")
_AROUND: Final = "[](){}<>|,;·•–—- \t\u00a0\u202f"
_AT: Final = re.compile(r"\s{1,3}(?:at|um|à|a las|,|·|\|)\s{1,3}|,\s{0,3}|[\u00a0\u202f]", re.IGNORECASE)
_CLOCK_FIRST: Final = re.compile(rf"(?P<before>{CLOCK})\s{{1,3}}(?:on\s)?(?P<after>{DATE})")
_ZONE: Final = re.compile(r"\s{0,2}(?:UTC|GMT)?(?P<zone>[+-]\d\d:?\d\d)$|\s?(?:UTC|GMT|Z)$")
_SINCE_1970: Final = re.compile(r"\d{9,20}(?:\.\d{1,9})?")
_DIGIT: Final = re.compile(r"\d")
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")
_DAY_WORDS: Final = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|yesterday|on|sent|read|delivered|edited"
    r"|at)?[\s,.·]{0,3}",
    re.IGNORECASE,
)


class Moments:
    """The times of one page, each as words, in the order of the page."""

    def __init__(self, words: Iterable[str], day: str | None, day_first: bool | None) -> None:
        stamps = (one for text in words if isinstance(one := moment(text), Stamp))
        self._timeline = Timeline(stamps, day, day_first)

    @property
    def order(self) -> DateOrder | None:
        """How dates in figures are read, when there are any."""
        return self._timeline.order

    def place(self, words: str) -> str | None:
        """ISO 8601, or None when the words tell no time."""
        found = moment(words)
        return self._timeline.place(found) if isinstance(found, Stamp) else found


@lru_cache(maxsize=8192)
def moment(words: str) -> Stamp | str | None:
    """A finished time, or a stamp whose day or order of day and month is still open; None for other words."""
    words = words.strip(_AROUND)
    if not words or len(words) > LONGEST or not _DIGIT.search(words):
        return None
    if "T" in words[8:13] or _SINCE_1970.fullmatch(words):
        return instant(words)
    plain, zone = _without_zone(_AT.sub(" ", words).strip())
    return _stamp(plain, zone) or _from_words(plain, zone)


def is_moment(words: str) -> bool:
    """Whether these words are a time and nothing else."""
    return moment(words) is not None


def _without_zone(words: str) -> tuple[str, str]:
    found = _ZONE.search(words)
    if not found:
        return words, ""
    zone = found["zone"]
    return words[: found.start()].strip(), "+00:00" if not zone else f"{zone[:3]}:{zone[-2:]}"


def _stamp(words: str, zone: str) -> Stamp | None:
    turned = _CLOCK_FIRST.fullmatch(words)
    if turned:
        words = f"{turned['after']} {turned['before']}"
    day_word = _DAY_WORDS.match(words)
    found = _STAMP.fullmatch(words[day_word.end() :] if day_word else words)
    stamp = stamp_of(found) if found else None
    if stamp is None or not zone:
        return stamp
    return Stamp(stamp.clock + zone, stamp.day, stamp.numeric)


def _from_words(words: str, zone: str) -> Stamp | str | None:
    """A time with the month in letters, or in another order."""
    day, unclear = read_date(words)
    clock = read_clock(words)
    if unclear or not _LETTERS.search(words):
        return None
    if day and clock and len(_LETTERS.findall(words)) <= 3:
        return Stamp(clock + zone, day)
    return instant(words) if len(_LETTERS.findall(words)) <= 3 else None
