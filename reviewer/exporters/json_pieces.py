"""JSON in pieces, keys in the order given."""

import json
from collections.abc import Iterable, Iterator


def dense(value: object) -> str:
    """One value on one line."""
    return json.dumps(value, ensure_ascii=False)


def listed(values: Iterable[object]) -> Iterator[str]:
    """A list, one value a line."""
    before = "[\n"
    for value in values:
        yield before + dense(value)
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"
