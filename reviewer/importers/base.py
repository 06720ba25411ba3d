"""What every importer takes and gives back: a source, choices, conversations, a ledger of every line, problems."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from reviewer.domain.transcript import Role, TurnKind
from reviewer.errors import Unreadable

SNIFFED: Final = 256 * 1024
"""So many bytes are looked at to recognise a format."""
MOST_WHOLE: Final = 256 * 1024 * 1024
"""A longer source is read piece by piece, or not at all."""


class LineKind(StrEnum):
    """What one line, record or cell of the source became; each is exactly one of these."""

    TURN = "turn"
    CONTINUATION = "continuation"
    SYSTEM = "system"
    PREAMBLE = "preamble"
    POSTAMBLE = "postamble"
    BLANK = "blank"
    SKIPPED = "skipped"


class Unit(StrEnum):
    """What `where` and the ledger count."""

    LINE = "line"
    RECORD = "record"
    CELL = "cell"
    PARAGRAPH = "paragraph"


class Loose(StrEnum):
    """What becomes of lines between turns that name no speaker."""

    JOIN = "join"
    SYSTEM = "system"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class Source:
    """Something to import, and the name people know it by.

    Of a large file `content` is only the head, and `path` tells where the rest is.
    """

    name: str
    content: bytes
    path: Path | None = None

    @property
    def size(self) -> int:
        """Bytes in all."""
        return self.path.stat().st_size if self.path else len(self.content)

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """The bytes from the first one on."""
        if self.path is None:
            yield BytesIO(self.content)
            return
        with self.path.open("rb") as stream:
            yield stream

    def whole(self) -> bytes:
        """All bytes.

        Raises:
            Unreadable: there are more than MOST_WHOLE.
        """
        if self.path is None:
            return self.content
        if self.size > MOST_WHOLE:
            megabytes = f"{self.size / 1024 / 1024:,.0f} MB"
            raise Unreadable(
                f"{self.name} is too large to be read as one piece ({megabytes}; at most 256 MB). "
                "Split it into smaller files."
            )
        return self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what, counted from 0; None where there is none."""

    text: int
    speaker: int | None = None
    time: int | None = None
    conversation: int | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may choose instead of what the importer would guess; None leaves the guess.

    `day_first` is the order of day and month in dates such as 02/03/2026. `names` are speakers marked by hand.
    """

    format: str | None = None
    encoding: str | None = None
    day_first: bool | None = None
    loose: Loose = Loose.JOIN
    unwrap: bool = False
    columns: Columns | None = None
    names: tuple[str, ...] = ()


DEFAULTS: Final = Options()


@dataclass(frozen=True, slots=True)
class FoundTurn:
    """One turn or system line; `where` is first and last unit of the source, counted from 1."""

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
class DateOrder:
    """How dates such as 02/03/2026 were read, and why; only where the file has such dates.

    `day_first` is None when nothing tells, and then only the times of day are kept.
    """

    day_first: bool | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Found:
    """All that an importer understood of one source. `lines[i]` tells what unit i + 1 became, `texts[i]` its words.

    `partial`: only the head was read. `question` is what a person should answer before this is trusted.
    """

    format: str
    confidence: float
    encoding: str
    conversations: tuple[Conversation, ...]
    lines: tuple[LineKind, ...]
    problems: tuple[Problem, ...] = field(default=())
    unit: Unit = Unit.LINE
    texts: Sequence[str] = field(default=(), repr=False)
    date_order: DateOrder | None = None
    question: str | None = None
    columns: Columns | None = None
    headings: tuple[str, ...] = ()
    partial: bool = False

    def ledger(self) -> dict[str, int]:
        """Counts by kind of unit, with `total`; the parts add up to the total."""
        counted = Counter(self.lines)
        return {"total": len(self.lines), **{kind.value: counted[kind] for kind in LineKind}}


@dataclass(frozen=True, slots=True)
class Score:
    """How sure an importer is that a source is its own: 0 to 1, with reasons in words."""

    value: float
    reasons: tuple[str, ...] = ()


class Importer(Protocol):
    """One format. It knows bytes and turns, and no library."""

    @property
    def format(self) -> str:
        """The key of the format."""
        ...

    @property
    def title(self) -> str:
        """The name of the format for people."""
        ...

    def read(self, source: Source, options: Options = DEFAULTS, most: int | None = None) -> Found:
        """The source, understood; with `most`, only about so many bytes from its head, for a first look.

        Raises:
            Unreadable: it cannot be read; the sentence says where and why.
            NoConversation: it was read and holds no conversation.
        """
        ...


class Family(Protocol):
    """One engine with its presets: looks at a source once and says how sure each preset is of it."""

    def sniff(self, source: Source) -> list[tuple[Score, Importer]]:
        """Every preset that the source may be written in, from the first SNIFFED bytes of its content alone."""
        ...
