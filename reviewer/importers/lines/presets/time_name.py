"""`[time] Name: text`, with or without brackets."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.lines.named import name_colon
from reviewer.importers.notices import is_notice
from reviewer.importers.times import STAMP, WORDS, Stamp, stamp_in, stamp_of

_AFTER: Final = r"(?:[ \t]*[-–][ \t]+|\s)[ \t]{0,8}(?P<rest>\S.*)$"
_TIMED: Final = re.compile(rf"^[\u200e\u200f]?(?P<open>[\[(])?{STAMP}(?(open)[\])]){_AFTER}", re.DOTALL)
_IN_BRACKETS: Final = re.compile(rf"^[\u200e\u200f]?[\[(](?P<when>[^\[\]()\n]{{6,60}})[\])]{_AFTER}", re.DOTALL)
_IN_WORDS: Final = re.compile(rf"^(?P<when>{WORDS}){_AFTER}", re.DOTALL)


def _time_name(line: str) -> Header | None:
    match, stamp, sure = _timed(line)
    if match is None or stamp is None:
        return None
    said = name_colon(match["rest"])
    if said:
        return Header(said.name, stamp, said.body, certain=sure and not said.tight, tight=said.tight)
    return Header(None, stamp, match["rest"]) if sure or is_notice(match["rest"]) else None


def _timed(line: str) -> tuple[re.Match[str] | None, Stamp | None, bool]:
    """What matched, its stamp, and whether it can hardly be anything else."""
    match = _TIMED.match(line)
    if match:
        sure = match["open"] is not None or match["iso"] is not None or match["numeric"] is not None
        return match, stamp_of(match), sure
    match = _IN_BRACKETS.match(line) or _IN_WORDS.match(line)
    return match, stamp_in(match["when"]) if match else None, True


GRAMMAR: Final = Grammar("time_name", "[Time] Name: message", _time_name, timed=True)
