"""LivePerson: `Date: 2030-01-02 Time: 10:00:00 (UTC)Name: text`, the name also on the next line."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.lines.named import any_name
from reviewer.importers.times import stamp_in

_BLOCK: Final = re.compile(
    r"^Date:\s{0,3}(?P<date>[\d/.-]{6,10})\s{1,4}Time:\s{0,3}(?P<clock>[\d:]{4,8}(?:\s?[AaPp][Mm])?)"
    r"\s{0,3}(?:\((?P<zone>[^()\n]{1,20})\))?[ \t]{0,3}(?P<rest>.*)$",
    re.DOTALL,
)


def _headers(lines: list[str]) -> list[Header | None]:
    return [
        _header(line, lines[at + 1 : at + 2]) if line.startswith("Date:") else None for at, line in enumerate(lines)
    ]


def _header(line: str, following: list[str]) -> Header | None:
    match = _BLOCK.match(line)
    if match is None:
        return None
    stamp = stamp_in(f"{match['date']} {match['clock']} {match['zone'] or ''}")
    span = 1 if match["rest"] or not following or _BLOCK.match(following[0]) else 2
    rest = match["rest"] if span == 1 else following[0]
    said = any_name(rest.lstrip())
    if said is None and not rest.strip():
        return None
    name, body = said or (None, rest)
    return Header(name, stamp, body, certain=True, span=span)


GRAMMAR: Final = Grammar("date_block", "Date: … Time: … Name: message", headers=_headers, timed=True, strict=True)
