"""Telegram, copied from its window: `Name, [02/01/2030 10:02]` on a line, the words below."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.times import stamp_in

_HEAD: Final = re.compile(r"^(?P<name>\S[^\n]{0,99}?), \[(?P<when>[^\[\]\n]{5,40})\](?::?\s?(?P<body>[^\n]{0,4000}))?$")
_DOTTED: Final = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(?:20)?(\d\d)(?!\d)")


def _header(line: str) -> Header | None:
    if ", [" not in line[:110]:
        return None
    match = _HEAD.match(line)
    stamp = stamp_in(_DOTTED.sub(_iso, match["when"])) if match else None
    return Header(match["name"], stamp, match["body"] or "", certain=True) if match and stamp else None


def _iso(day: re.Match[str]) -> str:
    return f"20{day[3]}-{int(day[2]):02}-{int(day[1]):02}"


GRAMMAR: Final = Grammar("telegram_paste", "Telegram chat, copied", _header, timed=True, strict=True)
