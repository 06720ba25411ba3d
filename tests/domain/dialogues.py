"""A short chat in memory, for tests of its revision."""

from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Review, Reviewer
from reviewer.domain.rubric import CriticalEffect, Rubric, RubricSet
from reviewer.domain.transcript import Role, Speaker, Transcript, Turn, TurnKind

SAID = (
    ("customer", "Good evening. My parcel has not come."),
    ("agent", "What is the number?"),
    ("customer", "It is 4471, as I wrote before."),
    ("agent", "One moment."),
    ("agent", "It left on Monday. You should wait."),
    (None, "Priya has left the chat."),
)


def turn_at(position: int) -> Turn | None:
    """The original turn at a position, None beyond the ends."""
    if not 1 <= position <= len(SAID):
        return None
    speaker, text = SAID[position - 1]
    kind = TurnKind.MESSAGE if speaker else TurnKind.SYSTEM
    return Turn("chat", position, speaker, None, kind, text)


def begun() -> FullReview:
    """A review that is not saved yet."""
    transcript = Transcript("chat", "Parcel", "parcel.txt", "", "text", "2026-03-02T10:00:00+00:00", len(SAID))
    speakers = (Speaker("customer", "chat", "Customer", Role.CUSTOMER), Speaker("agent", "chat", "Priya", Role.AGENT))
    rubric = RubricSet(Rubric("rubric", "Plain", 1, CriticalEffect.ZERO, ()), (), ())
    return FullReview(transcript, speakers, rubric, Reviewer("me", "Me"), Review("review", "chat", "me", "rubric"))
