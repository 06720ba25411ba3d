"""Zoom: `10:02:11 From Ann to Everyone : text`, the words below or beside it, and `00:58:04⇥Ann:⇥text`."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.times import CLOCK, DATE, stamp_of

_TIME: Final = rf"(?:{DATE},?\s)?{CLOCK}(?P<zone>)"
_FROM: Final = re.compile(
    rf"^{_TIME}\s{{1,4}}(?:From|Von|De|Da|Van)\s{{1,3}}(?P<name>[^:\n]{{1,80}}?)"
    r"(?:\s{1,3}(?:to|an|a|à|para|aan)\s{1,3}[^:\n]{1,80}?)?\s{0,2}:(?:\s{1,2}(?P<body>.*))?$",
    re.DOTALL,
)
_CLOUD: Final = re.compile(rf"^{_TIME}\t(?P<name>[^:\t\n]{{1,80}}):?\t(?P<body>.*)$", re.DOTALL)
_COLON: Final = re.compile(r":\t")


def _headers(lines: list[str]) -> list[Header | None]:
    return [_header(lines, at) if line[:1].isdigit() else None for at, line in enumerate(lines)]


def _header(lines: list[str], at: int) -> Header | None:
    match = _FROM.match(lines[at])
    if match is None:
        match = _CLOUD.match(lines[at]) if _COLON.search(lines[at], 0, 120) else None
        stamp = stamp_of(match) if match else None
        return Header(match["name"].strip(), stamp, match["body"], certain=True) if match and stamp else None
    stamp = stamp_of(match)
    if stamp is None:
        return None
    body, end = match["body"] or "", at + 1
    if not body.strip():
        while end < len(lines) and lines[end].startswith("\t"):
            end += 1
    words = [line.removeprefix("\t") for line in lines[at + 1 : end]]
    return Header(match["name"].strip(), stamp, "\n".join(words) or body, certain=True, span=end - at)


GRAMMAR: Final = Grammar("zoom", "Zoom chat", headers=_headers, timed=True, strict=True)
