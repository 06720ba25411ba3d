"""Do the records of one review belong together."""

from collections.abc import Iterable, Sequence

from reviewer.domain.anchor import holds
from reviewer.domain.edit import Record
from reviewer.domain.full_review import FullReview
from reviewer.domain.parts import Part, part_in
from reviewer.domain.review import Answer, Rating, Reply
from reviewer.domain.revision import RevisedTurn
from reviewer.domain.transcript import Turn


def broken_reference(full: FullReview, turns: Sequence[Turn]) -> str | None:
    """The first thing that points to nothing, as a sentence; None when all is whole."""
    review, transcript = full.review, full.transcript
    annotations = {one.id for one in full.annotations}
    criteria = {one.id for one in full.rubric.criteria}
    speakers = {one.id for one in full.speakers}
    checks = (
        (_positions(transcript.id, turns, transcript.turn_count), "its turns are not numbered from 1 without gaps."),
        (all(_ids(full)), "one of its parts has no identity."),
        (len(_ids(full)) == len(set(_ids(full))), "two of its parts have the same identity."),
        (review.transcript == transcript.id, "its review is of another transcript."),
        (review.reviewer == full.reviewer.id, "its review is by another reviewer."),
        (review.rubric == full.rubric.rubric.id, "its review follows another rubric."),
        (_asked_of(full), "its exercise asks of another collection."),
        (all(one.transcript == transcript.id for one in full.speakers), "a speaker is of another transcript."),
        (all(turn.speaker in speakers or turn.speaker is None for turn in turns), "a turn has an unknown speaker."),
        (_all_of(full.ratings, "review", {review.id}), "a rating is of another review."),
        (_all_of(full.ratings, "criterion", criteria), "a rating has an unknown criterion."),
        (_all_of(full.annotations, "review", {review.id}), "a comment is of another review."),
        (_all_of(full.annotations, "criterion", criteria | {None}), "a comment has an unknown criterion."),
        (_all_of(full.replies, "annotation", annotations), "a reply answers an unknown comment."),
        (_all_of(_replies(full), "reviewer", _people(full)), "a reply is by nobody."),
        (_all_of(full.answers, "review", {review.id}), "an answer is of another review."),
        (_all_of(full.answers, "question", _asked(full)), "an answer has no question."),
        (_all_of(full.revisions, "review", {review.id}), "a revision is of another review."),
        (_all_of(full.revised_turns, "revision", {one.id for one in full.revisions}), "a change has no revision."),
        (
            all(_belongs_aside(one, review.id) for one in aside_in(full)),
            "what is set aside is of another review.",
        ),
        (_anchored(full, turns), "a comment stands on words that the transcript does not hold."),
    )
    return next((sentence for whole, sentence in checks if not whole), None)


def _ids(full: FullReview) -> list[str]:
    records: tuple[Record, ...] = (
        full.transcript, *full.speakers, full.rubric.rubric, *full.rubric.criteria, *full.rubric.questions,
        *(full.exercise.questions if full.exercise else ()), full.reviewer, *full.people, full.review, *full.ratings,
        *full.annotations, *full.replies, *full.answers, *full.revisions, *full.revised_turns, *full.absent,
    )  # fmt: skip
    return [record.id for record in records]


def aside_in(full: FullReview) -> list[Part]:
    """The parts that the review has without showing them."""
    return [part for one in full.absent if (part := part_in(one)) is not None]


def _belongs_aside(part: Part, review: str) -> bool:
    """Comments and revisions always have a place; a reply or a change may have lost what it belongs to."""
    match part:
        case Rating() | Answer():
            return part.review == review
        case Reply() | RevisedTurn():
            return True
    return False


def _replies(full: FullReview) -> list[Reply]:
    return [*full.replies, *(one for one in aside_in(full) if isinstance(one, Reply))]


def _people(full: FullReview) -> set[str]:
    return {full.reviewer.id, *(one.id for one in full.people)}


def _asked(full: FullReview) -> set[str]:
    """A chat that was moved into an exercise keeps its answers to the questions of the rubric."""
    return {one.id for one in (*full.questions, *full.rubric.questions)}


def _asked_of(full: FullReview) -> bool:
    exercise = full.exercise
    return exercise is None or all(one.collection == exercise.collection.id for one in exercise.questions)


def _positions(transcript: str, turns: Sequence[Turn], count: int) -> bool:
    return len(turns) == count and all(
        turn.position == position and turn.transcript == transcript for position, turn in enumerate(turns, start=1)
    )


def _all_of(records: Iterable[object], field: str, known: set[str | None] | set[str]) -> bool:
    return all(getattr(record, field) in known for record in records)


def _anchored(full: FullReview, turns: Sequence[Turn]) -> bool:
    texts = {turn.position: turn.text for turn in turns}
    return all(holds(one.anchor, texts) for one in full.annotations if one.anchor.found)
