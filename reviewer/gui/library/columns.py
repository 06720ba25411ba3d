"""The columns of the table of transcripts: what each shows, and what it is sorted by."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QDate, QLocale, Qt

from reviewer.gui.panels.transcript_rows import group_of
from reviewer.store.listing import SortBy, TranscriptSummary


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` in px at 100 % text, 0 for the one that takes the room that is left."""

    key: str
    title: str
    sort: SortBy | None
    width: int
    number: bool = False
    shown: bool = True


TICK: Final = "tick"
COLUMNS: Final = (
    Column("title", "Title", SortBy.TITLE, 0),
    Column("agent", "Agent", SortBy.AGENT, 116),
    Column("date", "Date", SortBy.DATE, 116),
    Column("turns", "Turns", SortBy.TURNS, 66, number=True),
    Column("status", "Status", SortBy.STATUS, 130),
    Column("score", "Score", SortBy.SCORE, 138),
    Column("comments", "Comments", SortBy.COMMENTS, 106),
    Column("tags", "Tags", None, 130, shown=False),
    Column("channel", "Channel", SortBy.CHANNEL, 100, shown=False),
    Column("imported", "Imported", SortBy.IMPORTED, 116, shown=False),
    Column("source", "File", None, 160, shown=False),
    Column(TICK, "", None, 40),
)
"""In the order of the model; the column of ticks stands last there and first on the screen."""

BY_KEY: Final = {column.key: at for at, column in enumerate(COLUMNS)}
NOTHING: Final = "–"


def words_of(summary: TranscriptSummary, key: str) -> str:
    """What a cell says."""
    return _WORDS[key](summary)


def spoken(summary: TranscriptSummary, key: str) -> str:
    """What a screen reader says of a cell."""
    words = words_of(summary, key)
    if key == "title" and summary.critical:
        return f"{words}, critical failure"
    if key == "comments":
        return f"{words}, with a revision" if summary.revised else words
    return words


def day_words(day: str) -> str:
    """“3 Mar 2026” in the language of the system; a dash where there is no day."""
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    return QLocale().toString(date, "d MMM yyyy") if date.isValid() else NOTHING


_WORDS: Final[dict[str, Callable[[TranscriptSummary], str]]] = {
    "title": lambda one: one.transcript.title,
    "agent": lambda one: one.agent or NOTHING,
    "date": lambda one: day_words((one.transcript.started_at or "")[:10]),
    "turns": lambda one: str(one.transcript.turn_count),
    "status": group_of,
    "score": lambda one: NOTHING if one.score is None else str(one.score),
    "comments": lambda one: str(one.comments),
    "tags": lambda one: ", ".join(tag.name for tag in one.tags),
    "channel": lambda one: one.transcript.channel or NOTHING,
    "imported": lambda one: day_words(one.transcript.imported_at[:10]),
    "source": lambda one: one.transcript.source_name,
    TICK: lambda _: "",
}
