"""What a preset for pages and XML is made of, and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from reviewer.importers.base import DateOrder, LineKind, Options, Problem
from reviewer.importers.drafts import Draft
from reviewer.importers.trees.parsing import Page

EXCERPT: Final = 80
VENDOR: Final = 0.95
"""How sure a preset is that finds the marks of its own program."""


@dataclass(slots=True)
class Reading:
    """What was understood of a page: conversations, and what each block of it became, counted from 1.

    Without `confidence` the preset is as sure as of the page.
    """

    drafts: list[Draft] = field(default_factory=list)
    kinds: list[LineKind] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    date_order: DateOrder | None = None
    confidence: float | None = None

    def take(self, kind: LineKind, text: str = "") -> tuple[int, int]:
        """The next block is of this kind; gives where it stands."""
        self.kinds.append(kind)
        self.texts.append(text)
        return len(self.kinds), len(self.kinds)

    def skip(self, why: str, text: str = "") -> None:
        """The next block is left out; `why` is a sentence that ends with a full stop."""
        self.problems.append(Problem(self.take(LineKind.SKIPPED, text), why, text.strip()[:EXCERPT]))


@dataclass(frozen=True, slots=True)
class TreePreset:
    """One kind of page or XML: how it is recognised, and how it becomes conversations.

    `fits` gets the parsed page, of a large one only the head, and tells how sure it is, 0 to 1.
    """

    key: str
    title: str
    fits: Callable[[Page], float]
    read: Callable[[Page, Options], Reading]
