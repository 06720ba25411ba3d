"""From lines to events, for every style in which a header line starts a turn.

A line with an accepted header starts a turn; lines under it continue it; notices and stage directions become system
lines. What stands apart between two runs of turns either splits the chat, or is joined to the turn before, or is left
out: `apart.py` decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from reviewer.importers.base import DEFAULTS, LineKind, Loose, Options, Problem
from reviewer.importers.lines.accepting import Accepted, accept
from reviewer.importers.lines.apart import Apart, Place, is_footer, is_heading, is_rule
from reviewer.importers.lines.by_hand import headers_by_hand
from reviewer.importers.lines.front_matter import front_matter
from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.lines.margins import without_margin
from reviewer.importers.lines.named import is_fact
from reviewer.importers.names import cleaned, key_of
from reviewer.importers.notices import is_notice, is_stage_direction
from reviewer.importers.times import Stamp

EXCERPT: Final = 80
LONGEST_STAGE_DIRECTION: Final = 3
PAGE_BREAK: Final = "\f"
FENCE: Final = "```"

_BLANKS: Final = " \t\u00a0"


@dataclass(slots=True)
class Event:
    """One turn or system line in the making; lines count from 1."""

    name: str | None
    stamp: Stamp | None
    parts: list[str]
    first: int
    last: int

    @property
    def text(self) -> str:
        """What was said; words that begin under the name begin the text."""
        if len(self.parts) == 1:
            return self.parts[0].rstrip()
        first = next((at for at, part in enumerate(self.parts) if part.strip()), 0)
        return "\n".join(self.parts[first:]).rstrip()


@dataclass(slots=True)
class Marked:
    """Every line with its kind, and the events in runs that belong together."""

    kinds: list[LineKind]
    fragments: list[list[Event]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    hits: int = 0
    recurring: int = 0
    strict: bool = False
    solid: bool = False
    timed: bool = False
    noisy: bool = False


def mark(lines: list[str], grammar: Grammar, options: Options = DEFAULTS) -> Marked:
    """What each line is under one grammar; no fragments when no header is accepted."""
    bare = without_margin(_without_page_breaks(lines))
    headers = grammar.all_headers(bare)
    if front := front_matter(bare):
        headers[:front] = [None] * front
    if options.names:
        marked = headers_by_hand(bare, options.names)
        headers = [hand or header for hand, header in zip(marked, headers, strict=True)]
    given = {key_of(name) for name in options.names}
    accepted = accept(bare, headers, strict=grammar.strict, given=given)
    return _Walk(bare, headers, accepted, grammar, options.loose).walk()


def _without_page_breaks(lines: list[str]) -> list[str]:
    broken = any(line.startswith(PAGE_BREAK) for line in lines)
    return [line.removeprefix(PAGE_BREAK) for line in lines] if broken else lines


class _Walk:
    def __init__(
        self, lines: list[str], headers: list[Header | None], accepted: Accepted, grammar: Grammar, rule: Loose
    ) -> None:
        self._lines = lines
        self._headers = headers
        self._accepted = accepted
        self._starts = set(accepted.hits)
        self._marked = Marked([LineKind.PREAMBLE if line.strip() else LineKind.BLANK for line in lines])
        self._marked.strict, self._marked.timed = grammar.strict, grammar.timed
        self._marked.noisy = grammar.noisy
        self._marked.solid = self._solid = grammar.solid or grammar.strict
        self._strict = grammar.strict
        self._apart = Apart(lines, accepted.hits, names=len(accepted.names), timed=grammar.timed)
        self._turn: Event | None = None
        self._loose: list[int] = []
        self._joined: list[int] = []
        self._ruled = self._fenced = False
        self._rule = rule

    def walk(self) -> Marked:
        """The same lines, every one of them with its kind."""
        if self._accepted.hits:
            kinds, starts = self._marked.kinds, self._starts
            at = 0
            while at < len(kinds):
                if at in starts:
                    at += self._hit(at)
                else:
                    at = at + 1 if kinds[at] is LineKind.BLANK else self._line(at)
            self._settle_last()
            if self._joined:
                what = f"{len(self._joined)} paragraphs name no speaker. Each was joined to the turn above it."
                self._problem(self._joined, what)
        return self._marked

    def _line(self, at: int) -> int:
        """Takes one line, or the few that belong together, and gives the number of the next."""
        line, marked = self._lines[at], self._marked
        if not marked.fragments:
            marked.kinds[at] = LineKind.PREAMBLE
        elif self._closes_fence(at):
            marked.kinds[at] = LineKind.SKIPPED
            self._turn = None
        elif self._solid and self._turn and not self._stands_alone(at):
            self._between(at)
        elif is_rule(line):
            marked.kinds[at] = LineKind.SKIPPED
            self._turn, self._ruled = None, True
        elif not self._loose and not self._ruled and self._is_notice(at):
            self._system(range(at, at + 1))
        elif not self._loose and (length := self._stage_direction(at)):
            self._system(range(at, at + length))
            return at + length
        elif self._continues(at):
            self._continue(at)
        else:
            self._loose.append(at)
        return at + 1

    def _is_notice(self, at: int) -> bool:
        """Whether the chat program wrote this line, or it is a heading between turns."""
        alone, line = self._starts_block(at), self._lines[at]
        return is_notice(line, alone=alone) or (alone and is_heading(line))

    def _between(self, at: int) -> None:
        """A line of a style in which all that stands between two headers belongs to the first."""
        if self._strict or not is_rule(self._lines[at]) or not self._ends_turn(at):
            self._continue(at)
        else:
            self._marked.kinds[at] = LineKind.SKIPPED

    def _closes_fence(self, at: int) -> bool:
        """Whether a block of code that the chat stands in ends here."""
        if self._lines[at].strip() != FENCE or self._turn is None or self._fenced:
            return False
        opened = sum(line.lstrip().startswith(FENCE) for line in self._lines[: self._accepted.hits[0]])
        self._fenced = opened % 2 == 0
        return not self._fenced and not any(part.lstrip().startswith(FENCE) for part in self._turn.parts)

    def _ends_turn(self, at: int) -> bool:
        following = next((below for below in range(at + 1, len(self._lines)) if self._lines[below].strip()), None)
        return following is None or following in self._starts

    def _continues(self, at: int) -> bool:
        if self._turn is None or self._loose or is_footer(self._lines[at]) or self._stands_alone(at):
            return False
        return not self._starts_block(at) or not any(part.strip() for part in self._turn.parts)

    def _stands_alone(self, at: int) -> bool:
        """Whether a person wants a line that names no speaker out of the turn above it, whose words have begun."""
        if self._rule is Loose.JOIN or self._turn is None:
            return False
        if self._turn.parts[0].strip() or self._loose:
            return True
        return self._starts_block(at) and any(part.strip() for part in self._turn.parts)

    def _hit(self, at: int) -> int:
        """Starts a turn, and gives the number of lines that its header takes."""
        header = self._headers[at]
        if header is None:
            return 1
        if self._loose:
            self._settle_loose()
        self._ruled = False
        if not self._marked.fragments:
            self._marked.fragments.append([])
            self._take_notices_before(at)
        body = header.body.lstrip(_BLANKS)
        if header.name is None and not body.strip():
            self._marked.kinds[at] = LineKind.SKIPPED
            self._turn = None
            return 1
        if header.name is None:
            self._system(range(at, at + header.span), body.rstrip(), header.stamp)
            return header.span
        self._turn = Event(header.name, header.stamp, [body], at + 1, at + header.span)
        self._marked.fragments[-1].append(self._turn)
        self._marked.kinds[at] = LineKind.TURN
        if header.span > 1:
            self._mark(range(at + 1, at + header.span), LineKind.CONTINUATION)
        self._marked.hits += 1
        self._marked.recurring += at not in self._accepted.one_offs
        if at in self._accepted.one_offs:
            what = f"“{cleaned(header.name)}” speaks only once here, and may be no speaker."
            self._problem([at], what)
        return header.span

    def _system(self, lines: range, text: str | None = None, stamp: Stamp | None = None) -> None:
        words = "\n".join(self._lines[at].strip() for at in lines) if text is None else text
        event = Event(None, stamp, [words], lines[0] + 1, lines[-1] + 1)
        self._marked.fragments[-1].append(event)
        self._marked.kinds[lines[0]] = LineKind.SYSTEM
        self._mark(lines[1:], LineKind.CONTINUATION)
        self._turn = event if stamp else None

    def _continue(self, at: int) -> None:
        turn = self._turn
        if turn is not None:
            turn.parts += [""] * (at - turn.last) + [self._lines[at]]
            turn.last = at + 1
            self._marked.kinds[at] = LineKind.CONTINUATION

    def _settle_loose(self) -> None:
        """Text that stood apart from the turn above it, now that another turn follows."""
        loose, self._loose = self._loose, []
        place = self._apart.place(loose, after_rule=self._ruled, after_turn=self._turn is not None)
        if self._rule is not Loose.JOIN and (place is not Place.BETWEEN or self._solid):
            self._set_apart(loose)
        elif place is Place.BETWEEN:
            self._give_back_headings(LineKind.PREAMBLE)
            self._mark(loose, LineKind.PREAMBLE)
            self._marked.fragments.append([])
            self._turn = None
        elif place is Place.OUTSIDE or self._turn is None:
            self._mark(loose, LineKind.SKIPPED)
            self._problem(loose, f"Line {loose[0] + 1} names no speaker and stands apart. It was left out.")
        else:
            self._join(loose)

    def _settle_last(self) -> None:
        """What stands below the last turn; lines right under it are treated as between turns."""
        last = self._turn.last if self._turn else 0
        near = [at for number, at in enumerate(self._loose) if at == last + number or self._solid]
        far = self._loose[len(near) :]
        if self._rule is not Loose.JOIN and near:
            self._set_apart(near)
            self._mark(far, LineKind.POSTAMBLE)
        else:
            self._mark(self._loose, LineKind.POSTAMBLE)
        self._give_back_headings(LineKind.POSTAMBLE)

    def _give_back_headings(self, kind: LineKind) -> None:
        """Headings below the last turn are of what follows, and not of the chat."""
        events = self._marked.fragments[-1]
        while events and events[-1].name is None and is_heading(self._lines[events[-1].first - 1]):
            self._marked.kinds[events.pop().first - 1] = kind

    def _set_apart(self, loose: list[int]) -> None:
        """Each block of lines becomes a system line, or is left out, as a person chose."""
        if self._rule is Loose.LEAVE_OUT:
            self._mark(loose, LineKind.SKIPPED)
            what = f"{len(loose)} lines name no speaker, and were left out."
            self._problem(loose, what if len(loose) > 1 else "This line names no speaker, and was left out.")
            return
        start = 0
        for number in range(1, len(loose) + 1):
            if number == len(loose) or loose[number] != loose[number - 1] + 1:
                self._system(range(loose[start], loose[number - 1] + 1))
                start = number

    def _join(self, loose: list[int]) -> None:
        if self._apart.long_turns:
            self._joined += [at for at in loose if self._starts_block(at)]
        else:
            number = sum(len(fragment) for fragment in self._marked.fragments)
            self._problem(loose, f"Line {loose[0] + 1} names no speaker. It was joined to turn {number}.")
        for at in loose:
            self._continue(at)

    def _take_notices_before(self, hit: int) -> None:
        """Notices right above the first turn belong to the chat, and facts between front matter and it."""
        taken: list[int] = []
        front = front_matter(self._lines)
        for at in range(hit - 1, front - 1, -1):
            if self._marked.kinds[at] is LineKind.BLANK:
                continue
            if not is_notice(self._lines[at], before_chat=True) and not (front and is_fact(self._lines[at])):
                break
            taken.append(at)
        for at in reversed(taken):
            self._system(range(at, at + 1))

    def _stage_direction(self, at: int) -> int:
        """How many lines from here on stand in brackets between two turns: 0 for none."""
        if self._lines[at].lstrip()[:1] not in ("(", "["):
            return 0
        for length in range(1, LONGEST_STAGE_DIRECTION + 1):
            words = self._lines[at : at + length]
            if len(words) < length or not words[-1].strip():
                return 0
            if is_stage_direction(" ".join(words)):
                return length if self._starts_block(at) or at + length in self._starts else 0
        return 0

    def _starts_block(self, at: int) -> bool:
        return at == 0 or self._marked.kinds[at - 1] is LineKind.BLANK

    def _mark(self, lines: Iterable[int], kind: LineKind) -> None:
        for at in lines:
            self._marked.kinds[at] = kind

    def _problem(self, lines: list[int], what: str) -> None:
        excerpt = self._lines[lines[0]].strip()[:EXCERPT]
        self._marked.problems.append(Problem((lines[0] + 1, lines[-1] + 1), what, excerpt))
