"""Names of people replaced by their part in the chat."""

from dataclasses import replace

from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Role

PARTS = {
    Role.AGENT: "Agent",
    Role.CUSTOMER: "Customer",
    Role.BOT: "Bot",
    Role.SYSTEM: "System",
    Role.OTHER: "Speaker",
}


def masked(full: FullReview) -> FullReview:
    """The review with speakers called “Agent”, “Customer”, “Customer 2”; words inside turns stay as they are."""
    counts: dict[Role, int] = {}
    speakers = []
    for speaker in full.speakers:
        counts[speaker.role] = counts.get(speaker.role, 0) + 1
        number = counts[speaker.role]
        speakers.append(replace(speaker, name=PARTS[speaker.role] + (f" {number}" if number > 1 else "")))
    return replace(full, speakers=tuple(speakers))
