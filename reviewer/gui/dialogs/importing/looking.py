"""One file, looked at beside the window: what is in it, and in which layouts it may be read."""

from dataclasses import dataclass, field
from typing import Final

from reviewer import importers
from reviewer.errors import ReviewerError
from reviewer.importers.base import SNIFFED, Found, Source
from reviewer.importers.decoding import decode, is_encoded_twice
from reviewer.importers.members import members
from reviewer.importers.proposals import proposals
from reviewer.store.reading import Reading
from reviewer.workspace.preparing import Entry, look

LOST: Final = "\ufffd"
ONLY_CHOSEN: Final = (importers.BY_HAND, "paragraphs")
MOST_TEXT: Final = 64 * 1024
MOST_LOOKED_THROUGH: Final = 50


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to read the file; `score` from 0 to 1 says how well it fits."""

    format: str
    title: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """An entry with what was found, and what the preview shows beside it.

    `broken`: signs were lost, or came as other signs. `text` is the head of a file in which nothing was found.
    """

    entry: Entry
    layouts: tuple[Layout, ...] = ()
    broken: bool = False
    text: str = field(default="", repr=False)
    ledger: dict[str, int] = field(default_factory=dict)
    to_check: int = 0

    @property
    def partial(self) -> bool:
        """Whether only the head was read."""
        return self.entry.found is not None and self.entry.found.partial


def look_at(reading: Reading, entry: Entry, most: int | None = None, *, closely: bool = False) -> Looked:
    """The entry as an import would take it; `closely` also with every layout that may fit."""
    looked = look(reading, entry, entry.options, most)
    found = looked.found
    if found is None:
        return Looked(looked, layouts_of(entry) if closely else (), text=head_of(entry) if closely else "")
    merges = sum(len(proposals(one)) for one in found.conversations[:MOST_LOOKED_THROUGH])
    return Looked(
        looked,
        layouts_of(entry) if closely else (),
        is_broken(found),
        ledger=found.ledger(),
        to_check=len(found.problems) + merges,
    )


def layouts_of(entry: Entry) -> tuple[Layout, ...]:
    """What may fit first, the best above, then what only a person can choose; of an archive, its first file."""
    try:
        scores = importers.sniff(_plain(entry.source()))
    except ReviewerError:
        return ()
    fitting = [Layout(one.format, one.title, score.value, score.reasons) for score, one in scores if score.value > 0]
    by_hand = [Layout(one.format, one.title, 0.0, ()) for score, one in scores if one.format in ONLY_CHOSEN]
    return (*fitting, *by_hand)


def head_of(entry: Entry) -> str:
    """The first words of a text file; empty for what is no text."""
    try:
        source = _plain(entry.source())
    except ReviewerError:
        return ""
    text = decode(source.content, MOST_TEXT, entry.options.encoding).text
    return "" if "\0" in text or text.count(LOST) > len(text) // 10 else text


def is_broken(found: Found) -> bool:
    """Whether signs were lost, or stand as other signs."""
    return any(LOST in text or is_encoded_twice(text) for text in found.texts if not text.isascii())


def _plain(source: Source) -> Source:
    return next((one.source for one in members(source) if not one.error), source)


WHOLE_AT_ONCE: Final = 4 * 1024 * 1024
"""Larger files are read whole only once they are chosen."""


def most_for(entry: Entry) -> int | None:
    """How much of a file is read while nobody looks at it."""
    size = entry.path.stat().st_size if entry.path and entry.path.exists() else 0
    return SNIFFED if size > WHOLE_AT_ONCE else None
