"""Salesforce chats as text: `( 1m 3s ) Name: text`."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.lines.named import any_name
from reviewer.importers.times import Stamp

_ELAPSED: Final = re.compile(
    r"^\(\s?(?:(?P<h>\d{1,3})h\s)?(?:(?P<m>\d{1,3})m\s)?(?P<s>\d{1,3})s\s?\)\s?(?P<rest>.*)$", re.DOTALL
)


def _elapsed(line: str) -> Header | None:
    match = _ELAPSED.match(line)
    if match is None:
        return None
    hours, minutes, seconds = (int(match[part] or 0) for part in "hms")
    stamp = Stamp("", None, after=hours * 3600 + minutes * 60 + seconds)
    said = any_name(match["rest"])
    return Header(said[0], stamp, said[1], certain=True) if said else Header(None, stamp, match["rest"])


GRAMMAR: Final = Grammar("elapsed", "( 1m 3s ) Name: message", _elapsed, timed=True, strict=True)
