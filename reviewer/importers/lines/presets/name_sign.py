"""`Name > text`, `Name >> text`, `Name - text`."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.names import LONGEST, can_be_name, is_label, is_proper, key_of
from reviewer.importers.roles import is_known_part

_SIGN: Final = re.compile(
    rf"^(?P<name>[^\s>:–—|][^>:–—|\n]{{0,{LONGEST}}}?)[ \t]{{1,8}}(?:>{{1,3}}|»|->|=>|(?P<dash>[-–—]))[ \t]{{1,8}}"
    r"(?P<body>.*)$",
    re.DOTALL,
)


def _name_sign(line: str) -> Header | None:
    match = _SIGN.match(line)
    if match is None or not can_be_name(match["name"]) or is_label(match["name"]):
        return None
    name = match["name"]
    if match["dash"] and not is_proper(name) and not is_known_part(key_of(name)):
        return None
    return Header(name, None, match["body"])


GRAMMAR: Final = Grammar("name_sign", "Name > message", _name_sign)
