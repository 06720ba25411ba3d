"""Text of DiscordChatExporter: `[02-Jan-30 10:02 AM] name` on a line, the words below."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.times import Stamp, stamp_in

_HEAD: Final = re.compile(
    r"^\[(?P<when>[^\[\]\n]{8,40})\] (?P<name>\S[^\n]{0,79}?)(?P<pinned> \(pinned\))?\s*$",
)
_RULE: Final = "=" * 62
_BY_MONTH: Final = re.compile(r"(\d{1,2})-([A-Z][a-z]{2})-(\d\d)(?=\s)")
_FIRST: Final = 12


def _headers(lines: list[str]) -> list[Header | None]:
    """Nothing without the frame at the top; the lines of the frame are no turns."""
    opened = [at for at, line in enumerate(lines[:_FIRST]) if line.rstrip() == _RULE]
    found: list[Header | None] = [None] * len(lines)
    if not opened or not any(line.startswith(("Guild:", "Channel:")) for line in lines[:_FIRST]):
        return found
    for at, line in enumerate(lines):
        if line.startswith("["):
            found[at] = _header(line)
        elif at > _FIRST and _is_frame(line, after_rule=found[at - 1] is not None):
            found[at] = Header(None, None, "")
    return found


def _is_frame(line: str, *, after_rule: bool) -> bool:
    if line.startswith("===="):
        return line.rstrip() == _RULE
    return after_rule and line.startswith("Exported ") and line.rstrip().endswith("message(s)")


def _header(line: str) -> Header | None:
    match = _HEAD.match(line)
    stamp = _stamp(match["when"]) if match else None
    return Header(match["name"], stamp, "", certain=True) if match and stamp else None


def _stamp(when: str) -> Stamp | None:
    return stamp_in(_BY_MONTH.sub(r"\1 \2 20\3", when))


GRAMMAR: Final = Grammar("discord_txt", "Discord chat as text", headers=_headers, timed=True, strict=True)
