"""`Name 10:02 AM`, `Name: 00:00:16` or `10:02 Name` alone on a line, with the words below."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.lines.named import unmarked
from reviewer.importers.lines.since_start import with_times_since_start
from reviewer.importers.names import LONGEST, can_be_name, is_label
from reviewer.importers.times import CLOCK, DATE, WORDS, stamp_in

_DAY: Final = r"(?:(?i:today|yesterday|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?:,| at)?\s)"
_CLOCK: Final = rf"(?:{CLOCK}|\d{{2,3}}:\d\d)(?:\s(?:[A-Z]{{3,4}}|[+-]\d{{4}}))?"
_WHEN: Final = rf"(?P<when>(?:{WORDS})|(?:{DATE}(?:,?\s{{1,2}}|T)(?:at\s)?|{_DAY})?{_CLOCK})"
_NAME: Final = rf"(?P<name>[^\s:][^:\n]{{0,{LONGEST}}}?)"
_NAME_FIRST: Final = re.compile(
    rf"^{_NAME}(?:[ \t]{{1,12}}|,[ \t]|:[ \t]{{0,3}}|[ \t][-–—|·•@][ \t]|[ \t]at[ \t])[(\[]?{_WHEN}[)\]]?:?[ \t]*$"
)
_TIME_FIRST: Final = re.compile(rf"^[(\[]?{_WHEN}[)\]]?[ \t]{{1,8}}(?:[-–—|][ \t])?{_NAME}:?[ \t]*$")
_SHORTEST: Final = 6
_LONGEST: Final = LONGEST + 60
_NOT_LAST: Final = frozenset(
    ["a", "am", "pm", "at", "by", "from", "in", "is", "of", "on", "the", "till", "to", "until", "was", "–"]
)
_ENDS: Final = frozenset("0123456789mM.)]:")


def _name_time_line(line: str) -> Header | None:
    bare = unmarked(line).rstrip()
    if not _SHORTEST <= len(bare) <= _LONGEST or ":" not in bare:
        return None
    match = None
    if bare[-1] in _ENDS:
        match = _NAME_FIRST.match(bare)
    if match is None and (bare[0].isdigit() or bare[0] in "(["):
        match = _TIME_FIRST.match(bare)
    if match is None:
        return None
    name = match["name"].rstrip(",-–— ")
    if not can_be_name(name) or is_label(name) or name.split(" ")[-1].casefold() in _NOT_LAST:
        return None
    return Header(name, stamp_in(match["when"]), "")


def _headers(lines: list[str]) -> list[Header | None]:
    """Only those with words below."""
    headers = with_times_since_start(lines, [_name_time_line(line) for line in lines])
    below = [bool(line.strip()) and header is None for line, header in zip(lines, headers, strict=True)]
    return [header if any(below[at + 1 : at + 3]) else None for at, header in enumerate(headers)]


GRAMMAR: Final = Grammar("name_time_line", "Name, time, message below", headers=_headers, timed=True, solid=True)
