"""JSON in pieces, keys in the order given."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

_LINE_END: Final = re.compile("[\x85\u2028\u2029]")


def dense(value: object) -> str:
    """One value on one line, also for readers that end lines at U+0085, U+2028 and U+2029."""
    return _LINE_END.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))


def listed(values: Iterable[object]) -> Iterator[str]:
    """A list, one value a line."""
    before = "[\n"
    for value in values:
        yield before + dense(value)
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"
