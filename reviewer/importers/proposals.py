"""Speakers who may be one person under two names: proposed, never merged by itself."""

from dataclasses import dataclass
from itertools import permutations
from typing import Final

from reviewer.importers.base import Conversation
from reviewer.importers.likeness import likeness

MOST_SPEAKERS: Final = 60


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
        reason = likeness(less.name, more.name)
        if reason:
            found[less.key] = Merge(less.key, more.key, reason)
            taken.add(more.key)
    return tuple(found.values())
