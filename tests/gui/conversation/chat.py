"""A small chat about a late parcel, and a review of it, for the tests of both conversations."""

from collections.abc import Sequence
from dataclasses import replace

from reviewer import resources
from reviewer.domain.anchor import Anchor, anchor_at, turn_anchor
from reviewer.domain.annotation import Annotation, Verdict, in_reading_order
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Review, Reviewer
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_file import read_rubric
from reviewer.domain.transcript import Role, Speaker, Transcript, Turn, TurnKind
from reviewer.gui.theme import Theme

NAME = "live-chat-evaluation.toml"
LIGHT = Theme.load("light")
LINES = (
    ("", "10:00:00", "You are in line. Mira K. joins in a moment."),
    ("agent", "10:00:20", "Hello, good to have you here. How can I help?"),
    ("customer", "10:01:00", "My parcel was due on Monday and nobody rang the bell 😀 at all."),
    ("agent", "10:03:10", "The parcel it have been sent to depot nine and will reach you in due course."),
    ("customer", "10:04:00", "שלום, is that today?"),
    ("agent", "10:04:30", "Which day suits you?"),
    ("customer", "10:05:00", "Friday."),
)
SPEAKERS = (Speaker("agent", "chat", "Mira K.", Role.AGENT), Speaker("customer", "chat", "Jo", Role.CUSTOMER))


class HeldTurns:
    """A `TurnSource` that counts what it is asked for."""

    transcript_id = "chat"

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns
        self.asked: list[int] = []

    @property
    def count(self) -> int:
        return len(self._turns)

    def turn(self, position: int) -> Turn:
        if position < 1:
            raise IndexError(position)
        self.asked.append(position)
        return self._turns[position - 1]


class EndlessTurns:
    """A million turns that are made when asked for."""

    transcript_id = "chat"
    count = 1_000_000

    def __init__(self) -> None:
        self.asked: set[int] = set()

    def turn(self, position: int) -> Turn:
        if not 1 <= position <= self.count:
            raise IndexError(position)
        self.asked.add(position)
        return turn(position, "agent", "10:00:00", f"Line {position}. " + "It goes on for a while. " * (position % 4))


def turn(position: int, speaker: str, clock: str, text: str) -> Turn:
    kind = TurnKind.MESSAGE if speaker else TurnKind.SYSTEM
    return Turn("chat", position, speaker or None, f"2026-03-02T{clock}", kind, text)


TURNS = [turn(position, *line) for position, line in enumerate(LINES, start=1)]
TEXTS = {one.position: one.text for one in TURNS}


def rubric() -> RubricSet:
    return read_rubric(resources.read_text("rubrics", NAME), NAME)


def criterion(letter: str) -> str | None:
    return next((one.id for one in rubric().criteria if one.letter == letter), None)


def words(position: int, quote: str) -> Anchor:
    start = TEXTS[position].index(quote)
    return anchor_at(TEXTS, position, start, position, start + len(quote))


def comment(name: str, letter: str, anchor: Anchor, verdict: Verdict = Verdict.CONCERN) -> Annotation:
    return Annotation(name, "review", anchor, criterion(letter), verdict, "")


HELLO = comment("hello", "T", words(2, "good to have you here"), Verdict.STRENGTH)
LONG = comment("long", "H", words(4, "it have been sent to depot nine"))
SHORT = comment("short", "G", words(4, "have been"))
PAIR = comment("pair", "H", turn_anchor(TEXTS, 5, 6))


def full_review(*comments: Annotation, **changes: object) -> FullReview:
    rules = rubric()
    full = FullReview(
        Transcript("chat", "Late parcel", "p.txt", "0", "text", "2026-03-01T09:00:00Z", len(TURNS), "Web chat"),
        SPEAKERS,
        rules,
        Reviewer("me", "Reviewer A"),
        Review("review", "chat", "me", rules.rubric.id),
        saved=True,
        annotations=tuple(in_reading_order(comments)),
    )
    return replace(full, **changes)


def revised(position: int, text: str) -> dict[str, object]:
    """The parts of a review that reword one turn."""
    change = RevisedTurn("change", "revision", position, "1", "agent", text, ChangeKind.REWORDED)
    return {"revisions": (Revision("revision", "review"),), "revised_turns": (change,)}
