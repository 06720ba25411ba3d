"""What speakers are called where their names are hidden: by their part in the chat."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from reviewer.domain.transcript import Role, Speaker

NamedByRole = Callable[[Role, int], str]
"""What the first, second, … speaker of a role is called."""

ROLE_WORDS: Final = {
    Role.AGENT: "Agent",
    Role.CUSTOMER: "Customer",
    Role.BOT: "Bot",
    Role.SYSTEM: "System",
    Role.OTHER: "Speaker",
}


def english(role: Role, number: int) -> str:
    """“Agent”, “Customer 2”."""
    return ROLE_WORDS[role] + (f" {number}" if number > 1 else "")


def by_role(speakers: Iterable[Speaker], named: NamedByRole = english) -> tuple[Speaker, ...]:
    """The speakers called “Agent”, “Customer”, “Customer 2”, in the same order."""
    counts: dict[Role, int] = {}
    hidden = []
    for speaker in speakers:
        number = counts[speaker.role] = counts.get(speaker.role, 0) + 1
        hidden.append(replace(speaker, name=named(speaker.role, number)))
    return tuple(hidden)
