"""How a line that starts a turn is written; a new style is one more entry here."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reviewer.importers.names import LONGEST, can_be_name
from reviewer.importers.notices import is_notice
from reviewer.importers.times import STAMP, Stamp, stamp_of


@dataclass(frozen=True, slots=True)
class Header:
    """The start of a turn. Without `name` the line is written by the chat program.

    A `certain` header needs no second one by the same name; a `tight` one has no blank before its words and counts only
    for a name that is known otherwise.
    """

    name: str | None
    stamp: Stamp | None
    body: str
    certain: bool = False
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """One style. Every line of a `timed` chat has its time; prose between the turns of the others can split a chat."""

    key: str
    header: Callable[[str], Header | None]
    timed: bool = False


_NAME_COLON: Final = re.compile(
    rf"^[\u200e\u200f\ufeff]?(?P<name>[^\s:：][^:：\n]{{0,{LONGEST}}})(?P<colon>[:：])(?P<body>.*)$", re.DOTALL
)
_BOLD: Final = re.compile(
    rf"^(?P<mark>\*\*|__)(?P<name>[^*:：\n]{{1,{LONGEST}}}?)"
    r"(?:[:：][ \t]?(?P=mark)|(?P=mark)[ \t]?[:：])(?P<body>.*)$",
    re.DOTALL,
)
_TIMED: Final = re.compile(
    rf"^[\u200e\u200f]?(?P<open>[\[(])?{STAMP}(?(open)[\])])(?:[ \t]*[-–][ \t]+|\s)[ \t]{{0,8}}(?P<rest>\S.*)$",
    re.DOTALL,
)


def _name_colon(line: str) -> Header | None:
    match = _NAME_COLON.match(line)
    if match is None:
        return None
    name, body = match["name"], match["body"]
    if body.startswith(("//", "\\", "/", ":", "=")) or (name[-1].isdigit() and body[:1].isdigit()):
        return None
    if not can_be_name(name) or _opens_notice(name):
        return None
    return Header(name, None, body, tight=match["colon"] == ":" and bool(body) and not body[0].isspace())


@lru_cache(maxsize=4096)
def _opens_notice(name: str) -> bool:
    return is_notice(name)


def _bold_name(line: str) -> Header | None:
    match = _BOLD.match(line)
    return Header(match["name"], None, match["body"]) if match and can_be_name(match["name"]) else None


def _time_name(line: str) -> Header | None:
    match = _TIMED.match(line)
    stamp = stamp_of(match) if match else None
    if match is None or stamp is None:
        return None
    sure = match["open"] is not None or match["iso"] is not None or match["numeric"] is not None
    said = _name_colon(match["rest"])
    if said:
        return Header(said.name, stamp, said.body, certain=sure and not said.tight, tight=said.tight)
    return Header(None, stamp, match["rest"]) if sure or is_notice(match["rest"]) else None


GRAMMARS: Final = (
    Grammar("time_name", _time_name, timed=True),
    Grammar("bold_name", _bold_name),
    Grammar("name_colon", _name_colon),
)
