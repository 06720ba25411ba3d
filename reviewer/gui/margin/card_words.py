"""What a comment is called, where it stands, and how it is spoken; the same on cards, pins and in the list."""

from dataclasses import dataclass

from reviewer.domain.anchor import Anchor
from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.rubric import NOTE_LETTER, NOTE_NAME, NOTE_SLOT, Criterion, RubricSet

VERDICT_ICONS = {Verdict.CONCERN: "circle-alert", Verdict.STRENGTH: "thumbs-up"}
VERDICT_NAMES = {Verdict.CONCERN: "Concern", Verdict.STRENGTH: "Strength", Verdict.NONE: "Neither"}
LAST_FILLED = 8
"""Criteria after this one share a colour with an earlier one; their badges are hollow."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a card, pin or row shows of one comment."""

    number: int
    name: str
    slot: int
    hollow: bool
    where: str
    verdict: Verdict
    text: str


def face_of(annotation: Annotation, number: int, rubric: RubricSet) -> Face:
    """The face of a comment with its number; a bare rewrite shows the rewrite as its text."""
    criterion = rubric.criterion(annotation.criterion)
    text = annotation.text
    if not text and annotation.suggestion is not None:
        text = f"Rewrite: {annotation.suggestion}"
    return Face(
        number,
        name_of(criterion),
        slot_of(criterion),
        is_hollow(criterion),
        where(annotation.anchor),
        annotation.verdict,
        text,
    )


def name_of(criterion: Criterion | None) -> str:
    """The criterion's name; a note's is "Note"."""
    return criterion.name if criterion else NOTE_NAME


def letter_of(criterion: Criterion | None) -> str:
    """The letter on badges."""
    return criterion.letter if criterion else NOTE_LETTER


def slot_of(criterion: Criterion | None) -> int:
    """The colour slot, 1 to 8."""
    return criterion.slot if criterion else NOTE_SLOT


def is_hollow(criterion: Criterion | None) -> bool:
    """Whether the badge is drawn as an outline, because an earlier criterion has the same colour."""
    return criterion is not None and criterion.position > LAST_FILLED


def where(anchor: Anchor) -> str:
    """The turns of an anchor that is not plain words of one turn, else nothing."""
    if not anchor.found:
        return "words not found"
    if anchor.first_turn != anchor.last_turn:
        return f"turns {anchor.first_turn}–{anchor.last_turn}"
    return f"turn {anchor.first_turn}" if anchor.whole_turns else ""


def spoken(annotation: Annotation, number: int, rubric: RubricSet) -> str:
    """A comment as a screen reader says it."""
    anchor = annotation.anchor
    parts = [f"Comment {number}", name_of(rubric.criterion(annotation.criterion))]
    if annotation.verdict is not Verdict.NONE:
        parts.append(annotation.verdict.value)
    if not anchor.found:
        parts.append(f"on ‘{anchor.quote}’, which is no longer in the transcript")
        return " ".join(_ended(one) for one in (", ".join(parts), annotation.text) if one)
    turns = f"turn {anchor.first_turn}" if anchor.first_turn == anchor.last_turn else where(anchor)
    parts += [f"on {turns}"] if anchor.whole_turns else [f"on ‘{anchor.quote}’", turns]
    sentences = [", ".join(parts), annotation.text]
    if annotation.suggestion is not None:
        sentences.append(f"Suggested rewrite: {annotation.suggestion}")
    return " ".join(_ended(sentence) for sentence in sentences if sentence)


def _ended(sentence: str) -> str:
    return sentence if sentence[-1] in ".!?…" else f"{sentence}."
