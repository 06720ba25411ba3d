"""Speakers who may be one person under two names: proposed, never merged by itself."""

import re
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from reviewer.importers.base import Conversation, FoundSpeaker
from reviewer.importers.names import key_of

MOST_SPEAKERS: Final = 60
SHORTEST_FOR_SPELLING: Final = 4
LONG: Final = 8

_DIGITS: Final = re.compile(r"\d+")
_BRACKETED: Final = re.compile(r"\s*\([^)]*\)")
_SIGNS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Merge:
    """Give what the speaker `key` says to the speaker `into`; `reason` is a phrase such as “an initial”."""

    key: str
    into: str
    reason: str


def proposals(conversation: Conversation) -> tuple[Merge, ...]:
    """For each speaker at most one proposal: into somebody who speaks more, or as much and earlier.

    Names that differ in a number, such as “Speaker 1” and “Speaker 2”, are two people.
    """
    speakers = conversation.speakers
    if len(speakers) > MOST_SPEAKERS:
        return ()
    order = {one.key: (-one.turns, at) for at, one in enumerate(speakers)}
    found: dict[str, Merge] = {}
    taken: set[str] = set()
    for less, more in sorted(permutations(speakers, 2), key=lambda pair: (order[pair[1].key], order[pair[0].key])):
        if order[less.key] < order[more.key] or less.key in found or less.key in taken or more.key in found:
            continue
        reason = _reason(less, more)
        if reason:
            found[less.key] = Merge(less.key, more.key, reason)
            taken.add(more.key)
    return tuple(found.values())


def _reason(less: FoundSpeaker, more: FoundSpeaker) -> str | None:
    one, other = key_of(less.name), key_of(more.name)
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
