"""`Name (10:02): text` and `Name (Sat Oct 2 11:36:45 EDT 2010) > text`, the words also below."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.lines.named import unmarked
from reviewer.importers.lines.since_start import with_times_since_start
from reviewer.importers.names import LONGEST, can_be_name
from reviewer.importers.times import stamp_in

_NAME: Final = re.compile(
    rf"^(?P<name>[^\s:(\[][^:(\[\n]{{0,{LONGEST}}}?)[ \t]{{0,3}}[(\[](?P<when>[^()\[\]\n]{{1,50}}"
    r"(?:\([^()\n]{0,12}\)[^()\[\]\n]{0,12})?)[)\]](?:[ \t]{0,3}(?P<mark>[:>]|[-–](?=\s))(?P<body>.*)|[ \t]*)$",
    re.DOTALL,
)


def _name_paren_time(line: str) -> Header | None:
    match = _NAME.match(unmarked(line))
    if match is None or not can_be_name(match["name"]):
        return None
    stamp = stamp_in(match["when"])
    if stamp is None and match["mark"] != ">":
        return None
    return Header(match["name"], stamp, match["body"] or "", certain=bool(stamp and match["mark"]))


def _headers(lines: list[str]) -> list[Header | None]:
    return with_times_since_start(lines, [_name_paren_time(line) for line in lines])


GRAMMAR: Final = Grammar("name_paren_time", "Name (time): message", headers=_headers, timed=True)
