"""How one table is read: where its headings are, what shape it has, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from reviewer.domain.transcript import Role
from reviewer.importers.base import Columns
from reviewer.importers.lines.grammar import Grammar
from reviewer.importers.names import is_proper
from reviewer.importers.tables import words
from reviewer.importers.tables.cells import Whole, whole_in
from reviewer.importers.tables.columns import Column, Layout, columns_of, guessed_layout, headed_layout
from reviewer.importers.tables.ledger import is_blank
from reviewer.importers.tables.markup import are_markup
from reviewer.importers.tables.sides import Sides, sides_of, take_turns
from reviewer.importers.tables.words import known_words

LOOKED_AT: Final = 400
ABOVE: Final = 10
LONGEST_HEADING: Final = 60
NO_SPEAKER: Final = "No column names the speaker. Which column does?"
WHICH: Final = "Which columns hold the speaker and the words?"

CHOSEN: Final = 0.95
CERTAIN: Final = 0.95
LIKELY: Final = 0.8
ALTERNATE: Final = 0.7
ASKED: Final = 0.4
FAINT: Final = 0.2
REFUSED: Final = 0.1
LEAST_REPLIES: Final = 0.3
LEAST_SPACED: Final = 0.3


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read a table; without a shape it holds no conversation."""

    above: int
    headings: tuple[str, ...]
    headed: bool
    width: int
    breaks: bool
    score: float = 0.0
    reason: str = ""
    question: str | None = None
    layout: Layout | None = None
    sides: Sides | None = None
    whole: Whole | None = field(default=None, repr=False)

    @property
    def holds_chat(self) -> bool:
        """Whether there is a shape to read it by."""
        return self.layout is not None or self.sides is not None or self.whole is not None


def plan_of(head: Sequence[list[str]], grammars: Sequence[Grammar], chosen: Columns | None = None) -> Plan:
    """How to read the table that begins with these rows."""
    at = heading_row(head)
    headings = head[at] if at is not None else []
    below = head[at + 1 :] if at is not None else head
    rows = [row for row in below if not is_blank(row)][:LOOKED_AT]
    columns = columns_of(headings, rows)
    names = tuple(
        headings[one].strip() if one < len(headings) and headings[one].strip() else f"Column {one + 1}"
        for one in range(len(headings) or len(columns))
    )
    width = len(headings) or max((len(row) for row in rows), default=0)
    breaks = _has_breaks(below)
    plan = Plan(at + 1 if at is not None else 0, names, at is not None, width, breaks)
    if not rows:
        return plan
    layout = headed_layout(columns) if headings else None
    if chosen is not None and not _can_be(columns, layout, chosen):
        return plan
    plan = _as_chosen(plan, layout, chosen) if chosen is not None else _best(plan, columns, layout, grammars)
    if plan.layout is None or not 0 <= plan.layout.text < len(columns):
        return plan
    return replace(plan, layout=replace(plan.layout, markup=are_markup(columns[plan.layout.text].filled)))


def heading_row(head: Sequence[list[str]]) -> int | None:
    """The number, from 0, of the row with the headings, when one of the first rows is such a row."""
    for at, row in enumerate(head[:ABOVE]):
        if is_blank(row):
            continue
        filled = [cell for cell in row if cell.strip()]
        if any(len(cell) > LONGEST_HEADING for cell in filled) and len(filled) > 1:
            return None
        known = known_words(row)
        below = head[at + 1 :]
        if known > 1 or (known and not _comes_again(row, below) and len(set(filled)) == len(filled)):
            return at
        if take_turns(columns_of(row, below[:LOOKED_AT])):
            return at
        if len(filled) > 1 and at + 1 < len(head) and not known and _looks_headed(row, head[at + 1 : at + 30]):
            return at
        if len(filled) > 1 or len(row) == 1:
            return None
    return None


def _comes_again(row: list[str], below: Sequence[list[str]]) -> bool:
    again = {(at, cell.casefold()) for other in below for at, cell in enumerate(other)}
    return any(cell.strip() and known_words([cell]) and (at, cell.casefold()) in again for at, cell in enumerate(row))


def _looks_headed(row: list[str], below: Sequence[list[str]]) -> bool:
    """Whether a row of unknown words stands above figures or times, which it does not hold itself."""
    if any(not cell.strip() or any(map(str.isdecimal, cell)) for cell in row):
        return False
    columns = columns_of([], below)
    return any(one.numbers == 1.0 or one.times == 1.0 for one in columns[: len(row)])


def _has_breaks(rows: Sequence[list[str]]) -> bool:
    """Whether empty rows stand between rows that are filled."""
    filled = [at for at, row in enumerate(rows) if not is_blank(row)]
    return (
        bool(filled)
        and len(filled) * 2 <= filled[-1] - filled[0] + 1 + len(filled)
        and any(second - first > 1 for first, second in pairwise(filled))
    )


def _can_be(columns: Sequence[Column], layout: Layout | None, chosen: Columns) -> bool:
    """Whether the table has the columns that were chosen, as not every sheet of a workbook does."""
    most = max(one for one in (chosen.text, chosen.speaker, chosen.time, chosen.conversation) if one is not None)
    return most < len(columns) and (layout is not None or columns[chosen.text].wordy)


