"""What a JSON preset is made of, and the count of what became of each record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from reviewer.importers.base import LineKind, Problem
from reviewer.importers.drafts import Draft

EXCERPT: Final = 80


@dataclass(slots=True)
class Records:
    """Numbers the records of a document from 1 and keeps what each became.

    In JSON Lines a record is a line, so `line` is set and every turn from that line has its number.
    """

    kinds: list[LineKind] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    line: int | None = None

    def take(self, kind: LineKind, text: str = "") -> tuple[int, int]:
        """The next record is of this kind; gives where it stands."""
        if self.line is not None:
            return self._take_line(kind, text)
        self.kinds.append(kind)
        self.texts.append(text)
        return len(self.kinds), len(self.kinds)

    def turn(self, text: str) -> tuple[int, int]:
        """The next record is a turn."""
        return self.take(LineKind.TURN, text)

    def system(self, text: str) -> tuple[int, int]:
        """The next record is a line of the chat program."""
        return self.take(LineKind.SYSTEM, text)

    def skip(self, why: str, text: str = "") -> None:
        """The next record is left out; `why` is a sentence that ends with a full stop."""
        self.problems.append(Problem(self.take(LineKind.SKIPPED, text), why, text.strip()[:EXCERPT]))

    def remark(self, what: str) -> None:
        """Something worth telling about the records that come next; `what` is a sentence."""
        number = self.line or len(self.kinds) + 1
        self.problems.append(Problem((number, number), what, ""))

    def _take_line(self, kind: LineKind, text: str) -> tuple[int, int]:
        line = self.line or 1
        while len(self.kinds) < line:
            self.kinds.append(LineKind.BLANK)
            self.texts.append("")
        order = (LineKind.BLANK, LineKind.SKIPPED, LineKind.SYSTEM, LineKind.TURN)
        if order.index(kind) > order.index(self.kinds[line - 1]):
            self.kinds[line - 1] = kind
            self.texts[line - 1] = text
        return line, line


@dataclass(frozen=True, slots=True)
class JsonPreset:
    """One JSON format: how it is recognised, and how a document becomes conversations.

    `fits` gets a parsed value (the document, or for JSON Lines one line; of a large file only its head, with lists cut
    short) and tells from the presence of keys how sure it is, 0 to 1; 0.9 and more for a format's own keys. `read` gets
    the whole value and fills in drafts; it takes every record from `records`.
    """

    key: str
    title: str
    fits: Callable[[Any], float]
    read: Callable[[Any, Records], Iterator[Draft]]
