"""Lines that the chat program itself writes, and whom they name."""

import re
from typing import Final

_QUOTED: Final = r"[“\"'‘«]?(?P<name>[^”\"'’»\n]{1,40}?)[”\"'’»]?"

_NOTICES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^please (?:hold|wait) (?:for|while)\b",
        r"\byou are now (?:chatting|connected|speaking) with\b",
        r"^\W{0,4}[^:]{1,60}? has (?:joined|left|entered|ended|closed|disconnected|rated)\b",
        r"^\W{0,4}[^:]{1,60}? (?:joined|left|ended|entered) (?:the )?(?:chat|room|conversation|session)\b",
        r"^your issue id\b",
        r"^chat (?:started|origin|transferred|ended|closed)\b",
        r"^the chat (?:has )?(?:started|ended|was ended|is closed)\b",
        r"^all (?:of our )?(?:agents|operators|representatives) are\b",
        r"^you are (?:number|next|now) .{0,20}\b(?:queue|line)\b",
        r"^(?:connecting|transferring) (?:you )?to\b",
        r"^\*\*\* .{1,120} \*\*\*$",
    )
)
_ONLY_BEFORE: Final = re.compile(
    r"^(?:thank you for (?:contacting|waiting|your patience)|thanks for waiting)\b", re.IGNORECASE
)
_AGENT: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bnow (?:chatting|connected|speaking) with {_QUOTED}(?:[.!,]?\s*$|[.!,]\s)",
        rf"\bnow (?:chatting|connected|speaking) with {_QUOTED}$",
    )
)
_JOINED: Final = re.compile(
    r"(?:^|[.!?*]\s+)(?P<name>[^.!?*:\n]{1,38}\.?) (?:has )?(?:joined|entered)\b", re.IGNORECASE
)
_STAGE: Final = re.compile(r"^\(.*\)$|^\[[^\]]*\]$")
LONGEST_NOTICE: Final = 600


def is_notice(line: str, *, before_chat: bool = False) -> bool:
    """Whether a line is written by the chat program; some openings count only before the first turn."""
    text = line.strip()
    if not text or len(text) > LONGEST_NOTICE:
        return False
    if any(notice.search(text) for notice in _NOTICES):
        return True
    return before_chat and _ONLY_BEFORE.search(text) is not None


def is_stage_direction(line: str) -> bool:
    """Whether a line stands in brackets as a whole."""
    text = line.strip()
    return len(text) <= LONGEST_NOTICE and _STAGE.match(text) is not None


def agents_in(line: str) -> list[str]:
    """Names that a notice gives to the agent."""
    text = line.strip()[:LONGEST_NOTICE]
    return [match["name"].strip() for pattern in _AGENT for match in pattern.finditer(text)]


def joined_in(line: str) -> list[str]:
    """Names that a notice says have joined."""
    return [match["name"].strip() for match in _JOINED.finditer(line.strip()[:LONGEST_NOTICE])]
