"""WhatsApp: `[D, T] Name: text` (iOS), `D, T - Name: text` (Android), `[T, D] Name: text` (copied from the window)."""

import re
from functools import lru_cache
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.names import cleaned
from reviewer.importers.times import Stamp, clock_of, numeric_stamp

_MARK: Final = "[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
_SEPARATOR: Final = rf"{_MARK}?[/.\-]{_MARK}?\s?"
_DATE: Final = rf"(?P<date>\d{{1,4}}{_SEPARATOR}\d{{1,4}}{_SEPARATOR}\d{{1,4}})\.?"
_HALF: Final = r"(?P<half>[^\W\d_]{1,6}\.?(?:\s?[^\W\d_]{1,2}\.)?)"
_BEFORE: Final = r"(?:(?P<before>[^\W\d_]{1,9}\.?(?:\s[^\W\d_]{1,9})?)\s?)?"
_CLOCK: Final = rf"{_BEFORE}(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?(?:\s?{_HALF})?"
_IOS: Final = rf"\[{_MARK}?{_DATE},?{_MARK}?\s{{1,3}}{_CLOCK}{_MARK}?\]:?\s?"
_ANDROID: Final = rf"{_DATE},?{_MARK}?\s{{1,3}}{_CLOCK}{_MARK}?(?:\s[-–]\s|:\s)"
_COPIED: Final = rf"\[{_CLOCK},\s{_DATE}\]\s"
_BRACKETS, _DASH, _PASTE = (
    re.compile(rf"^{_MARK}{{0,3}}{style}(?P<rest>.*)$", re.DOTALL) for style in (_IOS, _ANDROID, _COPIED)
)
_FIGURES: Final = re.compile(r"\d+")
_FIRST: Final = re.compile(rf"^{_MARK}{{0,3}}\[?{_MARK}?(?:\d|[^\W\d_]{{1,9}}\.?\s?\d)")
_NAMED: Final = re.compile(r"^(?P<name>[^:\n]{1,80}):(?:\s(?P<body>.*)|(?P<stand_in>\.?))$", re.DOTALL)
_BRACKETED: Final = re.compile(r"^(?:<|\[|\*\*)")
_EVENT: Final = re.compile(
    r"[“”\"«»]|\s(?:changed|created|added|removed|has changed|cambió|änderte|hat|a modifié|alterou|mudou)\s",
    re.IGNORECASE,
)
_ENCRYPTED: Final = re.compile(
    r"end-to-end[ -](?:encrypt|versleuteld|krypter)|ende-zu-ende-verschlüssel|de extremo a extremo|de bout en bout"
    r"|crittografat[ei] end-to-end|de ponta a ponta|\bpäästä päähän|totalsträckskrypter|端到端|エンドツーエンド|종단간",
    re.IGNORECASE,
)
_EARLY: Final = frozenset(["上午", "오전", "πμ", "ص", "vorm", "fm", "de", "dop", "rano"])
_LATE: Final = frozenset(["下午", "오후", "μμ", "م", "nachm", "mu", "öö", "odp", "popoludní", "ip"])
_MOST_BEFORE_NOTICE: Final = 1000
_LEFT_TO_RIGHT: Final = "\u200e"
_ATTACHED: Final = re.compile(r"^\u200e?(?:<|\S{1,20} omitted|\S.{0,80}\(file attached\))")


def _header(line: str) -> Header | None:
    if not _FIRST.match(line):
        return None
    match = (_BRACKETS.match(line) or _PASTE.match(line)) if "[" in line[:4] else _DASH.match(line)
    if match is None:
        return None
    stamp = _stamp(*match.group("date", "before", "hour", "minute", "second", "half"))
    if stamp is None:
        return None
    said = _NAMED.match(match["rest"])
    if said is None or said["stand_in"] == "." or _is_event(said["name"]):
        return Header(None, stamp, match["rest"])
    return Header(said["name"], stamp, said["body"] or "", certain=True)


@lru_cache(maxsize=65536)
def _stamp(date: str, before: str | None, hour: str, minute: str, second: str | None, half: str | None) -> Stamp | None:
    clock = clock_of(hour, minute, second, _half(half or before or ""))
    return numeric_stamp(_FIGURES.findall(date), clock) if clock else None


def _half(written: str) -> str:
    words = "".join(written.casefold().replace(".", "").split())
    if words in ("pm", "p") or words in _LATE:
        return "p"
    return "a" if words in ("am", "a") or words in _EARLY else ""


@lru_cache(maxsize=4096)
def _is_event(name: str) -> bool:
    """Whether the words before a colon are the program's and no name."""
    return _EVENT.search(name) is not None or _BRACKETED.match(name) is not None


def _headers(lines: list[str]) -> list[Header | None]:
    headers = [_header(line) for line in lines]
    named = [at for at, header in enumerate(headers[:_MOST_BEFORE_NOTICE]) if header and header.name]
    notice = next((at for at in named if _is_encryption_notice(headers[at], first=at == named[0])), None)
    for at in _by_the_program(headers, notice) if notice is not None else ():
        headers[at] = _unnamed(headers[at])
    return headers


def _is_encryption_notice(header: Header | None, *, first: bool) -> bool:
    if header is None or not (first or header.body.startswith(_LEFT_TO_RIGHT)):
        return False
    return _ENCRYPTED.search(header.body[:300]) is not None


def _by_the_program(headers: list[Header | None], notice: int) -> list[int]:
    """The lines that iOS signs with the name of the group: its notice, and all others when none is a person's."""
    first = headers[notice]
    name = cleaned(first.name or "") if first else ""
    theirs = [at for at, header in enumerate(headers) if header and header.name and cleaned(header.name) == name]
    marked = all(
        header is not None and header.body.startswith(_LEFT_TO_RIGHT) and not _ATTACHED.match(header.body)
        for header in map(headers.__getitem__, theirs)
    )
    return theirs if marked else [notice]


def _unnamed(header: Header | None) -> Header | None:
    return header and Header(None, header.stamp, header.body.removeprefix(_LEFT_TO_RIGHT))


GRAMMAR: Final = Grammar("whatsapp", "WhatsApp chat", headers=_headers, timed=True, strict=True)
