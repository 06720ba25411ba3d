"""LINE: a line with the day, then `10:02⇥Name⇥text`; words over several lines stand in quotation marks."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.times import Stamp, clock_of

_DAY: Final = re.compile(
    r"^(?:[^\W\d_]{1,9},? )?(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})\.?"
    r"[ ]?(?:\([^()\n]{1,9}\)|[^\W\d_]{1,12})?\s*$"
)
_SAID: Final = re.compile(
    r"^(?:(?P<early>[^\W\d_]{2,4}) ?)?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"(?: ?(?P<late>[AaPp])\.?[Mm]\.?)?\t(?P<name>[^\t\n]{0,80})\t(?P<body>.*)$",
    re.DOTALL,
)
_HALVES: Final = {"午後": "p", "午前": "a", "오후": "p", "오전": "a", "下午": "p", "上午": "a", "AM": "a", "PM": "p"}
_LONGEST_QUOTED: Final = 500


def _headers(lines: list[str]) -> list[Header | None]:
    """Nothing where no line is a day: then the clocks are of another program."""
    found: list[Header | None] = [None] * len(lines)
    day: str | None = None
    for at, line in enumerate(lines):
        if "\t" not in line:
            if len(line) < 40 and (match := _DAY.match(line)):
                day = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
                found[at] = Header(None, None, "")
        elif day and (said := _SAID.match(line)):
            found[at] = _header(said, day, lines, at)
    return found


def _header(said: re.Match[str], day: str, lines: list[str], at: int) -> Header | None:
    half = _HALVES.get(said["early"] or "", (said["late"] or "").lower())
    clock = clock_of(said["hour"], said["minute"], said["second"], half)
    if clock is None:
        return None
    body, span = _unquoted(said["body"], lines, at)
    return Header(said["name"].strip() or None, Stamp(clock, day), body, certain=True, span=span)


def _unquoted(body: str, lines: list[str], at: int) -> tuple[str, int]:
    """The words, and how many lines they take; a quotation mark that is never closed is just a sign."""
    if not body.startswith('"'):
        return body, 1
    for end in range(at + 1, min(len(lines), at + _LONGEST_QUOTED)):
        if _SAID.match(lines[end]) or _DAY.match(lines[end][:40]):
            break
        if lines[end].rstrip().endswith('"') and not lines[end].rstrip().endswith('\\"'):
            words = "\n".join([body[1:], *lines[at + 1 : end], lines[end].rstrip()[:-1]])
            return words.replace('""', '"'), end - at + 1
    return body, 1


GRAMMAR: Final = Grammar("line_app", "LINE chat", headers=_headers, timed=True, strict=True)
