"""Records to plain JSON values and back, field by field, for rows, review files and the journal."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from reviewer.domain.edit import Delta, Edit, Op, Record
from reviewer.errors import ReviewerError

Plain = None | bool | int | float | str | list[Any] | dict[str, Any]
Kind = TypeVar("Kind")
Reader = Callable[[Any], Any]

_PLAIN: Final = frozenset((str, int, float, bool, NoneType))

_MOST: Final = 2**63
"""Whole numbers up to here fit into a library."""

RECORD_KINDS: Final[dict[str, type[Record]]] = {kind.__name__: kind for kind in get_args(Record)}


class Malformed(ReviewerError):
    """Plain values that do not make the record they should."""


def to_plain(value: object) -> Any:
    """Dataclasses to dicts, tuples to lists, enum members to their values; the rest unchanged."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_plain(part) for part in value]
    names, parts_of = _fields_of(cast(Hashable, kind))
    if not names:
        return value
    parts = zip(names, parts_of(value), strict=True)
    return {name: part if type(part) in _PLAIN else to_plain(part) for name, part in parts}


def fields_to_plain(record: object) -> dict[str, Any]:
    """One dataclass to a dict whose values stay what they are, as `default` of `json.dumps`, which asks for the next.

    Raises:
        TypeError: it is none.
    """
    names, parts_of = _fields_of(cast(Hashable, type(record)))
    if not names:
        raise TypeError(f"A {type(record).__name__} has no fields.")
    return dict(zip(names, parts_of(record), strict=True))


@cache
def _fields_of(kind: Hashable) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of a dataclass's fields, and what gives their values."""
    names = tuple(field.name for field in fields(kind)) if isinstance(kind, type) and is_dataclass(kind) else ()
    return names, attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)


def from_plain(kind: type[Kind], plain: object) -> Kind:
    """The record of `kind` that `plain` describes; fields with defaults may be absent.

    Raises:
        Malformed: a field is missing, unknown or of the wrong type.
    """
    if not isinstance(plain, Mapping):
        raise Malformed(f"A {kind.__name__} is not an object.")
    readers = _readers(cast(Hashable, kind))
    if not readers.keys() >= plain.keys():
        raise Malformed(f"A {kind.__name__} has an unknown field “{min(map(str, set(plain) - set(readers)))}”.")
    values = {name: readers[name](part) for name, part in plain.items()}
    try:
        return kind(**values)
    except TypeError as missing:
        raise Malformed(f"A {kind.__name__} is not complete: {missing}.") from missing


def known_part(kind: type[Any], plain: Any) -> Any:
    """`plain` without the fields that a `kind` of record does not have, however deep they lie."""
    if isinstance(plain, Mapping) and is_dataclass(kind):
        hints = _hints(kind)
        return {name: known_part(_inner(hints[name]), part) for name, part in plain.items() if name in hints}
    return [known_part(kind, part) for part in plain] if isinstance(plain, list) else plain


def edit_to_plain(edit: Edit) -> dict[str, Any]:
    """An edit as one JSON object, kinds of records by name."""
    return {
        "op": edit.op.value,
        "scope": edit.scope,
        "deltas": [
            {
                "kind": type(delta.record).__name__,
                "before": to_plain(delta.before),
                "after": to_plain(delta.after),
            }
            for delta in edit.deltas
        ],
    }


def edit_from_plain(plain: Mapping[str, Any]) -> Edit:
    """The edit that `edit_to_plain` wrote.

    Raises:
        Malformed: it is not one.
    """
    try:
        deltas = tuple(_delta(part) for part in plain["deltas"])
        return Edit(Op(plain["op"]), deltas, _scalar(str, plain["scope"], "Edit.scope"))
    except (KeyError, ValueError, TypeError) as wrong:
        raise Malformed(f"A journal row cannot be read: {wrong}.") from wrong


def _delta(plain: Mapping[str, Any]) -> Delta:
    kind = RECORD_KINDS[plain["kind"]]
    before, after = plain["before"], plain["after"]
    return Delta(
        None if before is None else from_plain(kind, before),
        None if after is None else from_plain(kind, after),
    )


@cache
def _readers(kind: Hashable) -> dict[str, Reader]:
    """What turns the plain value of each field into its own; worked out once for each kind of record."""
    own = cast(type[Any], kind)
    return {name: _reader(hint, f"{own.__name__}.{name}") for name, hint in _hints(kind).items()}


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)


def _inner(hint: Any) -> Any:
    """The record that a field holds, alone or several of it; any other type is as good."""
    parts = [part for part in get_args(hint) if part is not NoneType and part is not Ellipsis]
    return _inner(parts[0]) if parts else hint


def _reader(hint: Any, where: str) -> Reader:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        parts = get_args(hint)
        (only,) = (part for part in parts if part is not NoneType)
        inner = _reader(only, where)
        return lambda plain: None if plain is None else inner(plain)
    if origin is tuple:
        each = _reader(get_args(hint)[0], where)
        return lambda plain: _several(each, plain, where)
    if is_dataclass(hint):
        return lambda plain: from_plain(cast(type[Any], hint), plain)
    if issubclass(hint, StrEnum):
        return lambda plain: _member(hint, plain, where)
    return lambda plain: plain if type(plain) is hint and hint is not int else _scalar(hint, plain, where)


def _several(each: Reader, plain: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(plain, list | tuple):
        raise Malformed(f"{where} is not a list.")
    return tuple(map(each, plain))


def _member(kind: type[StrEnum], plain: Any, where: str) -> StrEnum:
    try:
        return kind(plain)
    except ValueError as wrong:
        raise Malformed(f"{where} cannot be {plain!r:.60}.") from wrong


def _scalar(kind: type[Any], plain: Any, where: str) -> Any:
    if not isinstance(plain, kind) or (kind is int and (isinstance(plain, bool) or not -_MOST <= plain < _MOST)):
        raise Malformed(f"{where} cannot be {plain!r:.60}.")
    return plain
