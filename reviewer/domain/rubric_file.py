"""Rubric files: TOML in, a rubric with its criteria and questions out. Nothing of a file is passed over silently."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from hashlib import sha256
from typing import Any, Final, TypeVar

from reviewer.domain.codec import Malformed, from_plain
from reviewer.domain.rubric import Criterion, CriticalEffect, Question, Rubric, RubricSet
from reviewer.domain.rubric_check import MOST_CRITERIA, problems
from reviewer.errors import Unreadable

Kind = TypeVar("Kind")
Part = TypeVar("Part", Criterion, Question)

__all__ = ["MOST_CRITERIA", "read_rubric"]

_PARTS: Final = ("criteria", "questions")
_GIVEN: Final = ("rubric", "position", "collection")
"""Fields that follow from where a part stands in the file."""
_KIND_NAME: Final = re.compile(r"\b(?:Rubric|Criterion|Question|Level|Band|Trade|Variant)\.")


def read_rubric(text: str, name: str) -> RubricSet:
    """The rubric of a TOML text; `name` is the file's, for messages.

    Ids that are missing are made from the names, the same every time; levels that are missing are those of the trade.

    Raises:
        Unreadable: it is not TOML, not a rubric, or one that could not be used; the sentence says what is wrong first.
    """
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        raise Unreadable(f"{name} is not a rubric file: {wrong}.") from wrong
    try:
        rubric = _rubric_set(table)
    except Malformed as wrong:
        raise Unreadable(f"{name} is not a complete rubric: {wrong}") from wrong
    found = problems(rubric)
    if found:
        raise Unreadable(f"{name} is not a complete rubric: {found[0].whole}")
    return rubric


def _rubric_set(table: dict[str, Any]) -> RubricSet:
    head = {name: value for name, value in table.items() if name not in _PARTS}
    head.setdefault("id", _id_of(str(head.get("name", ""))))
    head.setdefault("version", 1)
    head.setdefault("critical_effect", CriticalEffect.ZERO.value)
    head["bands"] = [_band(one) for one in _tables(head.get("bands", []), "bands")]
    rubric = _record(Rubric, head, "The rubric")
    if rubric.trades and not rubric.trade:
        rubric = replace(rubric, trade=rubric.trades[0].key)
    if rubric.version < 1:
        raise Malformed("the version is a whole number from 1.")
    criteria = _positioned(Criterion, rubric.id, table.get("criteria", []), "Criterion", rubric.trade)
    questions = _positioned(Question, rubric.id, table.get("questions", []), "Question")
    ids = [*(one.id for one in criteria), *(one.id for one in questions)]
    if len(set(ids)) != len(ids) or "" in ids or not rubric.id:
        raise Malformed("two of its parts have the same id.")
    return RubricSet(rubric, criteria, questions)


def _band(table: Mapping[str, Any]) -> dict[str, Any]:
    if not {"from", "name"} <= set(table):
        raise Malformed("a band lacks “from” or “name”.")
    return {"start" if name == "from" else name: value for name, value in table.items()}


def _positioned(kind: type[Part], rubric: str, tables: object, word: str, trade: str = "") -> tuple[Part, ...]:
    made = []
    for position, table in enumerate(_tables(tables, word.lower()), start=1):
        where = f"{word} {position}"
        own = {"id": _id_of(rubric, word, str(table.get("letter", position))), **table}
        if "levels" in own:
            own["levels"] = _levels(own["levels"], where)
        if own.get("variants"):
            variants = _tables(own["variants"], f"{where}, variants")
            own["variants"] = [{**one, "levels": _levels(one.get("levels"), where)} for one in variants]
            own.setdefault("levels", _levels_in(trade, own["variants"]))
            if own["levels"] != _levels_in(trade, own["variants"]):
                raise Malformed(f"{where}: its levels differ from those of the trade “{trade:.60}”.")
        made.append(_record(kind, {**own, "rubric": rubric, "position": position}, where, table))
    return tuple(made)


def _levels_in(trade: str, variants: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The levels of one trade, or of the first where the trade has none."""
    chosen = [one for one in variants if one.get("trade") == trade] or variants
    return chosen[0]["levels"] if chosen else []


def _levels(found: object, where: str) -> list[dict[str, Any]]:
    levels = [{"description": "", **one} for one in _tables(found, f"{where}, levels")]
    for number, level in enumerate(levels, start=1):
        if "name" not in level:
            raise Malformed(f"{where}: level {number} lacks “name”.")
    return levels


def _record(kind: type[Kind], table: dict[str, Any], where: str, written: Mapping[str, Any] | None = None) -> Kind:
    """The record of one table; `written` is what the file says itself."""
    known = {one.name: one for one in fields(kind)}  # type: ignore[arg-type]
    for name in table if written is None else written:
        if name not in known or (name in _GIVEN and written is not None):
            raise Malformed(f"{where} has a field “{name}” that is not known here.")
    for name, one in known.items():
        if one.default is MISSING and name not in table:
            raise Malformed(f"{where} lacks “{name}”.")
    try:
        return from_plain(kind, table)
    except Malformed as wrong:
        raise Malformed(f"{where}: {_KIND_NAME.sub('', wrong.sentence)}") from wrong


def _tables(found: object, what: str) -> list[dict[str, Any]]:
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Malformed(f"“{what}” is not a list of tables.")
    return found


def _id_of(*names: str) -> str:
    return sha256("\n".join(names).encode("utf-8", "replace")).hexdigest()[:32]
