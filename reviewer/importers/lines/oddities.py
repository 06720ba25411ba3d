"""Lines that were joined to a turn as more of it, where that is rare enough to be looked at."""

from collections.abc import Iterator
from typing import Final

from reviewer.importers.base import Problem
from reviewer.importers.lines.engine import EXCERPT, Marked

MOST: Final = 2
ENOUGH_TURNS: Final = 8


def rare_continuations(marked: Marked) -> Iterator[Problem]:
    """One for each line under a turn, in a chat of several turns where hardly any other turn has one."""
    if not marked.timed or marked.hits < ENOUGH_TURNS:
        return
    numbered = enumerate((event for fragment in marked.fragments for event in fragment), start=1)
    longer = [(number, event) for number, event in numbered if event.name and event.last > event.first]
    if any(not event.parts[0].strip() for _, event in longer) or len(longer) > MOST:
        return
    told = {one.where[1] for one in marked.problems}
    for number, event in longer:
        if event.last in told:
            continue
        what = f"Line {event.first + 1} names no speaker. It was joined to turn {number}."
        yield Problem((event.first + 1, event.last), what, event.parts[1].strip()[:EXCERPT])
