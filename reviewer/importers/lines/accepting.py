"""Which of the lines that look like the start of a turn are one."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise
from math import sqrt
from typing import Final

from reviewer.importers.lines.grammar import Header
from reviewer.importers.names import initials_of, is_label, is_like, is_numbered_like, is_proper, key_of, without_digits
from reviewer.importers.roles import is_known_part, is_part_itself

OFTEN: Final = 2
OFTEN_WHEN_TIGHT: Final = 3
RECORDS: Final = 2
FIELDS: Final = 3
MOST_NAMES: Final = 100
LONGEST_BODY: Final = 60
ENTRY_SHARE: Final = 0.6
FEWEST_SORTED: Final = 8
FEWEST_NAMES_SORTED: Final = 4
SORTED_SHARE: Final = 0.7
FEWEST_NUMBERED: Final = 6
OFTEN_NUMBERED: Final = 1.5

_ENTRY_ENDS: Final = (",", ";", "{", "[", "(", "=", "\\")

_SPEECH: Final = re.compile(r"(?:\S+\s+){2}\S|[.?!…]\W{0,3}$")
_UNDERLINES: Final = frozenset(sign * 4 for sign in "=-~^#*+")
_WORDS: Final = re.compile(r"\w\s+\w|[.?!…]\W{0,3}$")


@dataclass(slots=True)
class Accepted:
    """Accepted names, and the lines (from 0, in order) whose header starts a turn or a timed system line.

    At `one_offs` somebody speaks who does so just once, so that the name may be none.
    """

    names: set[str]
    hits: list[int] = field(default_factory=list)
    one_offs: set[int] = field(default_factory=set)


def accept(
    lines: list[str], headers: list[Header | None], *, strict: bool = False, given: Collection[str] = ()
) -> Accepted:
    """The names that recur, that are words for a part, or whose header is certain; and single ones in their midst.

    With `strict` every name counts; `given` are the keys of those that a person has marked.
    """
    if strict:
        return _all(headers)
    headers = [None if header and _is_underlined(lines, at) else header for at, header in enumerate(headers)]
    names = _names(headers)
    names -= _declarations(headers, names)
    names |= {key_of(header.name) for header in headers if header and header.name and key_of(header.name) in given}
    accepted = Accepted(names)
    if not given and (_are_records(headers, names) or _are_entries(headers, names) or _are_sorted(headers)):
        return Accepted(set())
    sure = [at for at, header in enumerate(headers) if header and (header.name is None or key_of(header.name) in names)]
    if not names:
        return accepted
    known = set(sure)
    single = [at for at, header in enumerate(headers) if header and at not in known]
    if single:
        apart = _stand_apart(lines, sure)
        whole = all(headers[at] for at in range(sure[0], sure[-1]) if lines[at].strip())
        within = range(sure[0], sure[-1])
        single = [at for at in single if _is_single(lines, at, headers[at], names, apart, whole, within)]
    accepted.hits = sorted([*sure, *single])
    accepted.one_offs = {at for at in single if not _is_numbered(headers[at], names)}
    return accepted


def _is_underlined(lines: list[str], at: int) -> bool:
    """Whether a line is a heading with a rule of signs below it."""
    return at + 1 < len(lines) and lines[at + 1][:4] in _UNDERLINES and lines[at].rstrip()[-1:] in (":", "：")


def _is_numbered(header: Header | None, names: set[str]) -> bool:
    return bool(header and header.name and is_numbered_like(header.name, names))


def _all(headers: list[Header | None]) -> Accepted:
    names = {key_of(header.name) for header in headers if header and header.name is not None}
    return Accepted(names, [at for at, header in enumerate(headers) if header] if names else [])


def _names(headers: list[Header | None]) -> set[str]:
    loose: Counter[str] = Counter()
    tight: Counter[str] = Counter()
    certain: set[str] = set()
    for header in headers:
        if header is None or header.name is None:
            continue
        key = key_of(header.name)
        (tight if header.tight else loose)[key] += 1
        if header.certain and not is_label(header.name):
            certain.add(key)
    introduced = {key_of(name): initials_of(name) for name in _as_written(headers)}
    if any(short in loose for short in introduced.values() if short):
        certain |= {key for name, short in introduced.items() if short for key in (name, short)} & loose.keys()
    found = certain | {key for key in loose | tight if _recurs(key, loose[key], tight[key])}
    return found - _running_numbers(loose)


def _running_numbers(counts: Counter[str]) -> set[str]:
    """Names that differ in their number only and hardly ever come again, as those of entries in a list do."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for key in counts:
        if any(map(str.isdecimal, key)):
            alike[without_digits(key)].append(key)
    many = [keys for keys in alike.values() if len(keys) >= FEWEST_NUMBERED]
    return {key for keys in many if sum(counts[one] for one in keys) < OFTEN_NUMBERED * len(keys) for key in keys}


