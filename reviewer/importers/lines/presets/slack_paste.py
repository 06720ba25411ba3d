"""Slack and Teams, copied from their windows: the name, the time on the next line, then the words.

In Slack a time alone starts one more turn of the same person, and a time may be a link.
"""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.names import can_be_name, is_label
from reviewer.importers.times import CLOCK, Stamp, clock_of, stamp_in

_CLOCK_ALONE: Final = re.compile(
    rf"^(?P<indent>[ \t\u00a0]{{0,8}}(?:APP[ \t\u00a0]{{1,4}})?){CLOCK}[ \t\u00a0]{{0,4}}$"
)
_LINKED: Final = re.compile(
    r"^(?:(?P<name>[^\s\[][^\[\n]{0,99}?)[ \t]{1,4})?\[(?P<when>[^\[\]\n]{4,40})\]"
    r"\(https?://[^()\s]{1,400}\)[ \t]*(?P<body>.*)$",
    re.DOTALL,
)
_EVENT: Final = re.compile(r"^(?:was added to \S.{0,80} by \S|(?:joined|left) (?:#\S|\S{1,80}\.$))")
_LONGEST_CLOCK: Final = 30
_ENDS: Final = (".", "!", "?", ",", ";", ":")


def _headers(lines: list[str]) -> list[Header | None]:
    found: list[Header | None] = [None] * len(lines)
    last: Header | None = None
    at = 0
    while at < len(lines):
        header = _linked(lines[at], last) or _in_two_lines(lines, at) or _again(lines[at], last)
        found[at] = header
        last = header if header and header.name else last
        at += header.span if header else 1
    return found


def _linked(line: str, last: Header | None) -> Header | None:
    match = _LINKED.match(line) if "](http" in line[:160] else None
    stamp = stamp_in(match["when"]) if match else None
    if match is None or stamp is None:
        return None
    if match["name"]:
        return Header(_once(match["name"]), stamp, match["body"], certain=True)
    if last is None:
        return None
    return Header(last.name, _later(stamp, last.stamp), match["body"], certain=True)


def _in_two_lines(lines: list[str], at: int) -> Header | None:
    """A name with a time below it that leaves no doubt, and something below that."""
    if at + 2 >= len(lines) or not 0 < len(lines[at + 1]) <= _LONGEST_CLOCK or not lines[at + 2].strip():
        return None
    match = _CLOCK_ALONE.match(lines[at + 1])
    name = lines[at].strip()
    if match is None or not (match["half"] or match["second"] or match["indent"]) or not _is_name(name):
        return None
    stamp = _stamp(match)
    if stamp is None:
        return None
    if _EVENT.match(lines[at + 2]):
        return Header(None, stamp, f"{_once(name)} {lines[at + 2].strip()}", span=3)
    sure = bool(match["indent"] or match["second"])
    return Header(_once(name), stamp, "", certain=sure, span=2)


def _again(line: str, last: Header | None) -> Header | None:
    if last is None or not 0 < len(line) <= _LONGEST_CLOCK or not line.strip()[:1].isdigit():
        return None
    match = _CLOCK_ALONE.match(line)
    stamp = _stamp(match) if match else None
    return last._replace(stamp=_later(stamp, last.stamp), body="", span=1) if stamp else None


def _later(stamp: Stamp, before: Stamp | None) -> Stamp:
    """A short time means the same half of the day, and the same day, as the full one before it."""
    if before is None:
        return stamp
    hour = int(stamp.clock[:2])
    clock = stamp.clock
    if clock < before.clock and hour < 12 and f"{hour + 12}{clock[2:]}" >= before.clock:
        clock = f"{hour + 12}{clock[2:]}"
    return before._replace(clock=clock) if stamp.day is None and stamp.numeric is None else stamp


def _stamp(match: re.Match[str]) -> Stamp | None:
    clock = clock_of(match["hour"], match["minute"], match["second"], (match["half"] or "")[:1].lower())
    return Stamp(clock, None) if clock else None


def _is_name(name: str) -> bool:
    return not name.endswith(_ENDS[1:]) and can_be_name(name) and not is_label(name)


def _once(name: str) -> str:
    """A name that was copied twice, once from its picture, is one name."""
    half = len(name) // 2
    return name[:half] if len(name) > 5 and name[:half] == name[half:] else name


GRAMMAR: Final = Grammar("slack_paste", "Slack or Teams, copied", headers=_headers, timed=True, solid=True)
