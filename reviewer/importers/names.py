"""What can be a speaker's name at the start of a line, and what only looks like one."""

import re
from typing import Final

LONGEST: Final = 40
MOST_WORDS: Final = 5

_HIDDEN: Final = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BLANKS: Final = re.compile(r"\s+")
_NOT_A_NAME: Final = re.compile(r"[“”\"<>{}=|\\/]|^[-*•>\[(]|^\(?\d+[.)]\s|[.?!;]\s+[a-z]|^\d+$|^\d\d?$|://")
_LABELS: Final = frozenset(
    {
        "agenda",
        "answer",
        "caution",
        "channel",
        "chapter",
        "date",
        "department",
        "duration",
        "e-mail",
        "email",
        "example",
    }
    | {"answer", "fax", "fecha", "figure", "from", "goal", "hint", "http", "https", "id", "ip", "issue", "issue id"}
    | {
        "link",
        "location",
        "mailto",
        "note",
        "notes",
        "p.s",
        "page",
        "phone",
        "ps",
        "queue",
        "rating",
        "re",
        "reference",
    }
    | {
        "reference",
        "source",
        "started",
        "started at",
        "ended",
        "step",
        "subject",
        "summary",
        "survey",
        "task",
        "tel",
        "time",
    }
    | {"tip", "title", "to", "topic", "total", "updated", "url", "visitor details", "warning", "website", "www"}
)


def cleaned(name: str) -> str:
    """The name as shown: direction marks removed, runs of blanks made one."""
    return _BLANKS.sub(" ", _HIDDEN.sub("", name)).strip()


def key_of(name: str) -> str:
    """One key for spellings that differ in case or blanks only."""
    return cleaned(name).casefold()


def can_be_name(name: str) -> bool:
    """Whether these words before a colon can name a speaker."""
    shown = cleaned(name)
    if not shown or len(shown) > LONGEST or len(shown.split(" ")) > MOST_WORDS:
        return False
    return not _NOT_A_NAME.search(shown) and any(_is_sign(character) for character in shown)


def is_label(name: str) -> bool:
    """Whether these words are more often the label of a fact than a name."""
    return key_of(name) in _LABELS


def is_short_name(name: str) -> bool:
    """Whether a name that speaks just once can be believed: at most three words, the first with a capital."""
    words = cleaned(name).split(" ")
    return len(words) <= 3 and not words[0][:1].islower() and not is_label(name)


def _is_sign(character: str) -> bool:
    return character.isalnum() or ord(character) > 0x2600