def _recurs(key: str, loose: int, tight: int) -> bool:
    if is_label(key):
        return False
    often = (loose + tight >= OFTEN and loose > 0) or tight >= OFTEN_WHEN_TIGHT
    return often or is_part_itself(key)


def _declarations(headers: list[Header | None], names: set[str]) -> set[str]:
    """Words for a part that stand once above the chat as labels: with nothing behind them, or with a speaker's name."""
    counts = Counter(key_of(header.name) for header in headers if header and header.name)
    found: set[str] = set()
    for header in headers:
        if header is None or header.name is None or (key := key_of(header.name)) not in names:
            continue
        if counts[key] > 1 or not is_part_itself(key):
            break
        said = key_of(header.body[:LONGEST_BODY])
        if not said or said in names or is_like(said, names - {key}):
            found.add(key)
    return found


def _are_records(headers: list[Header | None], names: set[str]) -> bool:
    """Whether the same three or more names come round in one fixed order, as the fields of records do."""
    keys = [key_of(header.name) for header in headers if header and header.name and not header.stamp]
    fields = list(dict.fromkeys(keys))
    if len(fields) < FIELDS or len(keys) < RECORDS * len(fields) or any(is_known_part(name) for name in names):
        return False
    return all(key == fields[index % len(fields)] for index, key in enumerate(keys)) and any(
        is_label(name) or name.islower() for name in _as_written(headers)
    )


def _are_entries(headers: list[Header | None], names: set[str]) -> bool:
    """Whether most of what stands behind the names ends as the entries of a table in program code do."""
    bodies = [header.body.rstrip() for header in headers if header and header.name and key_of(header.name) in names]
    return sum(body.endswith(_ENTRY_ENDS) for body in bodies) > ENTRY_SHARE * len(bodies)


def _are_sorted(headers: list[Header | None]) -> bool:
    """Whether names in small letters stand in order of the alphabet, over and over, as in lists of changes."""
    keys = [key_of(header.name) for header in headers if header and header.name and not header.stamp]
    if len(keys) < FEWEST_SORTED or len(set(keys)) < FEWEST_NAMES_SORTED:
        return False
    if 2 * sum(name.islower() for name in _as_written(headers)) < len(set(keys)):
        return False
    steps = [(one, other) for one, other in pairwise(keys) if one != other]
    least = min(SORTED_SHARE, 0.5 + 2 / sqrt(len(steps))) if steps else SORTED_SHARE
    return sum(one < other for one, other in steps) > least * len(steps)


def _as_written(headers: list[Header | None]) -> set[str]:
    return {header.name for header in headers if header and header.name}


def _is_single(
    lines: list[str], at: int, header: Header | None, names: set[str], apart: bool, whole: bool, within: range
) -> bool:
    """Whether somebody who speaks just once can be believed: written like the other turns, and like a person.

    `apart`: blank lines stand before turns here; `whole`: every line here looks like a turn; `within`: where others
    speak.
    """
    if header is None or not (header.stamp or at in within):
        return False
    if header.name is None or is_label(header.name) or header.tight or not (header.stamp or header.body.strip()):
        return False
    if apart and at and lines[at - 1].strip():
        return False
    if len(names) <= MOST_NAMES and is_like(header.name, names):
        return True
    speech = _WORDS if apart else _SPEECH
    return is_proper(header.name) and (
        whole or header.stamp is not None or speech.search(header.body[:400]) is not None
    )


def _stand_apart(lines: list[str], sure: list[int]) -> bool:
    """Whether blank lines stand before most turns."""
    after_blank = sum(at == 0 or not lines[at - 1].strip() for at in sure)
    return after_blank * 2 > len(sure)
