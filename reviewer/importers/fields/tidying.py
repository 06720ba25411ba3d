"""Two things that a list of turns can need: its order turned round, and its markup taken off."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from reviewer.importers.fields.reading import moment

TURNED: Final = "The newest turn stood first, so the order was turned round."
MARKED_UP: Final = "The words were written as HTML, and are shown as plain words."

_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|b|i|u|em|strong|a|ul|ol|li|h[1-6]|table|tr|td|blockquote|img|font|pre|html|body)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)


def is_newest_first(times: Iterable[str | None]) -> bool:
    """Whether times only go back; of a time without a date nobody knows. Ends at the first that goes on."""
    before, back = None, False
    for time in times:
        if time is None:
            continue
        if time.startswith("T") or (before is not None and time > before):
            return False
        back = back or (before is not None and time < before)
        before = time
    return back


def is_marked_up(texts: Sequence[str]) -> bool:
    """Whether more than half of the texts hold HTML."""
    return sum(_TAG.search(text) is not None for text in texts) * 2 > len(texts)


def in_order(records: list[Any], key: str | None) -> list[Any]:
    """Records that come in no order, by their times where all have one; figures are finer than whole seconds."""
    times = [one.get(key) for one in records] if key else []
    if not all(isinstance(one, int | float) for one in times):
        times = [moment(one) for one in times]
    if not times or None in times:
        return records
    return [records[at] for at in sorted(range(len(records)), key=lambda at: times[at])]
