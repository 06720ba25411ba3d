"""`[time] Name: text`, with or without brackets."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.lines.named import name_colon
from reviewer.importers.notices import is_notice
from reviewer.importers.times import STAMP, stamp_of

_TIMED: Final = re.compile(
    rf"^[\u200e\u200f]?(?P<open>[\[(])?{STAMP}(?(open)[\])])(?:[ \t]*[-–][ \t]+|\s)[ \t]{{0,8}}(?P<rest>\S.*)$",
    re.DOTALL,
)


def _time_name(line: str) -> Header | None:
    match = _TIMED.match(line)
    stamp = stamp_of(match) if match else None
    if match is None or stamp is None:
        return None
    sure = match["open"] is not None or match["iso"] is not None or match["numeric"] is not None
    said = name_colon(match["rest"])
    if said:
        return Header(said.name, stamp, said.body, certain=sure and not said.tight, tight=said.tight)
    return Header(None, stamp, match["rest"]) if sure or is_notice(match["rest"]) else None


GRAMMAR: Final = Grammar("time_name", "[Time] Name: message", _time_name, timed=True)
