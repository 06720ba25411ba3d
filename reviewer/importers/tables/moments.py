"""The times in the cells of one table, which are all written in one way."""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Final

from reviewer.importers.base import DateOrder
from reviewer.importers.drafts import Said
from reviewer.importers.instants import instant
from reviewer.importers.times import Stamp, Timeline, numeric_stamp, stamp_in

ISO_WITH_CLOCK: Final = 15

_NUMERIC: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)")
_FORMS: Final = (
    "%a %b %d %H:%M:%S %z %Y",
    "%a, %d %b %Y %H:%M:%S %z",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%b %d, %Y %I:%M %p",
    "%B %d, %Y %I:%M %p",
    "%d %b %Y %H:%M:%S",
    "%d %b %Y %H:%M",
)


def place(said: Iterable[Said], day_first: bool | None) -> DateOrder | None:
    """Turns the words in `sent_at` of each turn into ISO 8601; gives how dates such as 02/03/2026 were read, if any."""
    timed = [one for one in said if one.sent_at]
    form = next((found for one in timed[:20] if (found := _form_of(one.sent_at or ""))), None)
    order: DateOrder | None = None
    stamps: dict[str, Stamp] = {}
    if form is None:
        for one in timed:
            words = (one.sent_at or "").strip()
            if words not in stamps and _NUMERIC.match(words) and (stamp := _stamp(words)):
                stamps[words] = stamp
        timeline = Timeline(stamps.values(), None, day_first)
        order = timeline.order
    for one in timed:
        words = (one.sent_at or "").strip()
        if words[4:5] == "-" and len(words) > ISO_WITH_CLOCK and form is None:
            one.sent_at = _iso(words)
            continue
        stamp = stamps.get(words)
        one.sent_at = timeline.place(stamp) if stamp else _moment(words, form)
        if stamp and _NUMERIC.fullmatch(words):
            one.sent_at = _day_alone(one.sent_at)
    return order


def _iso(words: str) -> str | None:
    try:
        return datetime.fromisoformat(words).isoformat(timespec="seconds")
    except ValueError:
        return instant(words)


def _stamp(words: str) -> Stamp | None:
    day = _NUMERIC.fullmatch(words)
    return numeric_stamp(day.groups(), "00:00:00") if day else stamp_in(words)


def _day_alone(moment: str | None) -> str | None:
    return moment.partition("T")[0] or None if moment else None


@lru_cache(maxsize=4096)
def _moment(words: str, form: str | None) -> str | None:
    if form:
        try:
            return datetime.strptime(words, form).isoformat(timespec="seconds")  # noqa: DTZ007
        except ValueError:
            pass
    found = instant(words)
    if found or not any(map(str.isdecimal, words)):
        return found
    stamp = stamp_in(words)
    return Timeline([stamp], None).place(stamp) if stamp else None


def _form_of(words: str) -> str | None:
    for form in _FORMS:
        try:
            datetime.strptime(words.strip(), form)  # noqa: DTZ007
        except ValueError:
            continue
        return form
    return None
