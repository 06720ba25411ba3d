"""`**Name:** text`, as Markdown has it, also with a time beside the name."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.lines.since_start import with_times_since_start
from reviewer.importers.names import LONGEST, can_be_name
from reviewer.importers.times import CLOCK, stamp_in

_BOLD: Final = re.compile(
    rf"^(?P<mark>\*\*|__|\*|_)(?P<name>[^*:：\n]{{1,{LONGEST}}}?)"
    r"(?:[:：][ \t]?(?P=mark)|(?P=mark)[ \t]?[:：])(?P<body>.*)$",
    re.DOTALL,
)


_TIME: Final = rf"(?P<open>[(\[])?(?P<when>(?:[\w/., -]{{4,24}}[,\s]\s?)?{CLOCK})(?(open)[)\]])"
_TIMED: Final = re.compile(
    rf"^(?P<mark>\*\*|__)(?P<name>[^*:：\n]{{1,{LONGEST}}}?):?"
    rf"(?P<ended>(?P=mark))?[ \t,|·–-]{{1,4}}{_TIME}(?(ended)|(?P<colon>[:：])?(?P=mark))"
    r"[ \t]?(?(colon)|[:：])(?P<body>.*)$",
    re.DOTALL,
)
_TIME_FIRST: Final = re.compile(
    rf"^(?P<mark>\*\*|__)?{_TIME}(?(mark)[ \t,|·–-]{{1,4}}|[ \t,|·–-]{{1,4}}(?P<late>\*\*|__))"
    rf"(?P<name>[^*:：\n]{{1,{LONGEST}}}?)(?P<colon>[:：])?(?:\*\*|__)[ \t]?(?(colon)|[:：])(?P<body>.*)$",
    re.DOTALL,
)


def _bold_name(line: str) -> Header | None:
    if not line.startswith(("*", "_", "[", "(")) and not line[:1].isdigit():
        return None
    for form in (_BOLD, _TIMED, _TIME_FIRST):
        match = form.match(line)
        if match and can_be_name(match["name"]):
            stamp = None if form is _BOLD else stamp_in(match["when"])
            return Header(match["name"].strip(), stamp, match["body"])
    return None


def _headers(lines: list[str]) -> list[Header | None]:
    return with_times_since_start(lines, [_bold_name(line) for line in lines])


GRAMMAR: Final = Grammar("bold_name", "**Name:** message", headers=_headers)
