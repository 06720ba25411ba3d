"""Rubric files: TOML in, a rubric with its criteria and questions out."""

import tomllib
from collections.abc import Mapping
from typing import Any, TypeVar

from reviewer.domain.codec import Malformed, from_plain
from reviewer.domain.rubric import Band, Criterion, Question, Rubric, RubricSet
from reviewer.errors import Unreadable

Kind = TypeVar("Kind")

MOST_CRITERIA = 12


def read_rubric(text: str, name: str) -> RubricSet:
    """The rubric of a TOML text; `name` is the file's, for messages.

    Raises:
        Unreadable: it is not TOML, or not a rubric.
    """
    try:
        return _rubric_set(tomllib.loads(text))
    except tomllib.TOMLDecodeError as wrong:
        raise Unreadable(f"{name} is not a rubric file: {wrong}.") from wrong
    except (Malformed, KeyError, TypeError, AttributeError) as wrong:
        raise Unreadable(f"{name} is not a complete rubric: {wrong}") from wrong


def _rubric_set(table: Mapping[str, Any]) -> RubricSet:
    bands = tuple(Band(band["from"], band["name"]) for band in table["bands"])
    head = {key: table[key] for key in ("id", "name", "version", "critical_effect")}
    rubric = from_plain(Rubric, {**head, "bands": [{"start": band.start, "name": band.name} for band in bands]})
    criteria = _positioned(Criterion, rubric.id, table["criteria"])
    letters = [criterion.letter for criterion in criteria]
    if len(set(letters)) != len(letters):
        raise Malformed("two criteria share a letter.")
    if not 1 <= len(criteria) <= MOST_CRITERIA or not sum(criterion.weight for criterion in criteria):
        raise Malformed(f"it needs 1 to {MOST_CRITERIA} criteria with weights above 0.")
    return RubricSet(rubric, criteria, _positioned(Question, rubric.id, table.get("questions", [])))


def _positioned(kind: type[Kind], rubric: str, tables: list[dict[str, Any]]) -> tuple[Kind, ...]:
    return tuple(
        from_plain(kind, {**table, "rubric": rubric, "position": position})
        for position, table in enumerate(tables, start=1)
    )
