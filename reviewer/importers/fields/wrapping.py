"""Records that stand one level deeper: each in an object of its own, or all as members of one object."""

from collections import Counter
from typing import Any, Final

LOOKED_AT: Final = 60
FEW: Final = 2


def wrappers(records: list[Any]) -> list[str]:
    """The keys under which most of these records, looked at all over the list, hold an object."""
    step = max(1, len(records) // LOOKED_AT)
    seen = [one for one in records[::step] if isinstance(one, dict)]
    counts = Counter(key for record in seen for key, one in record.items() if isinstance(one, dict) and one)
    return [key for key, count in counts.most_common(3) if count * 2 > len(seen)]


def unwrapped(records: list[Any], key: str) -> list[Any]:
    """The inner objects with what stands beside them; a record without one stays as it is."""
    made: list[Any] = []
    for record in records:
        inner = record.get(key) if isinstance(record, dict) else None
        if isinstance(inner, dict):
            beside = {name: one for name, one in record.items() if name != key}
            made.append({**beside, **inner})
        else:
            made.append(record)
    return made


def members(value: dict[str, Any]) -> list[Any] | None:
    """The members of an object in which every one is a record of much the same keys; None where that is not so."""
    records = list(value.values())
    if len(records) < FEW or not all(isinstance(one, dict) for one in records):
        return None
    first = records[0].keys()
    alike = [len(first & one.keys()) * 2 > max(len(first), len(one)) for one in records[:LOOKED_AT]]
    return records if all(alike) else None
