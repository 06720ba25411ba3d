"""Which column of a table holds what: by the word that heads it, then by what stands in it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from reviewer.importers.base import Columns
from reviewer.importers.instants import instant
from reviewer.importers.tables import words
from reviewer.importers.tables.words import bare, is_role, plain
from reviewer.importers.times import stamp_in

SHORT: Final = 60
LONGEST_TIME: Final = 40
LOOKED_AT: Final = 20
MOSTLY: Final = 0.6
LEAST_IDS: Final = 0.2
_HEX: Final = re.compile(r"0x[0-9a-fA-F]{1,40}")


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in one column of the rows looked at; shares are of the cells that are filled."""

    at: int
    heading: str
    cells: tuple[str, ...]
    filled: tuple[str, ...]
    distinct: int
    mean: float
    spaced: float
    numbers: float
    times: float

    @property
    def wordy(self) -> bool:
        """Whether it can hold what somebody says."""
        return bool(self.filled) and self.numbers < MOSTLY and self.times < MOSTLY

    @property
    def repeated(self) -> bool:
        """Whether some value stands in it more than once."""
        return self.distinct < len(self.filled)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns, counted from 0, that are read when a row is a turn.

    `speaker` tells people apart, by ids when it is `numbered`; `name` is how they are shown where that is another
    column, `role` says who they are, and by `inbound` what “yes” means in it,
    `clock` is the time of day beside a date, `kind` tells messages from events, `turn` counts turns, `own` and `reply`
    tie a row to the row it answers, `markup` says that the text stands in pieces of web pages.
    """

    text: int
    speaker: int | None = None
    name: int | None = None
    role: int | None = None
    inbound: bool | None = None
    numbered: bool = False
    time: int | None = None
    clock: int | None = None
    conversation: int | None = None
    kind: int | None = None
    public: int | None = None
    turn: int | None = None
    own: int | None = None
    reply: int | None = None
    title: int | None = None
    channel: int | None = None
    markup: bool = False

    def shown(self) -> Columns:
        """The columns as a person sees and changes them."""
        who = next((one for one in (self.name, self.speaker, self.role) if one is not None), None)
        return Columns(self.text, who, self.time, self.conversation)


def columns_of(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Every column, with figures about its cells."""
    width = max([len(headings), *map(len, rows)], default=0)
    return [_column(at, headings[at] if at < len(headings) else "", rows) for at in range(width)]


def _column(at: int, heading: str, rows: Sequence[Sequence[str]]) -> Column:
    cells = tuple(row[at].strip() if at < len(row) else "" for row in rows)
    filled = tuple(cell for cell in cells if cell)
    some = filled[:LOOKED_AT]
    return Column(
        at, plain(heading), cells, filled, len(set(filled)),
        sum(map(len, filled)) / len(filled) if filled else 0.0,
        sum(" " in cell for cell in filled) / len(filled) if filled else 0.0,
        sum(map(_is_number, some)) / len(some) if some else 0.0,
        sum(map(_is_time, some)) / len(some) if some else 0.0,
    )  # fmt: skip


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).replace(",", "").replace("-", "", 1).isdecimal() or _HEX.fullmatch(cell) is not None


def _is_time(cell: str) -> bool:
    if not any(map(str.isdecimal, cell)) or len(cell) > LONGEST_TIME or (_is_number(cell) and len(cell) < 10):
        return False
    return stamp_in(cell) is not None or (cell[0].isdecimal() and instant(cell) is not None)


