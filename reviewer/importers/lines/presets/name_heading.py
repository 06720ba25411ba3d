"""A name as a heading of its own, `## User`, `**Assistant**`, `You said:`, with the words below."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.names import LONGEST, can_be_name, key_of
from reviewer.importers.roles import is_known_part, is_system_name

MOST_OTHERS: Final = 5

_HEADING: Final = re.compile(
    rf"^(?:(?P<level>#{{1,6}})[ \t]+(?:\*\*|__)?(?P<hash>[^\s#*_:][^#*_:\n]{{0,{LONGEST}}}?)[ \t]?:?(?:\*\*|__)?:?"
    rf"|(?P<mark>\*\*|__)(?P<bold>[^\s*_:][^*_:\n]{{0,{LONGEST}}}):?(?P=mark):?"
    r"|(?:#{1,6}[ \t]+)?(?P<said>You|ChatGPT|Claude|Gemini|Copilot|Perplexity|Grok|DeepSeek) said:)[ \t]{0,3}$"
)
_EMOJI: Final = re.compile(r"^[^\w#]{1,4}\s|\s[^\w#]{1,4}$")


def _heading(line: str) -> tuple[str, str] | None:
    """The mark of a heading and the name in it."""
    if not line.startswith(("#", "*", "_")) and not line.rstrip().endswith(" said:"):
        return None
    match = _HEADING.match(line)
    if match is None:
        return None
    name = match["hash"] or match["bold"] or match["said"]
    return (match["level"] or match["mark"] or "said", name) if can_be_name(name) else None


def _headers(lines: list[str]) -> list[Header | None]:
    """Words for a part; with only one such word in use, a few other names under the same mark too."""
    headings = [_heading(line) for line in lines]
    parts = {heading for heading in headings if heading and _is_part(heading[1])}
    marks = {mark for mark, _ in parts}
    others = {heading for heading in headings if heading and heading[0] in marks} - parts
    if len({key_of(name) for _, name in parts}) == 1 and len(others) <= MOST_OTHERS:
        parts |= others
    return [Header(heading[1], None, "") if heading in parts and heading else None for heading in headings]


def _is_part(name: str) -> bool:
    key = key_of(_EMOJI.sub("", name))
    return is_known_part(key) and not is_system_name(key)


GRAMMAR: Final = Grammar("name_heading", "Name as a heading, message below", headers=_headers, solid=True)
