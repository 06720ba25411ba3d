"""What every importer gives back: conversations, a ledger of every line, and problems."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from reviewer.domain.transcript import Role, TurnKind


class LineKind(StrEnum):
    """What one line of the source became; every line is exactly one of these."""

    TURN = "turn"
    CONTINUATION = "continuation"
    SYSTEM = "system"
    PREAMBLE = "preamble"
    POSTAMBLE = "postamble"
    BLANK = "blank"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to import, and the name people know them by."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class FoundTurn:
    """One turn or system line; `where` is first and last source line, counted from 1."""

    kind: TurnKind
    speaker: str | None
    text: str
    sent_at: str | None
    where: tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundSpeaker:
    """`key` is unique in its conversation; `reason` says why the role was chosen."""

    key: str
    name: str
    role: Role
    reason: str
    turns: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation found in a source; turns in file order."""

    title: str
    started_at: str | None
    speakers: tuple[FoundSpeaker, ...]
    turns: tuple[FoundTurn, ...]
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something odd that a person may want to look at; the excerpt has at most 80 characters."""

    where: tuple[int, int]
    what: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Found:
    """All that an importer understood of one source. `lines[i]` tells what line i + 1 became."""

    format: str
    confidence: float
    encoding: str
    conversations: tuple[Conversation, ...]
    lines: tuple[LineKind, ...]
    problems: tuple[Problem, ...] = field(default=())

    def ledger(self) -> dict[str, int]:
        """Counts by kind of line, with `total`; the parts add up to the total."""
        counts = {kind.value: 0 for kind in LineKind}
        for kind in self.lines:
            counts[kind.value] += 1
        return {"total": len(self.lines), **counts}


@dataclass(frozen=True, slots=True)
class Score:
    """How sure an importer is that a source is its own: 0 to 1, with reasons in words."""

    value: float
    reasons: tuple[str, ...] = ()


class Importer(Protocol):
    """One format. It knows bytes and turns, and no library."""

    @property
    def format(self) -> str:
        """The name of the format."""
        ...

    def sniff(self, source: Source) -> Score:
        """How sure this importer is, from the content alone."""
        ...

    def read(self, source: Source) -> Found:
        """All of the source, understood; raises NoConversation or Unreadable with one sentence."""
        ...
