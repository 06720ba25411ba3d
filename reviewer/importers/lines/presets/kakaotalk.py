"""KakaoTalk: `[Name] [2:30 PM] text` below a dashed line with the day, or `day and time, Name : text`."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.times import Stamp, clock_of, read_date

_RULE: Final = re.compile(r"^-{5,60} (?P<day>[^-\n][^\n]{3,50}?) -{5,60}\s*$")
_KOREAN: Final = re.compile(r"(?P<year>\d{4})(?:년|\.) ?(?P<month>\d{1,2})(?:월|\.) ?(?P<day>\d{1,2})(?:일|\.)")
_CLOCK: Final = (
    r"(?:(?P<early>오전|오후|AM|PM) )?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"(?: (?P<late>[AaPp])[Mm])?"
)
_PANEL: Final = re.compile(rf"^\[(?P<name>[^\n]{{1,60}}?)\] \[{_CLOCK}\](?: (?P<body>.*))?$", re.DOTALL)
_MOBILE: Final = re.compile(
    rf"^(?P<day>\d{{4}}(?:년|\.) ?\d{{1,2}}(?:월|\.) ?\d{{1,2}}(?:일|\.)"
    rf"|[A-Z][a-z]{{2,8}} \d{{1,2}}, \d{{4}},?(?: at)?) {_CLOCK}(?:, (?P<rest>.*))?$",
    re.DOTALL,
)
_SAID: Final = re.compile(r"^(?P<name>[^:\n]{1,60}?) : (?P<body>.*)$", re.DOTALL)
_NOTICE: Final = re.compile(
    r"^\S.{0,60}(?:님이 (?:들어왔습니다|나갔습니다|.{1,60}초대했습니다)|(?: joined| left) this (?:chat|chatroom|group)"
    r"| invited \S.{0,60})\.\s*$"
)


def _headers(lines: list[str]) -> list[Header | None]:
    day: str | None = None
    found: list[Header | None] = []
    for line in lines:
        rule = _RULE.match(line) if line.startswith("-----") else None
        day = _day(rule["day"]) if rule else day
        found.append(Header(None, None, "") if rule else _header(line, day))
    return found


def _header(line: str, day: str | None) -> Header | None:
    if day and _NOTICE.match(line[:200]):
        return Header(None, None, line)
    if line.startswith("["):
        match = _PANEL.match(line)
        clock = _clock(match) if match else None
        return Header(match["name"], Stamp(clock, day), match["body"] or "", certain=True) if match and clock else None
    match = _MOBILE.match(line) if line[:1].isdigit() or line[:1].isupper() else None
    clock = _clock(match) if match else None
    if match is None or clock is None:
        return None
    stamp, rest = Stamp(clock, _day(match["day"])), match["rest"] or ""
    said = _SAID.match(rest)
    return Header(said["name"], stamp, said["body"], certain=True) if said else Header(None, stamp, rest)


def _clock(match: re.Match[str]) -> str | None:
    half = {"오전": "a", "오후": "p", "AM": "a", "PM": "p"}.get(match["early"] or "", (match["late"] or "").lower())
    return clock_of(match["hour"], match["minute"], match["second"], half)


def _day(words: str) -> str | None:
    korean = _KOREAN.search(words)
    if korean is None:
        return read_date(words)[0]
    return read_date(f"{korean['year']}-{int(korean['month']):02}-{int(korean['day']):02}")[0]


GRAMMAR: Final = Grammar("kakaotalk", "KakaoTalk chat", headers=_headers, timed=True, strict=True)