def headed_layout(columns: Sequence[Column]) -> Layout | None:
    """The columns by the words that head them; None when no word says where the text is."""
    free = {column.at: column for column in columns if column.heading}
    text = _best(free, words.TEXT, lambda one: one.wordy) or _empty_text(free)
    if text is None:
        return None
    del free[text.at]
    time = _best(free, words.TIME, lambda one: one.times >= MOSTLY and one.distinct > 1) or _best(
        free, words.TIME, lambda one: one.times >= MOSTLY or (one.times > 0 and one.heading in words.CLOCK)
    )
    clock = _clock(free, time) if time else None
    for taken in (time, clock):
        if taken:
            free.pop(taken.at)
    role = _best(free, words.ROLE, lambda one: bool(one.filled))
    if role and not _holds_roles(role) and role.heading != "role":
        role = None
    role = role or _role_named_type(free)
    if role:
        del free[role.at]
    inbound, way = _way(free) if role is None else (None, None)
    if inbound:
        del free[inbound.at]
        role = inbound
    name, number = _who(free, role)
    speaker, shown = (number, name) if number else (name, None)
    for taken in (name, number):
        if taken:
            free.pop(taken.at)
    if speaker is None and role is not None and way is None:
        speaker, role = role, role if _holds_roles(role) else None
    found = Layout(
        text.at, _at(speaker), _at(shown), _at(role), way, number is not None, _at(time), _at(clock)
    )  # fmt: skip
    return _with_rest(found, free, columns)


def _with_rest(found: Layout, free: dict[int, Column], columns: Sequence[Column]) -> Layout:
    conversation = _best(free, words.CONVERSATION, _groups) or _best(free, words.CONVERSATION_IF_REPEATED, _groups)
    if conversation:
        free.pop(conversation.at)
    kind = _best(free, words.KIND, lambda one: any(words.SPOKEN_KIND.search(cell) for cell in one.filled))
    own = _best(free, words.OWN, lambda one: one.distinct == len(one.filled) > 1)
    reply = _best(free, words.REPLY, lambda one: bool(one.filled)) if own else None
    if own and reply and not _replies(own, reply):
        own = reply = None
    turn = _best(free, words.TURN, lambda one: one.numbers == 1.0)
    public = _best(free, words.PUBLIC, lambda one: bool(one.filled))
    title = _best(free, words.TITLE, lambda one: one.wordy and one.repeated)
    channel = _best(free, words.CHANNEL, lambda one: bool(one.filled))
    return replace(
        found, conversation=_at(conversation), kind=_at(kind), turn=_at(turn), public=_at(public), title=_at(title),
        own=_at(own) if reply else None, reply=_at(reply), channel=_at(channel),
    )  # fmt: skip


def _at(column: Column | None) -> int | None:
    return column.at if column else None


def _best(free: Mapping[int, Column], ranked: Mapping[str, int], fits: Callable[[Column], bool]) -> Column | None:
    for name in (str, words.kin):
        found = [
            (ranked[name(one.heading)], at) for at, one in free.items() if name(one.heading) in ranked and fits(one)
        ]
        if found:
            return free[min(found)[1]]
    return None


def _empty_text(free: Mapping[int, Column]) -> Column | None:
    """A column headed as text that holds figures or nothing in the rows looked at."""
    return _best(free, {word: rank for word, rank in words.TEXT.items() if rank < 6}, lambda one: one.times < MOSTLY)


def _clock(free: Mapping[int, Column], time: Column) -> Column | None:
    if time.heading not in words.DAY and any(":" in cell for cell in time.filled[:LOOKED_AT]):
        return None
    if any(":" in cell for cell in time.filled[:LOOKED_AT]):
        return None
    return next(
        (
            one
            for one in free.values()
            if one.at != time.at and one.heading in words.CLOCK and ":" in "".join(one.filled)
        ),
        None,
    )


def _groups(column: Column) -> bool:
    return column.repeated and len(column.filled) >= MOSTLY * len(column.cells)


def _holds_roles(column: Column) -> bool:
    return bool(column.filled) and sum(map(is_role, column.filled)) >= MOSTLY * len(column.filled)


def _role_named_type(free: Mapping[int, Column]) -> Column | None:
    return next(
        (one for one in free.values() if one.heading in ("type", "user_kind", "kind") and _holds_roles(one)), None
    )


