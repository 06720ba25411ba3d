"""Tables with a whole conversation in one cell: as text, or as a list of turns in JSON."""

import ast
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reviewer.importers.base import LineKind, Options
from reviewer.importers.decoding import split_lines
from reviewer.importers.drafts import Draft
from reviewer.importers.lines.conversations import score
from reviewer.importers.lines.engine import Marked, mark
from reviewer.importers.lines.grammar import Grammar
from reviewer.importers.names import cleaned
from reviewer.importers.tables import words
from reviewer.importers.tables.columns import Column
from reviewer.importers.tables.ledger import Ledger, is_blank
from reviewer.importers.tables.words import bare, role_of
from reviewer.importers.times import Timeline

Read = Callable[[str, int, Ledger], Draft | None]

LONGEST_LIST: Final = 4 * 1024 * 1024
LONG: Final = 24
TRIED: Final = 6
LEAST_SHARE: Final = 0.5
LEAST_FIT: Final = 0.3
MOST_DOUBT: Final = 0.5

_NO_CHAT: Final = (
    "The cell in row {} holds no turns. It was left out.",
    "{} cells hold no turns. They were left out.",
)
_UNREAD: Final = (
    "Some lines in row {} name no speaker. They were left out.",
    "In {} rows some lines name no speaker. They were left out.",
)
_LINE_BREAK: Final = re.compile(r"<br\s{0,3}/?>|\\r\\n|\\n", re.IGNORECASE)
_INLINE: Final = re.compile(
    r"(?<=\s)(?=(?:agent|customer|client|user|assistant|bot|chatbot|human|ai|system|visitor|caller|representative|rep"
    r"|support|operator|advisor)(?: ?\d{1,2})?: )",
    re.IGNORECASE,
)
_WHO: Final = ("role", "speaker", "sender", "from", "author", "name", "user", "actor", "participant", "type")
_WHAT: Final = ("content", "text", "message", "value", "body", "utterance", "msg")
_WHEN: Final = ("timestamp", "created_at", "time", "date", "ts", "sent_at", "datetime")
_LISTS: Final = ("messages", "turns", "conversation", "conversations", "dialogue", "dialog", "utterances", "transcript")


@dataclass(frozen=True, slots=True)
class Whole:
    """The column in which whole conversations stand, and how one is read."""

    at: int
    read: Read
    title: int | None = None


def whole_in(columns: Sequence[Column], grammars: Sequence[Grammar]) -> Whole | None:
    """The column that holds whole conversations, if one does."""
    title = next((one.at for one in columns if one.heading in words.CONVERSATION and one.mean < 2 * LONG), None)
    for column in sorted(columns, key=lambda one: -one.mean):
        if column.mean < LONG or column.at == title or not column.wordy:
            continue
        some = column.filled[:TRIED]
        if sum(bool(listed(cell)) for cell in some) > LEAST_SHARE * len(some):
            return Whole(column.at, _read_list, title)
        if grammar := _grammar(some, grammars):
            return Whole(column.at, _text_reader(grammar), title)
    return None


def read_whole(rows: Iterable[list[str]], whole: Whole, ledger: Ledger) -> list[Draft]:
    """One conversation for each row."""
    drafts: list[Draft] = []
    for row in rows:
        if is_blank(row):
            ledger.blank()
            continue
        cell = row[whole.at] if whole.at < len(row) else ""
        draft = whole.read(cell, len(ledger.kinds) + 1, ledger)
        if draft is None:
            ledger.skip(row, *_NO_CHAT)
            continue
        ledger.take(LineKind.TURN, cell.rstrip())
        if whole.title is not None and whole.title < len(row):
            draft.title = cleaned(bare(row[whole.title].strip()))
        drafts.append(draft)
    return drafts


def listed(cell: str) -> list[tuple[str, str, str | None]]:
    """Speaker, words and time of each turn in a cell that holds a list of them; nothing when it holds no such list."""
    cell = cell.strip()
    if cell[:1] not in ("[", "{") or len(cell) > LONGEST_LIST:
        return []
    try:
        value = json.loads(cell)
    except (ValueError, RecursionError):
        try:
            value = ast.literal_eval(cell)
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            return []
    if isinstance(value, dict):
        value = next((found for key in _LISTS if isinstance(found := value.get(key), list)), None)
    if not isinstance(value, list) or not value:
        return []
    turns = [found for one in value if (found := _turn(one))]
    return turns if len(turns) * 2 >= len(value) else []


def _turn(one: Any) -> tuple[str, str, str | None] | None:
    if isinstance(one, list | tuple) and len(one) == 2 and all(isinstance(part, str) for part in one):
        return one[0], one[1], None
    if not isinstance(one, dict):
        return None
    who, what, when = (_first(one, keys) for keys in (_WHO, _WHAT, _WHEN))
    if isinstance(who, dict):
        who = _first(who, ("name", "role", "id"))
    if isinstance(what, list):
        what = "\n".join(str(part.get("text", "")) for part in what if isinstance(part, dict))
    if who is None or not isinstance(what, str):
        return None
    return str(who), what, None if when is None else str(when)


def _first(one: dict[Any, Any], keys: Sequence[str]) -> Any:
    return next((one[key] for key in keys if one.get(key) is not None), None)


def _read_list(cell: str, row: int, _ledger: Ledger) -> Draft | None:
    turns = listed(cell)
    if not turns:
        return None
    draft = Draft()
    for who, what, when in turns:
        person = draft.person(who, None, role_of(who), "the file says so") if who.strip() else None
        if person:
            draft.say(person, what.rstrip(), when, (row, row))
        else:
            draft.say_unnamed(what.rstrip(), when, (row, row))
    return draft


def in_lines(cell: str) -> list[str]:
    """The lines of a chat in a cell, in which line breaks may be written as signs, or left out before a part's name."""
    lines = split_lines(cell)
    if len(lines) < 2 and _LINE_BREAK.search(cell):
        lines = split_lines(_LINE_BREAK.sub("\n", cell))
    if len(lines) < 2:
        lines = [part.rstrip() for part in _INLINE.split(cell)]
    return lines


def _grammar(some: Sequence[str], grammars: Sequence[Grammar]) -> Grammar | None:
    """The style in which most of these cells are written."""
    fits: dict[int, float] = {}
    several = [in_lines(cell) for cell in some]
    for at, grammar in enumerate(grammars):
        scores = [_fit(mark(lines, grammar)) for lines in several if len(lines) > 1]
        good = [one for one in scores if one >= LEAST_FIT]
        if some and len(good) >= max(1, LEAST_SHARE * len(some)):
            fits[at] = sum(good)
    return grammars[max(fits, key=lambda at: (fits[at], -at))] if fits else None


def _fit(marked: Marked) -> float:
    return score(marked) if marked.hits > 1 else 0.0


def _text_reader(grammar: Grammar) -> Read:
    def read(cell: str, row: int, ledger: Ledger) -> Draft | None:
        marked = mark(in_lines(cell), grammar, Options())
        if not marked.hits:
            return None
        stamps = (event.stamp for fragment in marked.fragments for event in fragment if event.stamp)
        timeline = Timeline(stamps, None)
        draft = Draft()
        for fragment in marked.fragments:
            for event in fragment:
                sent = timeline.place(event.stamp) if event.stamp else None
                draft.say(draft.person(event.name) if event.name else None, event.text, sent, (row, row))
        unread = {LineKind.PREAMBLE, LineKind.POSTAMBLE, LineKind.SKIPPED}
        if unread.intersection(marked.kinds):
            ledger.remark(row, *_UNREAD)
        return draft

    return read
