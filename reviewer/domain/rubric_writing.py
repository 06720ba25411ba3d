"""A rubric as the text of a rubric file; reading it back gives the same rubric."""

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from reviewer.domain.codec import to_plain
from reviewer.domain.rubric import Criterion, Question, Rubric, RubricSet

_OF_PLACE = ("rubric", "position", "collection")


def write_rubric(rubric: RubricSet) -> str:
    """The TOML text of a rubric with its criteria and questions; fields at their defaults are left out."""
    lines = [*_head(rubric.rubric)]
    for criterion in rubric.criteria:
        lines += ["", "[[criteria]]", *_fields(criterion, Criterion)]
    for question in rubric.questions:
        lines += ["", "[[questions]]", *_fields(question, Question)]
    return "\n".join(lines) + "\n"


def _head(rubric: Rubric) -> Iterator[str]:
    bands = [{"from": band.start, "name": band.name} for band in rubric.bands]
    for line in _fields(rubric, Rubric):
        yield f"bands = {_value(bands)}" if line.startswith("bands = ") else line


def _fields(record: Rubric | Criterion | Question, kind: type[Any]) -> Iterator[str]:
    defaults = {name: field.default for name, field in kind.__dataclass_fields__.items()}
    for name, value in to_plain(record).items():
        if name not in _OF_PLACE and value is not None and getattr(record, name) != defaults[name]:
            yield f"{name} = {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, StrEnum | str):
        return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return "[\n" + "".join(f"    {_value(one)},\n" for one in value) + "]" if value else "[]"
    if isinstance(value, dict):
        parts = (f"{name} = {_inline(part)}" for name, part in value.items() if part is not None)
        return "{" + ", ".join(parts) + "}"
    return str(value)


def _inline(value: object) -> str:
    return f"[{', '.join(_value(one) for one in value)}]" if isinstance(value, list) else _value(value)