def _way(free: Mapping[int, Column]) -> tuple[Column | None, bool | None]:
    """A column that says of each row whether it came in or went out, and what “yes” means in it."""
    for ranked, meaning in ((words.INBOUND, True), (words.OUTBOUND, False)):
        column = _best(free, ranked, lambda one: all(_is_flag(cell) for cell in one.filled))
        if column and column.filled:
            return column, meaning
    column = _best(free, words.DIRECTION, _holds_roles)
    return column, None


def _is_flag(cell: str) -> bool:
    return cell.casefold() in words.TRUE or cell.casefold() in words.FALSE


def _who(free: Mapping[int, Column], role: Column | None) -> tuple[Column | None, Column | None]:
    """The columns of names and of ids that belong to those who speak, and not to the chat as a whole."""

    def speaks(one: Column) -> bool:
        if not one.filled or one.times >= MOSTLY or one.mean > SHORT or len(one.filled) < LEAST_IDS * len(one.cells):
            return False
        if one.heading in words.WEAK_SPEAKERS and one.distinct < 2:
            return False
        return role is None or _one_role_each(one, role)

    name = _best(free, words.SPEAKER, speaks)
    number = _best(free, words.SPEAKER_ID, speaks)
    if name and number and role is None and name.heading in words.WEAK_SPEAKERS and not _one_role_each(name, number):
        name = None
    if name and number and not _one_role_each(number, name):
        number = None
    return name, number


def _one_role_each(who: Column, role: Column) -> bool:
    roles: dict[str, set[str]] = {}
    for one, other in zip(who.cells, role.cells, strict=True):
        if one and other:
            roles.setdefault(one, set()).add(other)
    several = sum(len(found) > 1 for found in roles.values())
    return several * 3 <= len(roles)


def _replies(own: Column, reply: Column) -> bool:
    ids = {bare(cell) for cell in own.filled}
    return any(bare(cell) in ids for cell in reply.filled)


def guessed_layout(columns: Sequence[Column], layout: Layout | None = None) -> Layout | None:
    """The columns by what stands in them: the longest words, few who speak, times; None when there is nothing like it.

    Of a layout whose text is known, only the speaker is looked for.
    """
    taken = {layout.text, layout.time, layout.clock, layout.conversation, layout.turn} if layout else set()
    free = [one for one in columns if one.at not in taken]
    if layout is None:
        text = max((one for one in free if one.wordy), key=lambda one: one.mean, default=None)
        if text is None or text.distinct * 2 < len(text.filled):
            return None
        layout = Layout(text.at)
        free.remove(text)
    speaker = next((one for one in free if _may_speak(one)), None)
    if speaker is None:
        return None
    rest = [one for one in free if one is not speaker]
    time = layout.time if layout.time is not None else next((one.at for one in rest if one.times >= MOSTLY), None)
    conversation = layout.conversation
    if conversation is None:
        conversation = next((one.at for one in rest if one.at != time and _is_id(one, speaker)), None)
    return replace(layout, speaker=speaker.at, time=time, conversation=conversation)


def _may_speak(one: Column) -> bool:
    if len(one.filled) < max(2, MOSTLY * len(one.cells)) or one.mean > SHORT / 2 or not one.wordy or not one.repeated:
        return False
    if _holds_roles(one):
        return True
    if words.NEVER_SPEAKERS.intersection(one.heading.split("_")):
        return False
    changes = sum(first != second for first, second in pairwise(one.filled))
    return 2 <= one.distinct <= max(2, len(one.filled) // 4) and changes * 5 >= 2 * len(one.filled)


def _is_id(one: Column, speaker: Column) -> bool:
    if not _groups(one) or one.at > speaker.at or one.mean > SHORT or one.spaced > 0.1:
        return False
    runs = 1 + sum(first != second for first, second in pairwise(one.cells))
    return runs <= one.distinct * 1.2 and one.distinct * 2 <= len(one.cells)
