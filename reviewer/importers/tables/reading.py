"""One table, read by its plan."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice, pairwise
from typing import Final

from reviewer.importers.base import DateOrder, LineKind, Options, Problem
from reviewer.importers.drafts import Draft
from reviewer.importers.lines.grammar import Grammar
from reviewer.importers.tables.cells import read_whole
from reviewer.importers.tables.ledger import Ledger, is_blank, joined
from reviewer.importers.tables.moments import place
from reviewer.importers.tables.plan import Plan, plan_of
from reviewer.importers.tables.sides import read_sides
from reviewer.importers.tables.threads import threads
from reviewer.importers.tables.turns import Turns, share_roles, system_rows

HEAD: Final = 500
BACKWARDS: Final = 3


@dataclass(slots=True)
class Tables:
    """What the tables of one source hold."""

    ledger: Ledger = field(default_factory=Ledger)
    drafts: list[Draft] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    order: DateOrder | None = None


def planned(
    rows: Iterator[list[str]], options: Options, grammars: tuple[Grammar, ...]
) -> tuple[Plan, Iterator[list[str]]]:
    """How to read a table, from its first rows, and all of its rows."""
    head = list(islice(rows, HEAD))
    return plan_of(head, grammars, options.columns), chain(head, rows)


def read_table(tables: Tables, plan: Plan, rows: Iterator[list[str]], options: Options, delimiter: str) -> None:
    """Adds what one table holds."""
    ledger = tables.ledger
    headings: list[str] = []
    for row in islice(rows, plan.above):
        headings = row
        if is_blank(row):
            ledger.blank()
        else:
            ledger.take(LineKind.PREAMBLE, joined(row))
    headings = [*headings, *[""] * (plan.width - len(headings))]
    drafts = _drafts(plan, rows, ledger, headings, delimiter)
    order = place((one for draft in drafts for one in draft.said), options.day_first) if not plan.whole else None
    if plan.whole:
        _place_lists(drafts, options)
    drafts = _in_order(plan, drafts, ledger)
    share_roles(drafts)
    system_rows(drafts, ledger)
    tables.drafts += drafts
    tables.plans.append(plan)
    tables.order = tables.order or order


def _drafts(plan: Plan, rows: Iterator[list[str]], ledger: Ledger, headings: list[str], delimiter: str) -> list[Draft]:
    if plan.whole:
        return read_whole(rows, plan.whole, ledger)
    if plan.sides:
        return read_sides(rows, plan.sides, ledger, breaks=plan.breaks)
    if plan.layout is None:
        for row in rows:
            if is_blank(row):
                ledger.blank()
            else:
                ledger.take(LineKind.SKIPPED, joined(row))
        return []
    if plan.layout.markup:
        what = "The cells hold pieces of web pages. Only their words were taken."
        ledger.problems.append(Problem((1, 1), what, ""))
    turns = Turns(plan.layout, ledger, plan.width, delimiter, plan.breaks and plan.layout.conversation is None)
    drafts = turns.run(rows, headings)
    return _threaded(plan, drafts, turns)


def _threaded(plan: Plan, drafts: list[Draft], turns: Turns) -> list[Draft]:
    layout = plan.layout
    if layout is None or layout.reply is None or layout.conversation is not None or len(drafts) != 1:
        return drafts
    place((one for one in drafts[0].said), None)
    return threads(drafts[0], turns.ids)


def _place_lists(drafts: list[Draft], options: Options) -> None:
    for draft in drafts:
        raw = [one for one in draft.said if one.sent_at and not one.sent_at.startswith("T")]
        place(raw, options.day_first)


def _in_order(plan: Plan, drafts: list[Draft], ledger: Ledger) -> list[Draft]:
    """Turns the conversations round when all of them run from the newest row to the oldest."""
    if plan.layout is None or plan.layout.time is None or plan.layout.turn is not None or plan.layout.reply is not None:
        return drafts
    long = [draft for draft in drafts if len(draft.said) >= BACKWARDS]
    if not long or not all(map(_runs_backwards, long)):
        return drafts
    what = "The newest rows stand first. They were put in the order of their times."
    ledger.problems.append(Problem((1, len(ledger.kinds)), what, ""))
    return [replace(draft, said=draft.said[::-1]) for draft in drafts]


def _runs_backwards(draft: Draft) -> bool:
    times = [one.sent_at or "" for one in draft.said]
    if not all(len(time) > 10 for time in times) or times[0] <= times[-1]:
        return False
    return all(first >= second for first, second in pairwise(times))
