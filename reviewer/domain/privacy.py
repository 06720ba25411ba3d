"""What of people stays hidden when a review leaves the program."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from reviewer.domain.anchor import Anchor, anchor_at
from reviewer.domain.annotation import Annotation
from reviewer.domain.full_review import FullReview
from reviewer.domain.personal import covered
from reviewer.domain.review import Answer, Point, Rating, Reply, Review
from reviewer.domain.revision import RevisedTurn, Revision
from reviewer.domain.speaker_names import NamedByRole, by_role, english
from reviewer.domain.transcript import Transcript, Turn

NOBODY: Final = ""
"""The name of reviewers that are not to be named."""

_WRITTEN: Final[dict[type, tuple[str, ...]]] = {
    Transcript: ("title", "source_name"),
    Review: ("headline",),
    Point: ("text",),
    Rating: ("note",),
    Annotation: ("text", "suggestion"),
    Reply: ("text",),
    Answer: ("text",),
    Revision: ("name", "rationale"),
    RevisedTurn: ("text", "reason"),
}


@dataclass(frozen=True, slots=True)
class Privacy:
    """`hide_names`: speakers are called by their part in the chat. `hide_details`: e-mail addresses, telephone and card
    numbers and postal addresses are covered, sign by sign. `hide_reviewer`: nobody who reviewed is named.
    """

    hide_names: bool = False
    hide_details: bool = False
    hide_reviewer: bool = False


OPEN: Final = Privacy()


def private_review(
    full: FullReview,
    turns: Iterable[Turn],
    privacy: Privacy,
    *,
    by_exercise: bool = True,
    named: NamedByRole = english,
) -> FullReview:
    """The review as others may see it; names of speakers inside turns stay.

    Names are hidden too where its exercise hides them, unless `by_exercise` is false; `named` says what stands in their
    place. `turns` are read only to cover details.
    """
    if privacy.hide_names or (by_exercise and full.hides_names):
        full = replace(full, speakers=by_role(full.speakers, named))
    if privacy.hide_reviewer:
        people = tuple(replace(one, name=NOBODY) for one in full.people)
        full = replace(full, reviewer=replace(full.reviewer, name=NOBODY), people=people)
    return _without_details(full, turns) if privacy.hide_details else full


def private_turns(turns: Iterable[Turn], privacy: Privacy) -> Iterable[Turn]:
    """The turns as others may see them."""
    return _covered_turns(turns) if privacy.hide_details else turns


def _covered_turns(turns: Iterable[Turn]) -> Iterator[Turn]:
    for turn in turns:
        text = covered(turn.text)
        yield turn if text == turn.text else replace(turn, text=text)


def _without_details(full: FullReview, turns: Iterable[Turn]) -> FullReview:
    review = _covered_record(full.review)
    points = {name: tuple(map(_covered_record, getattr(review, name))) for name in ("worked", "to_change", "try_next")}
    texts = _texts_under(full, turns)
    return replace(
        full,
        transcript=_covered_record(full.transcript),
        speakers=tuple(replace(one, name=covered(one.name)) for one in full.speakers),
        review=replace(review, **points),
        ratings=tuple(map(_covered_record, full.ratings)),
        annotations=tuple(
            replace(_covered_record(one), anchor=_covered_anchor(one.anchor, texts)) for one in full.annotations
        ),
        replies=tuple(map(_covered_record, full.replies)),
        answers=tuple(map(_covered_record, full.answers)),
        revisions=tuple(map(_covered_record, full.revisions)),
        revised_turns=tuple(map(_covered_record, full.revised_turns)),
        absent=tuple(one for one in full.absent if one.content is None),
    )


def _covered_record(record: Any) -> Any:
    values = {name: getattr(record, name) for name in _WRITTEN[type(record)]}
    return replace(record, **{name: covered(value) for name, value in values.items() if value is not None})


def _texts_under(full: FullReview, turns: Iterable[Turn]) -> dict[int, str]:
    """The covered texts of the turns that comments touch, by position."""
    anchors = (one.anchor for one in full.annotations if one.anchor.found)
    touched = {position for one in anchors for position in range(one.first_turn, one.last_turn + 1)}
    return {turn.position: covered(turn.text) for turn in turns if turn.position in touched} if touched else {}


def _covered_anchor(anchor: Anchor, texts: dict[int, str]) -> Anchor:
    """The same place in the covered words, so that a part of a detail is covered in its quote too."""
    if not anchor.found:
        return replace(
            anchor, quote=covered(anchor.quote), prefix=covered(anchor.prefix), suffix=covered(anchor.suffix)
        )
    first, start, last, end = anchor.first_turn, anchor.start, anchor.last_turn, anchor.end
    fresh = anchor_at(texts, first, start, last, end, whole_turns=True)
    return replace(fresh, whole_turns=anchor.whole_turns)
