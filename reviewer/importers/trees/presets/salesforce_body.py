"""The body of a Salesforce chat: `( 1m 3s ) Name: text<br>` under centred lines of the program."""

import re
from typing import Final

from reviewer.importers.base import Options
from reviewer.importers.instants import seconds_after
from reviewer.importers.times import read_clock, read_date
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import VENDOR, Reading, TreePreset
from reviewer.importers.trees.rows import setting_of
from reviewer.importers.trees.selecting import nodes
from reviewer.importers.trees.streams import Head, Stream
from reviewer.importers.trees.wording import Line, text_of

_AFTER: Final = r"\(\s{0,3}((?:\d{1,6}\s{0,2}[dhms]\s{0,3}){1,4})\)"
_HEAD: Final = re.compile(rf"\s{{0,9}}{_AFTER}\s{{0,9}}(?P<rest>.*)", re.DOTALL)
_FITS: Final = re.compile(rf"(?:>|^|\n)\s{{0,9}}{_AFTER}\s{{0,9}}[^<>():]{{1,80}}:", re.MULTILINE)
_STARTED: Final = re.compile(r"Chat Started:\s{0,9}([^<]{1,80})")
_ZONE: Final = re.compile(r"([+-]\d\d):?(\d\d)\)?\s*$")
_NAME: Final = re.compile(r"(?P<name>[^:\n]{1,80}):[ \u00a0]?(?P<body>.*)", re.DOTALL)
_UNITS: Final = {"d": 86400, "h": 3600, "m": 60, "s": 1}
_PIECE: Final = re.compile(r"(\d{1,6})\s{0,2}([dhms])")


def _fits(page: Page) -> float:
    if page.xml or not _FITS.search(page.text):
        return 0.0
    return VENDOR if _STARTED.search(page.text) else 0.9


def _head(line: Line) -> Head | None:
    found = _HEAD.match(line.text)
    if not found:
        return None
    said = _NAME.match(found["rest"])
    if said and said["name"].strip():
        return Head(said["name"].strip(), found[1], said["body"].strip(" "))
    return Head(None, found[1], found["rest"].strip())


def _read(page: Page, options: Options) -> Reading:
    notices = [node for node in nodes(page.root, "p[align=center],center") if text_of(node)]
    started = _STARTED.search(page.text)
    start = _start(started[1]) if started else None
    return Stream(page, _head, setting_of(page), notices).read(
        options, lambda after: seconds_after(start, _seconds(after))
    )


def _start(words: str) -> str | None:
    day, clock = read_date(words)[0], read_clock(words)
    zone = _ZONE.search(words)
    return f"{day}T{clock}" + (f"{zone[1]}:{zone[2]}" if zone else "") if day and clock else None


def _seconds(words: str) -> int:
    return sum(int(number) * _UNITS[unit] for number, unit in _PIECE.findall(words))


PRESET: Final = TreePreset("salesforce_body", "Salesforce chat", _fits, _read)
