"""Records to rows and back: one record, one row, same field names; nested values are one JSON cell."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final, TypeVar, get_args, get_type_hints

from reviewer.domain.codec import Malformed, from_plain, to_plain
from reviewer.domain.edit import Record
from reviewer.domain.revision import RevisedTurn
from reviewer.domain.transcript import Turn

Kind = TypeVar("Kind", bound=Record | Turn)
Cell = str | int | None

_KINDS: Final = (*get_args(Record), Turn)
_NESTED: Final = frozenset(
    {"bands", "levels", "trades", "variants", "anchor", "worked", "to_change", "try_next", "annotations", "joined"}
)
_COLUMNS: Final = {kind: tuple(field.name for field in fields(kind)) for kind in _KINDS}
_COLUMN_LISTS: Final = {kind: ", ".join(f'"{name}"' for name in names) for kind, names in _COLUMNS.items()}
_ARE_NESTED: Final = {kind: tuple(name in _NESTED for name in names) for kind, names in _COLUMNS.items()}
_FLAT: Final = {kind: attrgetter(*names) for kind, names in _COLUMNS.items() if _NESTED.isdisjoint(names)}
"""Kinds without nested values, of which there are many rows: written and read without a detour."""
_TYPED: Final = {
    kind: tuple(
        (place, hint)
        for place, hint in enumerate(get_type_hints(kind).values())
        if isinstance(hint, type) and (hint is bool or issubclass(hint, StrEnum))
    )
    for kind in _FLAT
}
_SWITCHES: Final = {kind: tuple(hint is bool for hint in get_type_hints(kind).values()) for kind in _KINDS}


def table(kind: type[Any]) -> str:
    """The table that holds records of one kind."""
    return "revised_turn" if kind is RevisedTurn else kind.__name__.lower()


TABLES: Final = frozenset(
    {*map(table, _KINDS), "journal", "loose_turns", "listed", "standing", "unread", "worded", "words", "draft"}
)


def columns(kind: type[Any]) -> tuple[str, ...]:
    """The columns of one kind, in the order of its fields."""
    return _COLUMNS[kind]


def column_list(kind: type[Any]) -> str:
    """The columns of one kind, quoted, for a select."""
    return _COLUMN_LISTS[kind]


def cells(record: Record | Turn) -> tuple[Cell, ...]:
    """The row of a record."""
    flat: Callable[[object], tuple[Cell, ...]] | None = _FLAT.get(type(record))
    if flat:
        return flat(record)
    return tuple(_cell(value) for value in to_plain(record).values())


def record(kind: type[Kind], row: Sequence[Cell]) -> Kind:
    """The record of a row that was selected with `column_list`.

    Raises:
        Malformed: a cell holds what the record cannot.
    """
    if kind in _FLAT:
        return _flat_record(kind, row)
    try:
        values = list(map(_plain, _ARE_NESTED[kind], _SWITCHES[kind], row))
    except (ValueError, RecursionError) as wrong:
        raise Malformed(f"A {kind.__name__} of the library cannot be read: {wrong}.") from wrong
    return from_plain(kind, dict(zip(columns(kind), values, strict=True)))


def records(kind: type[Kind], rows: Iterable[Sequence[Cell]]) -> list[Kind]:
    """The records of several rows."""
    return [record(kind, row) for row in rows]


def _flat_record(kind: type[Kind], row: Sequence[Cell]) -> Kind:
    values: list[Any] = list(row)
    try:
        for place, convert in _TYPED[kind]:
            values[place] = convert(values[place])
    except ValueError as wrong:
        raise Malformed(f"A {kind.__name__} of the library cannot be read: {wrong}.") from wrong
    return kind(*values)


def _cell(value: Any) -> Cell:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value if isinstance(value, str | None) else int(value)


def _plain(nested: bool, switch: bool, cell: Cell) -> Any:
    if switch and cell in (0, 1):
        return bool(cell)
    return json.loads(cell) if nested and isinstance(cell, str) else cell
