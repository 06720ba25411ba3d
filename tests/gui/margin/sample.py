"""A small review for tests of cards: seven comments on a chat about a late parcel."""

from dataclasses import replace

from reviewer import resources
from reviewer.domain.anchor import Anchor
from reviewer.domain.annotation import Annotation, Verdict, in_reading_order
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Review, Reviewer
from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_file import read_rubric
from reviewer.domain.transcript import Transcript

NAME = "live-chat-evaluation.toml"


def rubric() -> RubricSet:
    return read_rubric(resources.read_text("rubrics", NAME), NAME)


def criterion(letter: str) -> str:
    return next(one.id for one in rubric().criteria if one.letter == letter)


def comment(
    number: int,
    letter: str,
    turn: int,
    text: str = "",
    *,
    quote: str = "your parcel is with the courier",
    suggestion: str | None = None,
    verdict: Verdict = Verdict.CONCERN,
    last: int | None = None,
    start: int = 0,
) -> Annotation:
    anchor = Anchor(turn, start, last or turn, start + len(quote), quote, whole_turns=last is not None)
    return Annotation(
        f"c{number}",
        "review",
        anchor,
        criterion(letter) if letter != "N" else None,
        verdict,
        text,
        suggestion,
    )


COMMENTS = (
    comment(1, "T", 2, "A kind first line.", quote="good to have you here", verdict=Verdict.STRENGTH),
    comment(2, "W", 4, "Depot language. Say where the parcel is.", suggestion="your parcel is on the van"),
    comment(3, "H", 4, "The day is not named.", quote="in due course", start=80),
    comment(4, "H", 5, "Two questions, no answer.", last=6),
    comment(5, "G", 7, "", quote="it have been sent"),
    comment(6, "N", 9, "Ask Jo about <b>this</b> depot.", quote="depot nine"),
)


def full_review(*comments: Annotation, **changes: object) -> FullReview:
    rules = rubric()
    full = FullReview(
        Transcript("chat", "Late parcel", "parcel.txt", "0", "text", "2026-03-01T09:00:00Z", 12),
        (),
        rules,
        Reviewer("me", "Reviewer A"),
        Review("review", "chat", "me", rules.rubric.id),
        saved=True,
        annotations=tuple(in_reading_order(comments or COMMENTS)),
    )
    return replace(full, **changes)
