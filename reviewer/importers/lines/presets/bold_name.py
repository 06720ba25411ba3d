"""`**Name:** text`, as Markdown has it."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.names import LONGEST, can_be_name

_BOLD: Final = re.compile(
    rf"^(?P<mark>\*\*|__)(?P<name>[^*:：\n]{{1,{LONGEST}}}?)"
    r"(?:[:：][ \t]?(?P=mark)|(?P=mark)[ \t]?[:：])(?P<body>.*)$",
    re.DOTALL,
)


def _bold_name(line: str) -> Header | None:
    match = _BOLD.match(line)
    return Header(match["name"], None, match["body"]) if match and can_be_name(match["name"]) else None


GRAMMAR: Final = Grammar("bold_name", "**Name:** message", _bold_name)
