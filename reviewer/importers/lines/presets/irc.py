"""IRC logs of the usual programs: irssi, XChat, ZNC, dircproxy, web logs; and WeeChat with its tabs."""

import re
from datetime import datetime
from typing import Final

from dateutil import parser

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.times import STAMP, Stamp, read_date, stamp_in, stamp_of

_CONTROLS: Final = re.compile(r"\x03(?:\d{1,2}(?:,\d{1,2})?)?|[\x02\x04\x0f\x11\x16\x1d\x1e\x1f]")
_MONTH_DAY: Final = r"(?:(?P<month>[A-Z][a-z]{2}) (?P<date>[ \d]\d) )"
_TIMED: Final = re.compile(
    rf"^{_MONTH_DAY}?[\[(]?(?:(?P<year>\d{{4}})/(?P<two>\d\d)/(?P<three>\d\d)[ T])?{STAMP}[\])]?"
    r"[ \t]{1,3}(?P<rest>\S.*)$",
    re.DOTALL,
)
_IN_BRACKETS: Final = re.compile(r"^\[(?P<when>[^\[\]<>\n]{8,40})\][ \t]{1,3}(?P<rest>[<*=-].*)$", re.DOTALL)
_DASHED: Final = re.compile(r"(\d{1,2})[-/]([A-Z][a-z]{2})[-/](\d{4})")
_SAID: Final = re.compile(
    r"^<[ @+%&~!]{0,3}(?P<name>[^\s<>!@+%&~][^<>!]{0,60}?)(?P<address>![^\s<>]{1,120})? {0,2}>(?:\s(?P<body>.*)|$)",
    re.DOTALL,
)
_ACTED: Final = re.compile(r"^\*{1,2}[ \t]{1,3}(?P<name>[^\s*#]{1,60})[ \t](?P<body>.*)$", re.DOTALL)
_BY_SERVER: Final = re.compile(
    r"^(?:\([^()\s]{1,120}\)\s)?(?:has\s(?:joined|quit|left|been|set|changed)|joins|parts|quits|sets?\s(?:the\s)?"
    r"(?:mode|channel|topic)|(?:is|are)\snow\s(?:known|talking)|was\skicked|changes\stopic|talking\s(?:in|on)\s#"
    r"|(?:is|for|set|on)\s[#:'\"])",
    re.IGNORECASE,
)
_NOTICE: Final = re.compile(
    r"^(?:\*{3,4} |={3} |-!- |-{2,3}[> ]|<-{1,2} |### |#+ )\S|^Session (?:Start|Close|Ident|Time): "
)
_WEECHAT: Final = re.compile(rf"^(?=\d{{1,4}}[-/.]){STAMP}\t(?P<name> ?[^\s]{{0,60}})\t(?P<body>.*)$", re.DOTALL)
_SIGNS: Final = frozenset({"-->", "<--", "--", "=!=", "", "***"})
_DAY: Final = re.compile(
    r"^(?:-{3} |### |\*{3,4} |\[?\d\d:\d\d\]? -!- )?"
    r"(?:Day changed|Log opened|Log session|Log started|Session Start|Session Time|Begin logging at)[ :]{0,3}"
    r"(?P<when>.{6,60})$",
    re.IGNORECASE,
)
_TAG: Final = re.compile(
    r"(?:[abipuv]|body|br|code|div|em|head|h[1-6r]|html|li|ol|pre|span|strong|table|t[dhr]|ul|\w{1,10}://.{0,60})",
    re.IGNORECASE,
)
_SERVER_SIGNS: Final = frozenset("*=-<!")
_LEAST_SHARE: Final = 0.4
"""So much of a log without times has to be turns."""
_FIRST_SIGNS: Final = frozenset("[(<*=-#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ\x02\x03\x0f\x1f")


def _headers(lines: list[str]) -> list[Header | None]:
    day: str | None = None
    found: list[Header | None] = []
    for written in lines:
        if not written or written[0] not in _FIRST_SIGNS:
            found.append(None)
            continue
        line = _CONTROLS.sub("", written)
        changed = _day_of(line)
        day = changed or day
        found.append(Header(None, None, line) if changed else _header(line, day))
    return _believed(lines, found)


def _believed(lines: list[str], found: list[Header | None]) -> list[Header | None]:
    """Acts without a time are of those who also speak, and a log without times is one for the most part."""
    spoken = [header for header in found if header and header.certain]
    timed = sum(header.stamp is not None for header in spoken)
    written = sum(1 for line in lines if line.strip())
    other = sum(header is not None and header.name is None and header.body[:1] not in _SERVER_SIGNS for header in found)
    if len(spoken) < other / 2 or (timed < len(spoken) / 2 and len(spoken) < _LEAST_SHARE * written):
        return [None] * len(lines)
    names = {header.name for header in spoken}
    return [
        None if header and header.name and not header.stamp and header.name not in names else header for header in found
    ]


def _header(line: str, day: str | None) -> Header | None:
    if "\t" in line and (match := _WEECHAT.match(line)):
        return _weechat(match)
    stamp, rest = _timed(line, day)
    if (said := _SAID.match(rest)) and (stamp or not _TAG.fullmatch(said["name"])):
        body = said["body"] or ""
        body = body[1:] if said["address"] and body[:1] in ("+", "-") else body
        return Header(said["name"].strip(), stamp, body, certain=True)
    acted = _ACTED.match(rest)
    if acted and not _BY_SERVER.match(acted["body"]):
        return Header(acted["name"], stamp, acted["body"])
    return Header(None, stamp, rest) if stamp or _NOTICE.match(rest) else None


def _timed(line: str, day: str | None) -> tuple[Stamp | None, str]:
    """When a line was sent, and what stands behind the time."""
    match = _TIMED.match(line)
    if match is None:
        match = _IN_BRACKETS.match(line) if line.startswith("[") else None
        return (stamp_in(_DASHED.sub(r"\1 \2 \3", match["when"])), match["rest"]) if match else (None, line)
    stamp = stamp_of(match)
    if stamp is None:
        return None, line
    if match["year"]:
        day = f"{match['year']}-{match['two']}-{match['three']}"
    elif match["month"]:
        day = read_date(f"{match['date']} {match['month']} {day[:4]}")[0] if day else None
    return (stamp._replace(day=day) if day and not (stamp.day or stamp.numeric) else stamp), match["rest"]


def _weechat(match: re.Match[str]) -> Header | None:
    name, stamp = match["name"].strip(), stamp_of(match)
    if stamp is None:
        return None
    if name in _SIGNS:
        return Header(None, stamp, match["body"])
    if name == "*":
        who, _, act = match["body"].partition(" ")
        return Header(who, stamp, act, certain=True) if who else None
    return Header(name.lstrip("@+%&~"), stamp, match["body"], certain=True)


def _day_of(line: str) -> str | None:
    found = _DAY.match(line)
    if found is None:
        return None
    try:
        return parser.parse(found["when"], fuzzy=True, default=datetime(1, 1, 1)).date().isoformat()  # noqa: DTZ001
    except (parser.ParserError, OverflowError, ValueError):
        return None


GRAMMAR: Final = Grammar("irc", "IRC log", headers=_headers, timed=True, strict=True, noisy=True)
