"""Whether two names may be one person's."""

import re
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from reviewer.importers.names import key_of

SHORTEST_FOR_SPELLING: Final = 4
LONG: Final = 8

_DIGITS: Final = re.compile(r"\d+")
_BRACKETED: Final = re.compile(r"\s*\([^)]*\)")
_SIGNS: Final = re.compile(r"[\W_]+")


def likeness(less: str, more: str) -> str | None:
    """Why two names may be one person's, as a phrase; None when they are two people's.

    Names that differ in a number, such as “Speaker 1” and “Speaker 2”, are two people's.
    """
    one, other = key_of(less), key_of(more)
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return None
    if one == other or _SIGNS.sub("", one) == _SIGNS.sub("", other):
        return "the same name, written in another way"
    if _is_short_for(one, other) or _is_short_for(other, one):
        return "a short form of the name"
    if _are_initials(one, other) or _are_initials(other, one):
        return "the initials of the name"
    return "nearly the same spelling" if _is_misspelt(one, other) else None


def _words(name: str) -> list[str]:
    return [word for word in _SIGNS.split(_BRACKETED.sub("", name)) if word]


def _is_short_for(short: str, whole: str) -> bool:
    """“Dana” or “Dana R.” for “Dana Reyes”, “Female” for “Female Customer”."""
    few, many = _words(short), _words(whole)
    if not few or len(few) > len(many) or few == many:
        return few == many and short != whole
    return all(
        one == other or (at > 0 and len(one) == 1 and other.startswith(one))
        for at, (one, other) in enumerate(zip(few, many, strict=False))
    )


def _are_initials(short: str, whole: str) -> bool:
    """“AvW” for “Aaron van Wirdum”."""
    letters, many = _SIGNS.sub("", short), _words(whole)
    return len(many) >= 2 and 2 <= len(letters) <= 4 and letters == "".join(word[0] for word in many)


def _is_misspelt(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < SHORTEST_FOR_SPELLING or one[0] != other[0]:
        return False
    most = 1 if shorter < LONG else 2
    return DamerauLevenshtein.distance(one, other, score_cutoff=most) <= most
