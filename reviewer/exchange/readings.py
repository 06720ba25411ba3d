"""Can the values of a review from a file be worked with: levels, places, times, weights."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Final

from reviewer.domain.absent import Absent
from reviewer.domain.anchor import Anchor
from reviewer.domain.edit import SharedRecord
from reviewer.domain.edits.exercises import EXERCISE
from reviewer.domain.exercise import Exercise
from reviewer.domain.full_review import FullReview
from reviewer.domain.order_keys import is_order_key
from reviewer.domain.parts import parts_of
from reviewer.domain.review import Rating
from reviewer.domain.revision import RevisedTurn
from reviewer.domain.rubric import Criterion, Level, RubricSet
from reviewer.domain.transcript import Turn
from reviewer.exchange.documents import MOST
from reviewer.exchange.references import aside_in

TARGET: Final = "a question asks for fewer than one word."


def odd_value(full: FullReview, turns: Sequence[Turn]) -> str | None:
    """The first value that nothing can be done with, as a sentence; None when there is none."""
    lengths = {turn.position: len(turn.text) for turn in turns}
    levels = {one.id: len(one.levels) for one in full.rubric.criteria}
    stamps = (full.transcript.started_at, full.review.done_at, *(turn.sent_at for turn in turns))
    aside = aside_in(full)
    changes = [*full.revised_turns, *(one for one in aside if isinstance(one, RevisedTurn))]
    rated_aside = [one for one in aside if isinstance(one, Rating)]
    checks = (
        (_rates(full.rubric), "its rubric has no criteria with weights and levels."),
        (_distinct(one.position for one in full.rubric.criteria), "two criteria share a position."),
        (
            all(one.value is None or 1 <= one.value <= levels[one.criterion] for one in full.ratings),
            "a rating has a level that its criterion does not have.",
        ),
        (all(one.value is None or one.value >= 1 for one in rated_aside), "a rating that is set aside has no level."),
        (_distinct(one.criterion for one in full.ratings), "a criterion is rated twice."),
        (
            all(_inside(one.anchor, lengths) if one.anchor.found else _counts(one.anchor) for one in full.annotations),
            "a comment stands outside the words.",
        ),
        (all(lengths.keys() >= set(one.origins) for one in changes), "a change has no turn."),
        (all(is_order_key(one.order_key) for one in changes), "a change has no place in the dialogue."),
        (all(stamp is None or is_time(stamp) for stamp in stamps), "a time in it cannot be read."),
        (all(is_moment(one.updated) for one in _stamped(full)), "the time of a change in it cannot be read."),
        (all(0 <= one.rev < MOST for one in _stamped(full)), "a count of changes in it is too large."),
        (0 <= full.review.known_part_of < MOST, "its version is no number."),
    )
    odd = next((sentence for sound, sentence in checks if not sound), None)
    return odd_exercise(full.exercise) if odd is None and full.exercise is not None else odd


def odd_exercise(exercise: Exercise) -> str | None:
    """The same of an exercise, wherever it is told of: what comes in can go out as an exercise file."""
    home = exercise.collection
    checks = (
        (home.kind == EXERCISE, "its collection is no exercise."),
        (bool(home.name.strip()), "the title of its exercise is missing."),
        (home.due is None or _is_day(home.due), "the due date of its exercise is no date."),
        (all(one.target_words is None or one.target_words > 0 for one in exercise.questions), TARGET),
    )
    return next((sentence for sound, sentence in checks if not sound), None)


def _rates(rubric: RubricSet) -> bool:
    return any(one.weight > 0 for one in rubric.criteria) and all(
        one.weight >= 0
        and one.levels
        and one.position >= 1
        and all(level.points is None or 0 <= level.points <= 100 for level in _all_levels(one))
        for one in rubric.criteria
    )


def _stamped(full: FullReview) -> Iterable[SharedRecord | Absent]:
    return (full.review, *parts_of(full), *full.absent)


def _all_levels(criterion: Criterion) -> Iterable[Level]:
    return (*criterion.levels, *(level for variant in criterion.variants for level in variant.levels))


def _counts(anchor: Anchor) -> bool:
    """Whether the place of words that are gone is one that could have been."""
    return 1 <= anchor.first_turn <= anchor.last_turn and min(anchor.start, anchor.end) >= 0


def _distinct(values: Iterable[object]) -> bool:
    found = list(values)
    return len(found) == len(set(found))


def _inside(anchor: Anchor, lengths: dict[int, int]) -> bool:
    begins, ends = (anchor.first_turn, anchor.start), (anchor.last_turn, anchor.end)
    return begins <= ends and all(0 <= at <= lengths.get(turn, -1) for turn, at in (begins, ends))


def _is_day(due: str) -> bool:
    try:
        return date.fromisoformat(due).isoformat() == due
    except ValueError:
        return False


def is_moment(stamp: str) -> bool:
    """Whether this is a time with its day, or nothing: what was never saved has none."""
    return not stamp or (not stamp.startswith("T") and is_time(stamp))


def is_time(stamp: str) -> bool:
    """Whether this is a time, or a day, as ISO 8601 writes it; without a day it begins with T."""
    try:
        if stamp.startswith("T"):
            time.fromisoformat(stamp)
        else:
            datetime.fromisoformat(stamp)
    except ValueError:
        return False
    return True
