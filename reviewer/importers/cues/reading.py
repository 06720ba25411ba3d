"""The lines of a subtitle file as cues."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape
from itertools import zip_longest
from typing import Final

from reviewer.importers.base import LineKind, Problem

EXCERPT: Final = 80
LONGEST_TIME: Final = 300

_TIME: Final = r"(?:(\d{1,3}):)?(\d{1,2}):(\d\d)[.,](\d{3})"
_ARROW: Final = re.compile(rf"^\s*{_TIME}\s{{0,5}}-->\s{{0,5}}{_TIME}(?:\s.*)?$")
_COMMA: Final = re.compile(rf"^\s*{_TIME},{_TIME}\s*$")
_BLOCK: Final = re.compile(r"^(?:NOTE|STYLE|REGION)(?:\s|$)")
_VOICE: Final = re.compile(r"<v(?:\.[\w.-]{1,60})?\s{1,3}(?P<name>[^<>]{1,120})>")
_DASH: Final = re.compile(r"^\s{0,8}[-–—]\s{0,4}(?=\S)")
_TAG: Final = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,80}\}")


class Kind(StrEnum):
    """The three forms."""

    VTT = "webvtt"
    SRT = "srt"
    SBV = "sbv"


@dataclass(slots=True)
class Said:
    """What one voice says in a cue; `seconds` since the start, `first` and `last` are lines from 1."""

    name: str | None
    text: str
    seconds: float
    first: int
    last: int


@dataclass(slots=True)
class Cues:
    """Every line with its kind, and what is said."""

    kinds: list[LineKind]
    said: list[Said] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def kind_of(lines: list[str]) -> Kind | None:
    """Which form it is; a file with the arrows of WebVTT but neither its first line nor numbers is none."""
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("WEBVTT"):
        return Kind.VTT
    for at, line in enumerate(lines[:400]):
        if _COMMA.match(line):
            return Kind.SBV
        if _ARROW.match(line):
            numbered = at > 0 and lines[at - 1].strip().isdecimal()
            return Kind.SRT if numbered or "," in line.partition("-->")[0] else None
    return None


def read_cues(lines: list[str], kind: Kind) -> Cues:
    """All cues; what stands between them and is none is left out with a remark."""
    cues = Cues([LineKind.SKIPPED if line.strip() else LineKind.BLANK for line in lines])
    pattern = _COMMA if kind is Kind.SBV else _ARROW
    for first, last in _blocks(lines, pattern):
        at = next((number for number in range(first, min(first + 2, last + 1)) if pattern.match(lines[number])), None)
        if at is None:
            _leave_out(cues, lines, first, last)
            continue
        match = pattern.match(lines[at])
        seconds = _seconds(match) if match else 0.0
        for number in range(first, at + 1):
            cues.kinds[number] = LineKind.PREAMBLE
        _take(cues, lines, at + 1, last, seconds)
    return cues


def _take(cues: Cues, lines: list[str], first: int, last: int, seconds: float) -> None:
    dashed = sum(_DASH.match(lines[at]) is not None for at in range(first, last + 1)) > 1
    begins = True
    for at in range(first, last + 1):
        for name, words in _voices(lines[at]):
            text = unescape(_TAG.sub("", words)).strip()
            starts = dashed and _DASH.match(text) is not None
            if begins or starts or name is not None:
                same_line = bool(cues.said) and cues.said[-1].last == at + 1
                if same_line and not text:
                    continue
                cues.kinds[at] = LineKind.TURN
                cues.said.append(Said(name, _DASH.sub("", text, count=1) if starts else text, seconds, at + 1, at + 1))
                begins = False
            else:
                cues.said[-1].text += f"\n{text}"
                cues.said[-1].last = at + 1
                cues.kinds[at] = LineKind.CONTINUATION


def _voices(line: str) -> Iterator[tuple[str | None, str]]:
    """The parts of a line by who says them; None goes on with the voice before."""
    voices = list(_VOICE.finditer(line))
    if not voices or line[: voices[0].start()].strip():
        yield None, line[: voices[0].start()] if voices else line
    for voice, following in zip_longest(voices, voices[1:]):
        yield unescape(voice["name"]).strip(), line[voice.end() : following.start() if following else len(line)]


def _leave_out(cues: Cues, lines: list[str], first: int, last: int) -> None:
    words = lines[first].strip()
    if first == 0 or words.startswith("WEBVTT") or _BLOCK.match(words):
        for at in range(first, last + 1):
            cues.kinds[at] = LineKind.PREAMBLE
        return
    what = f"Line {first + 1} belongs to no subtitle with a time, and was left out."
    cues.problems.append(Problem((first + 1, last + 1), what, words[:EXCERPT]))


def _blocks(lines: list[str], pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """First and last line of what stands between blank lines; a time in the midst starts a cue, too."""
    first: int | None = None
    timed = False
    for at, line in enumerate([*lines, ""]):
        if first is not None and line.strip() and len(line) < LONGEST_TIME and pattern.match(line):
            if timed:
                start = at - 1 if lines[at - 1].strip().isdecimal() and not pattern.match(lines[at - 2]) else at
                yield first, start - 1
                first = start
            timed = True
        if line.strip():
            if first is None:
                first, timed = at, len(line) < LONGEST_TIME and pattern.match(line) is not None
        elif first is not None:
            yield first, at - 1
            first = None


def _seconds(match: re.Match[str]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in match.groups()[:4])
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
