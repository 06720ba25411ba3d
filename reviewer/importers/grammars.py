"""How a line that starts a turn is written; a new style is one more entry here."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from reviewer.importers.names import LONGEST, can_be_name
from reviewer.importers.times import STAMP, Stamp, stamp_of


@dataclass(frozen=True, slots=True)
class Header:
    """The start of a turn. Without `name` the line is written by the chat program."""

    name: str | None
    stamp: Stamp | None
    body: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """One style. `timed` headers are certain by themselves, others must recur; prose between turns `splits` a chat."""

    key: str
    header: Callable[[str], Header | None]
    timed: bool = False
    splits: bool = False


_NAME: Final = rf"(?P<name>[^\s:：][^:：\n]{{0,{LONGEST - 1}}})"
_NAME_COLON: Final = re.compile(rf"^[\u200e\u200f\ufeff]?{_NAME}[:：](?P<body>.*)$", re.DOTALL)
_BOLD: Final = re.compile(
    rf"^\*\*(?P<name>[^*:：\n]{{1,{LONGEST}}})(?:[:：]\s?\*\*|\*\*\s?[:：])(?P<body>.*)$", re.DOTALL
)
_TIMED: Final = re.compile(
    rf"^[\u200e\u200f]?(?P<open>[\[(])?{STAMP}(?(open)[\])])(?:\s*[-–]\s+|\s+)(?P<rest>\S.*)$", re.DOTALL
)


def _name_colon(line: str) -> Header | None:
    match = _NAME_COLON.match(line)
    if match is None or not can_be_name(match["name"]) or match["body"].startswith("//"):
        return None
    return Header(match["name"], None, match["body"])


def _bold_name(line: str) -> Header | None:
    match = _BOLD.match(line)
    return Header(match["name"], None, match["body"]) if match and can_be_name(match["name"]) else None


def _time_name(line: str) -> Header | None:
    match = _TIMED.match(line)
    stamp = stamp_of(match) if match else None
    if match is None or stamp is None:
        return None
    said = _name_colon(match["rest"])
    if said:
        return Header(said.name, stamp, said.body)
    return Header(None, stamp, match["rest"]) if match["open"] else None


GRAMMARS: Final = (
    Grammar("time_name", _time_name, timed=True),
    Grammar("bold_name", _bold_name),
    Grammar("name_colon", _name_colon, splits=True),
)
