"""What speakers are called where their names are hidden: by their part in the chat."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from reviewer.domain.transcript import Role, Speaker

ROLE_WORDS: Final = {
    Role.AGENT: "Agent",
    Role.CUSTOMER: "Customer",
    Role.BOT: "Bot",
    Role.SYSTEM: "System",
    Role.OTHER: "Speaker",
}


def by_role(speakers: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """The speakers called “Agent”, “Customer”, “Customer 2”, in the same order."""
    counts: dict[Role, int] = {}
    hidden = []
    for speaker in speakers:
        number = counts[speaker.role] = counts.get(speaker.role, 0) + 1
        hidden.append(replace(speaker, name=ROLE_WORDS[speaker.role] + (f" {number}" if number > 1 else "")))
    return tuple(hidden)
