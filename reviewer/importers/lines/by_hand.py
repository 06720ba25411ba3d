"""Turns by names that a person has marked, however they are written."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from reviewer.importers.lines.grammar import Header
from reviewer.importers.names import cleaned, key_of
from reviewer.importers.times import STAMP, stamp_in

_BEFORE: Final = r"^[\s>*_#•\u200e\u200f\ufeff-]{0,12}(?:[\[(]?(?P<before>STAMP)[\])]?[ \t–-]{0,4})?[*_<\[(@]{0,3}"
_CLOCK: Final = r"\d{1,2}[:.]\d\d\S{0,9}(?: [AaPp]\.?[Mm]\.?)?"
_TIME: Final = rf"(?:[ \t]{{0,4}}[(\[](?P<when>[^()\[\]\n]{{1,50}})[)\]]|[ \t,]{{1,4}}(?P<clock>{_CLOCK}))?"
_END: Final = (
    r"(?:[ \t\u00a0]{0,8}[:：>|=][*_]{0,3}(?P<body>.*)|[ \t\u00a0]{1,8}[-–—][ \t](?P<dashed>.*)"
    r"|\t(?P<tabbed>.*)|(?<=[>\])])[ \t](?P<closed>.*)|[ \t]*)$"
)
_AFTER: Final = rf"[*_>\])]{{0,3}}{_TIME}{_END}"
_GROUP: Final = re.compile(r"\?P<\w+>")


def headers_by_hand(lines: Sequence[str], names: Sequence[str]) -> list[Header | None]:
    """The header of each line that starts with one of these names.

    A sign ends the name, or it stands alone; a name that never does so is ended by a blank.
    """
    hand = by_hand(names)
    found = [hand(line) for line in lines]
    signed = {key_of(header.name) for header in found if header and header.name}
    bare = _bare([name for name in names if key_of(name) not in signed])
    return [header or bare(line) for line, header in zip(lines, found, strict=True)]


def _bare(names: Sequence[str]) -> Callable[[str], Header | None]:
    written = _written(names)
    if not written:
        return lambda _: None
    line = rf"^[ \t]{{0,12}}(?P<name>{written})[ \t\u00a0]{{1,8}}(?P<body>\S.*)$"
    pattern = re.compile(line, re.DOTALL | re.IGNORECASE)

    def header(line: str) -> Header | None:
        match = pattern.match(line)
        return Header(match["name"], None, match["body"], certain=True) if match else None

    return header


def _written(names: Sequence[str]) -> str:
    shown = sorted({cleaned(name) for name in names if cleaned(name)}, key=len, reverse=True)
    return "|".join(r"\s".join(map(re.escape, name.split(" "))) for name in shown)


def by_hand(names: Sequence[str]) -> Callable[[str], Header | None]:
    """What reads a line that starts with one of the names and a sign that ends it, or that is the name alone."""
    written = _written(names)
    if not written:
        return lambda _: None
    before = _BEFORE.replace("STAMP", _GROUP.sub("?:", STAMP))
    pattern = re.compile(before + rf"(?P<name>{written})" + _AFTER, re.DOTALL | re.IGNORECASE)
    return lambda line: _header(pattern.match(line))


def _header(match: re.Match[str] | None) -> Header | None:
    if match is None:
        return None
    when = match["before"] or match["when"] or match["clock"]
    stamp = stamp_in(when) if when else None
    body = next((match[part] for part in ("body", "dashed", "tabbed", "closed") if match[part] is not None), "")
    return Header(match["name"], stamp, body, certain=True)
