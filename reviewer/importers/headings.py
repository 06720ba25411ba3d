"""What stands above a chat: its title, its date, its channel."""

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from reviewer.importers.base import LineKind, Problem
from reviewer.importers.line_engine import EXCERPT, Marked
from reviewer.importers.times import read_date

LONGEST_TITLE: Final = 100

_LABEL: Final = re.compile(r"^\s*(?P<label>[^\W\d_][\w -]{1,20}):\s*(?P<value>.{0,120})$")
_DATES: Final = frozenset({"date", "started", "chat started", "started at", "start", "chat date", "created"})
_CHANNELS: Final = frozenset({"channel", "medium"})


@dataclass(frozen=True, slots=True)
class Heading:
    """`day` is an ISO date."""

    title: str
    day: str | None
    channel: str | None
    problems: tuple[Problem, ...]


def read_heading(lines: list[str], marked: Marked, name: str) -> Heading:
    """Title, date and channel from the lines above the first turn; the file's name stands in for a title."""
    above: list[int] = []
    for at, kind in enumerate(marked.kinds):
        if kind in (LineKind.TURN, LineKind.SYSTEM):
            break
        if kind is LineKind.PREAMBLE:
            above.append(at)
    title, day, channel, problems = "", None, None, []
    for index, at in enumerate(above):
        label = _LABEL.match(lines[at])
        key = label["label"].casefold() if label else ""
        if label and (key in _DATES or key in _CHANNELS):
            value = label["value"] or (lines[above[index + 1]] if index + 1 < len(above) else "")
            if key in _CHANNELS:
                channel = channel or value.strip() or None
            elif day is None:
                day, unclear = read_date(value)
                if unclear:
                    what = "This date can be read in two ways, so it was left out."
                    problems.append(Problem((at + 1, at + 1), what, lines[at].strip()[:EXCERPT]))
        elif index == 0 and not title:
            title = _title(lines, at)
    return Heading(title or PurePath(name).stem or name, day, channel, tuple(problems))


def _title(lines: list[str], at: int) -> str:
    """A short line that stands alone and does not end like a sentence."""
    text = lines[at].strip().lstrip("#").strip()
    alone = at + 1 >= len(lines) or not lines[at + 1].strip()
    heading = alone and len(text) <= LONGEST_TITLE and not text.endswith((".", "!", ",", ";", ":"))
    return text if heading else ""
