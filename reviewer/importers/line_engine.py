"""From lines to events, for every style in which a header line starts a turn.

A line with an accepted header starts a turn; lines under it continue it; notices and stage directions become system
lines. Text that stands apart between two runs of turns splits the chat into fragments when it is long enough to be
prose, and is joined to the turn before when it is not.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from reviewer.importers.base import LineKind, Problem
from reviewer.importers.grammars import Grammar, Header
from reviewer.importers.names import is_label, is_short_name, key_of
from reviewer.importers.notices import is_notice, is_stage_direction
from reviewer.importers.roles import is_known_part
from reviewer.importers.times import Stamp

PROSE_SIGNS: Final = 300
PROSE_PARAGRAPHS: Final = 2
EXCERPT: Final = 80

_RULE: Final = re.compile(r"^\s*(?:[-_=~]{3,}|(?:\* ?){3,})\s*$")
_ENDING: Final = re.compile(r"^(?:leave a (?:reply|comment)|dear [^,]{1,40},|post chat survey|visitor details)", re.I)


@dataclass(slots=True)
class Event:
    """One turn or system line in the making; lines count from 1."""

    name: str | None
    stamp: Stamp | None
    parts: list[str]
    first: int
    last: int


@dataclass(slots=True)
class Marked:
    """Every line with its kind, and the events in runs that belong together."""

    kinds: list[LineKind]
    fragments: list[list[Event]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    hits: int = 0
    recurring: int = 0


def mark(lines: list[str], grammar: Grammar) -> Marked:
    """What each line is under one grammar; no fragments when no header is accepted."""
    headers = [grammar.header(line) for line in lines]
    counts = Counter(key_of(header.name) for header in headers if header and header.name)
    known = {key for key, count in counts.items() if _accepted(key, count, grammar)}
    return _Walk(lines, headers, known, counts, grammar).walk()


def _accepted(key: str, count: int, grammar: Grammar) -> bool:
    return grammar.timed or (not is_label(key) and (count >= 2 or is_known_part(key)))


class _Walk:
    def __init__(
        self,
        lines: list[str],
        headers: list[Header | None],
        known: set[str],
        counts: Counter[str],
        grammar: Grammar,
    ) -> None:
        self._lines = lines
        self._headers = headers
        self._known = known
        self._counts = counts
        self._grammar = grammar
        self._marked = Marked([LineKind.BLANK if not line.strip() else LineKind.PREAMBLE for line in lines])
        self._last_hit = max((at for at in range(len(lines)) if self._is_hit(at)), default=-1)
        self._turn: Event | None = None
        self._loose: list[int] = []
        self._ended = False

    def walk(self) -> Marked:
        for at, line in enumerate(self._lines):
            if self._marked.kinds[at] is not LineKind.BLANK:
                self._line(at, line)
        for at in self._loose:
            self._marked.kinds[at] = LineKind.POSTAMBLE
        return self._marked

    def _line(self, at: int, line: str) -> None:
        if self._is_hit(at) or self._is_one_off(at):
            self._hit(at)
        elif not self._marked.fragments:
            self._marked.kinds[at] = LineKind.PREAMBLE
        elif _RULE.match(line):
            self._marked.kinds[at] = LineKind.SKIPPED
            self._turn = None
        elif not self._loose and (is_notice(line) or (self._starts_block(at) and is_stage_direction(line))):
            self._system(at, line.strip(), None)
        elif self._turn and not self._loose and not self._starts_block(at):
            self._continue(at)
        else:
            self._ended = self._ended or _ENDING.match(line.strip()) is not None
            self._loose.append(at)

    def _hit(self, at: int) -> None:
        header = self._headers[at]
        if header is None:
            return
        self._settle_loose()
        if not self._marked.fragments:
            self._marked.fragments.append([])
            self._take_notices_before(at)
        if header.name is None:
            self._system(at, header.body.strip(), header.stamp)
            return
        self._turn = Event(header.name, header.stamp, [header.body.lstrip(" \t\u00a0").rstrip()], at + 1, at + 1)
        self._marked.fragments[-1].append(self._turn)
        self._marked.kinds[at] = LineKind.TURN
        self._marked.hits += 1
        self._marked.recurring += key_of(header.name) in self._known

    def _system(self, at: int, text: str, stamp: Stamp | None) -> None:
        self._marked.fragments[-1].append(Event(None, stamp, [text], at + 1, at + 1))
        self._marked.kinds[at] = LineKind.SYSTEM
        self._turn = None

    def _continue(self, at: int) -> None:
        turn = self._turn
        if turn is None:
            return
        turn.parts += [""] * (at - turn.last) + [self._lines[at].rstrip()]
        turn.last = at + 1
        self._marked.kinds[at] = LineKind.CONTINUATION

    def _settle_loose(self) -> None:
        """Text that stood apart: prose splits the chat, less is part of the turn before."""
        loose, self._loose = self._loose, []
        ended, self._ended = self._ended, False
        if not loose:
            return
        if self._turn is None or ended or self._is_prose(loose):
            for at in loose:
                self._marked.kinds[at] = LineKind.PREAMBLE if ended or self._turn else LineKind.SKIPPED
            if self._turn is not None:
                self._marked.fragments.append([])
                self._turn = None
            return
        number = sum(len(fragment) for fragment in self._marked.fragments)
        what = f"Line {loose[0] + 1} names no speaker. It was joined to turn {number}."
        excerpt = self._lines[loose[0]].strip()[:EXCERPT]
        self._marked.problems.append(Problem((loose[0] + 1, loose[-1] + 1), what, excerpt))
        for at in loose:
            self._continue(at)

    def _is_prose(self, loose: list[int]) -> bool:
        if not self._grammar.splits:
            return False
        paragraphs = sum(self._starts_block(at) for at in loose)
        return paragraphs >= PROSE_PARAGRAPHS and sum(len(self._lines[at]) for at in loose) >= PROSE_SIGNS

    def _take_notices_before(self, hit: int) -> None:
        """Notices right above the first turn belong to the chat."""
        taken: list[int] = []
        for at in range(hit - 1, -1, -1):
            if self._marked.kinds[at] is LineKind.BLANK:
                continue
            if not is_notice(self._lines[at], before_chat=True):
                break
            taken.append(at)
        for at in reversed(taken):
            self._system(at, self._lines[at].strip(), None)

    def _is_hit(self, at: int) -> bool:
        header = self._headers[at]
        if header is None:
            return False
        if header.name is None:
            return self._grammar.timed
        return key_of(header.name) in self._known

    def _is_one_off(self, at: int) -> bool:
        """Somebody who speaks once, in the midst of a chat that others keep up."""
        header = self._headers[at]
        if header is None or header.name is None or not self._turn or self._loose or at > self._last_hit:
            return False
        return bool(header.body.strip()) and is_short_name(header.name) and self._starts_like_turns(at)

    def _starts_like_turns(self, at: int) -> bool:
        return self._starts_block(at) == self._starts_block(self._turn.first - 1 if self._turn else at)

    def _starts_block(self, at: int) -> bool:
        return at == 0 or self._marked.kinds[at - 1] is LineKind.BLANK
