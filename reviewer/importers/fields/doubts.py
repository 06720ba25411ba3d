"""Lists of records that have words and names, and yet are no talk, or perhaps none."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from reviewer.importers.fields.people import Company
from reviewer.importers.fields.reading import Keys, who
from reviewer.importers.fields.vocabulary import folded

FEW: Final = 3
"""In so short a talk it proves nothing that a name comes once, or that there is only one."""

_LEVEL: Final = frozenset({"level", "severity", "loglevel", "levelname", "lvl", "logseverity", "priority"})
_LEVELS: Final = frozenset(
    {"info", "warn", "warning", "error", "debug", "trace", "fatal", "critical", "notice", "verbose", "err"}
)
_PROGRAM: Final = frozenset(
    {"hostname", "pid", "logger", "loggername", "caller", "thread", "threadname", "syslogidentifier", "stack", "lineno"}
)
_WORKS: Final = frozenset({"headline", "price", "rating", "stars", "sku", "isbn", "publishedat", "postid", "title"})


def is_log(records: Sequence[dict[str, Any]]) -> bool:
    """Whether a program wrote these records about its work: most have a level that only logs have."""
    return sum(_has_level(record) for record in records) * 2 > len(records)


def is_uncertain(records: Iterable[Any], keys: Keys, company: Company) -> bool:
    """Whether the names are rather those of authors: no part is told, and each comes once, or one stands for all."""
    spoken = [one for one in records if isinstance(one, dict)]
    found = [one for record in spoken if (one := company.of(record, keys))]
    voices = {one.key for one in found}
    if len(spoken) < FEW or not voices:
        return False
    if len(voices) == 1 and len(spoken) > FEW:
        return True
    if any(one.role for one in found):
        return False
    return len(voices) == len(found) or sum(_is_work(record) for record in spoken) * 2 > len(spoken)


def is_convincing(records: Iterable[Any], keys: Keys) -> bool:
    """Whether somebody has a part, or speaks more than once."""
    found = [one for record in records if isinstance(record, dict) and (one := who(record, keys))]
    return any(one.role for one in found) or len({one.key for one in found}) < len(found)


def _has_level(record: dict[str, Any]) -> bool:
    by_key = {folded(key): value for key, value in record.items() if isinstance(key, str)}
    for key in _LEVEL & by_key.keys():
        level = by_key[key]
        if isinstance(level, str) and level.casefold() in _LEVELS:
            return True
        if isinstance(level, int | str) and str(level).isdecimal() and _PROGRAM & by_key.keys():
            return True
    return False


def _is_work(record: dict[str, Any]) -> bool:
    return any(isinstance(key, str) and folded(key) in _WORKS for key in record)
