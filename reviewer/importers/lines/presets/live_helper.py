"""Live Helper Chat: `[2030-01-02 10:02:03] [Name] text`."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.times import STAMP, stamp_of

_NICK: Final = re.compile(rf"^\[(?=\d{{4}}-){STAMP}\] ?\[(?P<name>[^\[\]\n]{{1,80}})\](?P<body>.*)$", re.DOTALL)


def _live_helper(line: str) -> Header | None:
    match = _NICK.match(line)
    stamp = stamp_of(match) if match else None
    return Header(match["name"], stamp, match["body"], certain=True) if match and stamp else None


GRAMMAR: Final = Grammar("live_helper", "[Time] [Name] message", _live_helper, timed=True, strict=True)