def _as_chosen(plan: Plan, layout: Layout | None, chosen: Columns) -> Plan:
    most = max(one for one in (chosen.text, chosen.speaker, chosen.time, chosen.conversation) if one is not None)
    plan = replace(plan, width=max(plan.width, most + 1))
    base = layout or Layout(chosen.text)
    shown = base.shown()
    taken = {chosen.text, chosen.speaker, chosen.time, chosen.conversation}
    if shown.speaker != chosen.speaker:
        base = replace(base, speaker=chosen.speaker, name=None, role=base.role if base.role not in taken else None)
        base = replace(base, inbound=base.inbound if base.role is not None else None)
    if shown.time != chosen.time:
        base = replace(base, clock=None)
    layout = replace(base, text=chosen.text, time=chosen.time, conversation=chosen.conversation)
    return replace(plan, layout=layout, score=CHOSEN, reason="you chose the columns")


def _best(plan: Plan, columns: Sequence[Column], layout: Layout | None, grammars: Sequence[Grammar]) -> Plan:
    named = layout is not None and layout.shown().speaker is not None
    whole = whole_in(columns, grammars) if plan.headed or not named else None
    if whole and not (named and layout and columns[layout.text].at != whole.at):
        return replace(plan, whole=whole, score=CERTAIN, reason="its cells hold whole conversations")
    if layout and named:
        return replace(plan, layout=layout, score=_certainty(columns, layout), reason=_reason(columns, layout))
    sides = _sides(plan, columns)
    if sides and not (layout and columns[layout.text].at not in sides.columns):
        reason = "a column for each who speaks"
        if Role.OTHER not in sides.roles:
            return replace(plan, sides=sides, score=LIKELY, reason=reason)
        return replace(plan, sides=sides, score=ALTERNATE, reason=reason)
    guessed = guessed_layout(columns, layout)
    parts = guessed is not None and _are_parts(columns, guessed)
    if guessed and guessed.speaker is not None and (parts or layout is None or _are_names(columns, guessed)):
        score = _guess_score(columns, guessed, headed=layout is not None, parts=parts)
        return replace(plan, layout=guessed, score=score, question=WHICH, reason="few values stand beside long words")
    if (
        layout
        and (layout.conversation is not None or layout.turn is not None)
        and columns[layout.text].spaced >= LEAST_SPACED
    ):
        return replace(plan, layout=layout, score=ASKED, question=NO_SPEAKER, reason="no column names the speaker")
    return replace(plan, layout=layout, score=REFUSED if layout else 0.0, question=NO_SPEAKER)


def _guess_score(columns: Sequence[Column], layout: Layout, *, headed: bool, parts: bool) -> float:
    text = columns[layout.text]
    if parts:
        return LIKELY if headed else (ALTERNATE if text.spaced >= LEAST_SPACED else ASKED)
    if headed:
        return ASKED if layout.conversation is not None or text.heading in words.STRONG_TEXT else REFUSED
    return FAINT if text.spaced >= LEAST_SPACED else REFUSED


def _are_parts(columns: Sequence[Column], layout: Layout) -> bool:
    who = columns[layout.shown().speaker or 0].filled
    return sum(map(words.is_role, who)) > len(who) / 2


def _are_names(columns: Sequence[Column], layout: Layout) -> bool:
    return all(map(is_proper, set(columns[layout.speaker or 0].filled)))


def _sides(plan: Plan, columns: Sequence[Column]) -> Sides | None:
    if not plan.headed:
        return None
    free = [one for one in columns if one.heading in words.TIME and one.times > 0.6]
    ids = [one for one in columns if one.heading in words.CONVERSATION and one.repeated]
    time, conversation = (found[0].at if found else None for found in (free, ids))
    return sides_of(plan.headings, columns, time, conversation, breaks=plan.breaks)


def _certainty(columns: Sequence[Column], layout: Layout) -> float:
    """Less where nobody speaks twice, as in a list of reviews."""
    who = columns[next(one for one in (layout.speaker, layout.role) if one is not None)]
    weak = who.heading in words.WEAK_SPEAKERS and not _are_parts(columns, layout)
    if layout.conversation is not None:
        group = columns[layout.conversation]
        certain = len(group.filled) >= 1.1 * group.distinct
        return (LIKELY if weak else CERTAIN) if certain else ASKED
    if layout.reply is not None:
        reply = columns[layout.reply]
        return CERTAIN if len(reply.filled) >= LEAST_REPLIES * len(reply.cells) else ASKED
    if len(who.filled) > 3 and who.distinct * 4 > len(who.filled) * 3:
        return REFUSED if weak else FAINT
    if weak:
        return ASKED if columns[layout.text].heading in words.STRONG_TEXT else REFUSED
    if any(words.NO_CHATS.intersection(one.heading.split("_")) for one in columns):
        return FAINT
    return CERTAIN if layout.time is not None or who.distinct > 1 else LIKELY


def _reason(columns: Sequence[Column], layout: Layout) -> str:
    shown = layout.shown()
    who = columns[shown.speaker].heading if shown.speaker is not None else ""
    return f"headings “{who}” and “{columns[layout.text].heading}”"
