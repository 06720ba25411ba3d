"""Tables with a column for each who speaks, such as “question” and “answer”."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reviewer.domain.transcript import Role
from reviewer.importers.base import LineKind
from reviewer.importers.drafts import Draft
from reviewer.importers.tables.columns import MOSTLY, Column
from reviewer.importers.tables.ledger import Ledger, is_blank, joined
from reviewer.importers.tables.words import SETS_OF_PAIRS, bare, plain, side_of

MANY_PAIRS: Final = 50
FEWEST_TURNS: Final = 4
LEAST_SPACED: Final = 0.3
_EMPTY: Final = ("Row {} holds no words. It was left out.", "{} rows hold no words. They were left out.")


@dataclass(frozen=True, slots=True)
class Sides:
    """The columns of those who speak, in the order in which they speak."""

    columns: tuple[int, ...]
    names: tuple[str, ...]
    roles: tuple[Role, ...]
    time: int | None = None
    conversation: int | None = None
    apart: bool = False
    """Whether each row is a conversation of its own."""


def sides_of(
    headings: Sequence[str], columns: Sequence[Column], time: int | None, conversation: int | None, *, breaks: bool
) -> Sides | None:
    """The columns by their headings, one for either side; None where there are not two."""
    found: dict[Role, int] = {}
    for column in columns[: len(headings)]:
        side = side_of(headings[column.at])
        if side and column.wordy and column.at not in (time, conversation):
            found.setdefault(Role.AGENT if side is Role.BOT else side, column.at)
    spoken = [column for column in columns[: len(headings)] if column.at not in (time, conversation) and column.filled]
    if len(found) != 2 and not take_turns(spoken):
        return None
    order = tuple(sorted(found.values()) if len(found) == 2 else (column.at for column in spoken))
    pairs = any(set(plain(headings[at]).split("_")) & SETS_OF_PAIRS for at in order)
    apart = conversation is None and not breaks and pairs and len(columns[order[0]].cells) > MANY_PAIRS
    roles = tuple(side_of(headings[at]) or Role.OTHER for at in order)
    return Sides(order, tuple(headings[at].strip() for at in order), roles, time, conversation, apart)


def take_turns(columns: Sequence[Column]) -> bool:
    """Whether each of two headed columns has words where the other has none, by turns."""
    if len(columns) != 2 or not all(one.heading and one.wordy and one.spaced >= LEAST_SPACED for one in columns):
        return False
    sides = [bool(first) for first, other in zip(columns[0].cells, columns[1].cells, strict=True) if first or other]
    if len(sides) < FEWEST_TURNS or len(sides) != len(columns[0].filled) + len(columns[1].filled):
        return False
    return sum(first != other for first, other in pairwise(sides)) >= MOSTLY * (len(sides) - 1)


def read_sides(rows: Iterable[list[str]], sides: Sides, ledger: Ledger, *, breaks: bool) -> list[Draft]:
    """The conversations in these rows; each cell of a side is a turn."""
    drafts: dict[str, Draft] = {}
    part = 0
    for row in rows:
        if is_blank(row):
            ledger.blank()
            part += breaks
            continue
        spoken = [(at, row[at].rstrip()) for at in sides.columns if at < len(row) and row[at].strip()]
        if not spoken:
            ledger.skip(row, *_EMPTY)
            continue
        number = ledger.take(LineKind.TURN, joined([text for _, text in spoken]))
        draft = _draft(drafts, sides, row, part)
        time = row[sides.time] if sides.time is not None and sides.time < len(row) else None
        for at, text in spoken:
            side = sides.columns.index(at)
            person = draft.person(sides.names[side], None, sides.roles[side], "the heading of the column says so")
            draft.say(person, text.replace("\r\n", "\n"), time or None, (number, number))
        part += sides.apart
    return list(drafts.values())


def _draft(drafts: dict[str, Draft], sides: Sides, row: list[str], part: int) -> Draft:
    if sides.conversation is not None and sides.conversation < len(row):
        key = row[sides.conversation]
        return drafts.setdefault(key, Draft(bare(key.strip())))
    return drafts.setdefault(str(part), Draft())
