"""What stands apart between turns: the words of an article, the heading of a second chat, or more of a turn."""

import re
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from reviewer.importers.lines.front_matter import front_matter

PROSE_SIGNS: Final = 300
ARTICLE_SIGNS: Final = 200
COMMON_SHARE: Final = 0.1
COMMON_COUNT: Final = 5

_RULE: Final = re.compile(r"^\s*(?:[-_=~—–]{3,}|(?:\* ?){3,}|(?:- ){3,}-?)\s*$")
_FOOTER: Final = re.compile(
    r"^(?:leave a (?:reply|comment)|post chat survey|visitor details|share this|spread the love"
    r"|related (?:posts|articles)|your email address will not be published|end of (?:chat|transcript|conversation))"
    r"\b.{0,60}$",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"^dear [^,:]{1,40}[,:]$", re.IGNORECASE)
_HEADING: Final = re.compile(
    r"^\W{0,6}(?:chat|conversation|transcript|session|dialogue|dialog|example|excerpt|case|ticket)"
    r"(?: (?:number|no\.?))?[ #:]{0,3}\d{1,9}\b.{0,60}$",
    re.IGNORECASE,
)
_MARKDOWN: Final = re.compile(r"^#{1,6} \S.{0,120}$")


class Place(Enum):
    """What becomes of text that stands apart."""

    BETWEEN = auto()
    OUTSIDE = auto()
    INSIDE = auto()


class Apart:
    """Decides from the whole file: whether it is an article, and how its turns are usually set."""

    def __init__(self, lines: list[str], hits: list[int], *, names: int, timed: bool) -> None:
        self._lines = lines
        self._is_article = bool(hits) and not timed and _is_within_prose(lines, hits)
        self._gap = _usual_gap(lines, hits)
        interrupted = _interruptions(lines, hits)
        self.long_turns = names > 1 and interrupted >= COMMON_COUNT and interrupted > COMMON_SHARE * len(hits)

    def place(self, loose: list[int], *, after_rule: bool, after_turn: bool) -> Place:
        """Where these lines belong, which stand between two turns."""
        words = [self._lines[at].strip() for at in loose]
        if after_rule or any(is_footer(line) or _HEADING.match(line) for line in words):
            return Place.BETWEEN
        if self._is_article and not self.long_turns and _is_prose(words):
            return Place.BETWEEN
        wide = not self.long_turns and self._blanks_before(loose[0]) > max(1, self._gap)
        return Place.INSIDE if after_turn and not wide else Place.OUTSIDE

    def _blanks_before(self, at: int) -> int:
        start = at
        while start and not self._lines[start - 1].strip():
            start -= 1
        return at - start


def is_rule(line: str) -> bool:
    """Whether a line is drawn across the page."""
    return _RULE.match(line) is not None


def is_heading(line: str) -> bool:
    """Whether a line is a heading as Markdown has it, but not one of a further chat."""
    return _MARKDOWN.match(line) is not None and not _HEADING.match(line)


def is_footer(line: str) -> bool:
    """Whether a line opens what pages and chat programs set below a chat."""
    return _FOOTER.match(line.strip()) is not None


def _is_prose(words: list[str]) -> bool:
    """Whether these lines are an author's, rather than more of what was said."""
    return words[-1].endswith(":") or _LETTER.match(words[0]) is not None or sum(map(len, words)) >= PROSE_SIGNS


def _is_within_prose(lines: list[str], hits: list[int]) -> bool:
    """Whether an author writes above the turns, or below them in more words than are usual in a turn."""
    if _has_prose(lines[front_matter(lines) : hits[0]]):
        return True
    usual = sorted(len(lines[at]) for at in hits)[len(hits) // 2]
    return usual < ARTICLE_SIGNS and _has_prose(_after_blank(lines[hits[-1] + 1 :]))


def _has_prose(lines: list[str]) -> bool:
    signs = 0
    for line in lines:
        signs = signs + len(line.strip()) if line.strip() else 0
        if signs >= ARTICLE_SIGNS:
            return True
    return False


def _after_blank(lines: list[str]) -> list[str]:
    for index, line in enumerate(lines):
        if not line.strip():
            return lines[index:]
    return []


def _usual_gap(lines: list[str], hits: list[int]) -> int:
    """How many blank lines stand before most turns."""
    gaps = []
    for before, at in pairwise(hits):
        blanks = 0
        while at - blanks - 1 > before and not lines[at - blanks - 1].strip():
            blanks += 1
        gaps.append(blanks)
    return sorted(gaps)[len(gaps) // 2] if gaps else 0


def _interruptions(lines: list[str], hits: list[int]) -> int:
    """How many turns are followed by a paragraph without a name."""
    return sum(
        any(lines[at].strip() and not lines[at - 1].strip() for at in range(before + 1, after))
        for before, after in pairwise(hits)
        if after - before > 1
    )
