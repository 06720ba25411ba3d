"""What stands above a chat: its title, its date, its channel."""

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from reviewer.importers.base import LineKind, Problem
from reviewer.importers.lines.engine import EXCERPT, Marked
from reviewer.importers.times import read_clock, read_date

LONGEST_TITLE: Final = 100
MOST_LINES: Final = 200

_LABEL: Final = re.compile(r"^[\s*#>-]{0,8}(?P<label>[^\W\d_][\w -]{1,20}?)\s?:[*\s]{0,4}(?P<value>.{0,200})")
_BARE_LABEL: Final = re.compile(r"^[^\W\d_][\w -]{1,20}:$")
_DATES: Final = frozenset(
    {"date", "started", "chat started", "started at", "start", "start time", "chat date", "created"}
)
_PARTS: Final = frozenset({"agent", "operator", "representative", "advisor", "customer", "visitor", "client", "guest"})
_CHANNELS: Final = frozenset({"channel", "medium"})
_TITLES: Final = frozenset({"title", "subject"})
_OPENING: Final = re.compile(
    r"^\W{0,5}(?:conversation|chat|transcript|session|log|call) (?:with|of|from|on|started|start|opened|between)\b",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"^\S{0,12}(?:https?://|www\.)", re.IGNORECASE)


@dataclass(slots=True)
class Heading:
    """`day` is an ISO date, `started_at` the same with the time of day where there is one."""

    title: str = ""
    day: str | None = None
    started_at: str | None = None
    channel: str | None = None
    declared: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def read_heading(lines: list[str], marked: Marked, name: str) -> Heading:
    """Title, date and channel from the lines above the first turn; the file's name stands in for a title."""
    heading, plain_title = Heading(), ""
    above = _above(marked)
    taken: set[int] = set()
    for index, at in enumerate(above):
        label = _LABEL.match(lines[at])
        key = label["label"].casefold() if label else ""
        if label and key in _DATES | _CHANNELS | _TITLES | _PARTS:
            value = label["value"].strip().strip("\"'")
            if not value and index + 1 < len(above) and not _BARE_LABEL.match(lines[above[index + 1]].strip()):
                value = lines[above[index + 1]].strip()[:LONGEST_TITLE]
                taken.add(above[index + 1])
            _take(heading, key, value, at, lines)
        elif heading.day is None and _OPENING.match(lines[at]):
            _take(heading, "date", lines[at], at, lines)
        elif at not in taken and not plain_title and marked.kinds[at] is LineKind.PREAMBLE:
            plain_title = _title(lines, at)
    heading.title = heading.title or plain_title or PurePath(name).stem or name
    return heading


def _above(marked: Marked) -> list[int]:
    above: list[int] = []
    for at, kind in enumerate(marked.kinds[:MOST_LINES]):
        if kind is LineKind.TURN:
            break
        if kind in (LineKind.PREAMBLE, LineKind.SYSTEM):
            above.append(at)
    return above


def _take(heading: Heading, key: str, value: str, at: int, lines: list[str]) -> None:
    if key in _CHANNELS:
        heading.channel = heading.channel or value[:LONGEST_TITLE] or None
    elif key in _PARTS:
        heading.declared = (*heading.declared, (key, value[:LONGEST_TITLE]))
    elif key in _TITLES:
        heading.title = heading.title or value[:LONGEST_TITLE]
    elif heading.day is None:
        heading.day, unclear = read_date(value)
        clock = read_clock(value) if heading.day else None
        heading.started_at = f"{heading.day}T{clock}" if clock else heading.day
        if unclear:
            what = "This date can be read in two ways, so it was left out."
            heading.problems = (*heading.problems, Problem((at + 1, at + 1), what, lines[at].strip()[:EXCERPT]))


def _title(lines: list[str], at: int) -> str:
    """A short line that stands alone and does not end like a sentence."""
    text = lines[at].strip().lstrip("#").strip().strip("*").strip()
    alone = at + 1 >= len(lines) or not lines[at + 1].strip()
    alone = alone and (at == 0 or not lines[at - 1].strip())
    words = any(character.isalnum() for character in text)
    ends = text.endswith((".", "!", ",", ";", ":", "…"))
    return text if alone and words and len(text) <= LONGEST_TITLE and not ends and not _LINK.match(text) else ""
