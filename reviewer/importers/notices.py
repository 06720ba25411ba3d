"""Lines that the chat program itself writes, and whom they name."""

import re
from typing import Final

_QUOTED: Final = r"[“\"'‘«]?(?P<name>[^”\"'’»\n]{1,40}?)[”\"'’»]?"
_WHO: Final = r"^\W{0,4}\S[^:]{0,60}?"
_WHAT: Final = r"(?: (?:in )?(?:the |this |your )?(?:chat|room|conversation|session|group|channel|call|meeting))"

# These are the chat program's wherever they stand.
_NOTICES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:[^:]{1,500}[.!?] )?you are now (?:chatting|connected|speaking) (?:with|to)\b",
        rf"{_WHO} has (?:joined|left|entered|ended|closed|disconnected from){_WHAT}\b",
        rf"{_WHO} has (?:joined|left|disconnected)\W{{0,5}}$",
        rf"{_WHO} has rated{_WHAT}?\b",
        rf"{_WHO} (?:joined|left|ended|entered){_WHAT}\W{{0,5}}$",
        r"^your issue id\b",
        r"^chat (?:started|origin|transferred|ended|closed)\b",
        r"^the chat (?:has )?(?:started|ended|was ended|is closed)\b",
        r"^all (?:of )?(?:our )?(?:agents|operators|representatives) are\b",
        r"^you are (?:number|next|now) .{0,20}\b(?:queue|line)\b",
        r"^please wait for (?:a|an|the|our) (?:site )?(?:operator|agent|representative)\b",
        r"^\*\*\* .{1,300}$",
    )
)
# People say these too, so they count only where they stand alone.
_ALONE: Final = re.compile(r"^(?:please (?:hold|wait) (?:for|while)|(?:connecting|transferring) (?:you )?to)\b", re.I)
_BEFORE: Final = re.compile(
    r"^(?:(?:thank you|thanks) for (?:contacting|waiting|your patience|visiting)|welcome to)\b", re.IGNORECASE
)
_AGENT: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bnow (?:chatting|connected|speaking) (?:with|to):? {_QUOTED}(?:[.!,]?\s*$|[.!,]\s)",
        rf"\bnow (?:chatting|connected|speaking) (?:with|to):? {_QUOTED}$",
        r"\banalyst (?P<name>\S[^.!?*:\n]{0,38}?\.?) has\b",
    )
)
_JOINED: Final = re.compile(
    r"(?:^|[.!?*]\s)(?:(?:analyst|agent|user|visitor|customer) )?(?P<name>[^\s.!?*:][^.!?*:\n]{0,38}\.?)"
    r" (?:has )?(?:joined|entered)\b",
    re.IGNORECASE,
)
_CUSTOMER: Final = re.compile(
    r"\b(?:user|visitor|customer|guest) (?P<name>[^\s.!?*:][^.!?*:\n]{0,38}?\.?) has (?:joined|entered)\b",
    re.IGNORECASE,
)
_STAGE: Final = re.compile(r"^\([^()]*\):?$|^\[[^\[\]]*\]:?$")
# One of these is in every notice of the first kind: a quick look that spares the slow one.
_SIGNS: Final = (
    *("you are n", "joined", "left", "entered", "ended", "closed", "disconnected", "rated", "issue id", "chat "),
    *("all ", "please wait", "***"),
)
LONGEST_NOTICE: Final = 600


def is_notice(line: str, *, alone: bool = False, before_chat: bool = False) -> bool:
    """Whether a line is written by the chat program; some wordings count only alone or before the first turn."""
    text = line.strip()
    if not text or len(text) > LONGEST_NOTICE:
        return False
    folded = text.lower()
    if any(sign in folded for sign in _SIGNS) and any(notice.search(text) for notice in _NOTICES):
        return True
    if (alone or before_chat) and _ALONE.search(text):
        return True
    return before_chat and _BEFORE.search(text) is not None


def is_stage_direction(text: str) -> bool:
    """Whether it stands in brackets as a whole."""
    text = text.strip()
    return len(text) <= LONGEST_NOTICE and _STAGE.match(text) is not None


def agents_in(line: str) -> list[str]:
    """Names that a notice gives to the agent."""
    text = line.strip()[:LONGEST_NOTICE]
    return [match["name"].strip() for pattern in _AGENT for match in pattern.finditer(text)]


def joined_in(line: str) -> list[str]:
    """Names that a notice says have joined."""
    return [match["name"].strip() for match in _JOINED.finditer(line.strip()[:LONGEST_NOTICE])]


def customers_in(line: str) -> list[str]:
    """Names that a notice gives to the customer."""
    return [match["name"].strip() for match in _CUSTOMER.finditer(line.strip()[:LONGEST_NOTICE])]
