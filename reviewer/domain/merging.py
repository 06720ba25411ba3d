"""Two states of one review become one, the same in whatever order files arrive and however often.

Each part is a register: the version with the greater `rev` stands, then the later `updated`; a deletion is a version
too. What remains equal is told apart by content alone. Which parts are shown then follows from all versions together
(`standing_parts.py`); those without a place are kept aside, so that nothing depends on what came first.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from reviewer.domain.absent import Absent
from reviewer.domain.annotation import Annotation, in_reading_order
from reviewer.domain.edits.changing_rubric import carried_over
from reviewer.domain.full_review import FullReview
from reviewer.domain.parts import Part, canonical, part_in, parts_of, set_aside
from reviewer.domain.review import Answer, Rating, Reply, Review, Reviewer
from reviewer.domain.revision import RevisedTurn, Revision
from reviewer.domain.rubric import RubricSet
from reviewer.domain.standing_parts import standing

Version = Part | Absent
"""A part that is alive, or the stamp of its deletion."""

COVER: Final = "\u2022"
LAST_SIGN: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Merge:
    """What came of `mine` (what is here) and `theirs` (what came in), all in the frame of one rubric."""

    full: FullReview
    mine: Mapping[str, Version]
    theirs: Mapping[str, Version]
    result: Mapping[str, Version]


def merge(mine: FullReview, theirs: FullReview, *, knows: int, answered: Collection[str] = ()) -> Merge:
    """Merge two states of the same review, of the same transcript.

    `knows` is the version of review files that this program writes; `answered` are ids of further questions that can
    be answered here.
    """
    review = newer_review(mine.review, theirs.review)
    rubric = mine.rubric if review.rubric == mine.review.rubric else theirs.rubric
    left, right = _versions(mine, rubric), _versions(theirs, rubric)
    result = {one: _newer(left.get(one), right.get(one)) for one in sorted({*left, *right})}
    if mine.review.known_part_of > theirs.review.known_part_of:
        result |= {one: right[one] for one in right if _stamp(result[one]) == _stamp(right[one])}
    covers = all(one in right and _stamp(right[one]) >= _stamp(version) for one, version in left.items())
    known = _known_part(mine.review, theirs.review, knows, covers=covers and _stamp_of(theirs) >= _stamp_of(mine))
    base = replace(mine, rubric=rubric, review=replace(review, known_part_of=known), people=_people(mine, theirs))
    return Merge(_shown(base, result, answered), left, right, result)


def newer_review(one: Review, other: Review) -> Review:
    """The version of the review itself that stands."""
    return min((one, other), key=lambda review: _rank(replace(review, known_part_of=0)))


def _stamp_of(full: FullReview) -> tuple[int, str]:
    return full.review.rev, full.review.updated


def _known_part(mine: Review, theirs: Review, knows: int, *, covers: bool) -> int:
    """What is known in part stays so, until a file that is understood holds all of it."""
    if not theirs.known_part_of and covers and mine.known_part_of <= knows:
        return 0
    return max(mine.known_part_of, theirs.known_part_of)


def _versions(full: FullReview, rubric: RubricSet) -> dict[str, Version]:
    carry: Callable[[Part], Part] = lambda part: part  # noqa: E731
    if full.rubric.rubric.id != rubric.rubric.id:
        carry = lambda part: carried_over(part, full, rubric)  # noqa: E731
    found: dict[str, Version] = {one.id: carry(one) for one in parts_of(full)}
    for one in full.absent:
        part = part_in(one)
        found[one.id] = one if part is None else carry(part)
    return found


def _newer(one: Version | None, other: Version | None) -> Version:
    """Content is told apart only where stamps do not: there may be very many parts."""
    known = [version for version in (one, other) if version is not None]
    if len(known) == 1 or known[0] == known[1]:
        return known[0]
    newest = max(map(_stamp, known))
    return min((version for version in known if _stamp(version) == newest), key=_rank)


def _stamp(version: Version) -> tuple[int, str]:
    return version.rev, version.updated


def _rank(version: Version | Review) -> tuple[int, "_Reversed", bool, bool, str]:
    """Sorts the version that stands first: of equal stamps one that is not deleted, has its place, and sorts first.

    Exports can cover personal details sign by sign; what is covered sorts after whatever it covers.
    """
    gone = isinstance(version, Absent)
    lost = isinstance(version, Annotation) and not version.anchor.found
    content = "" if isinstance(version, Absent) else canonical(version).replace(COVER, LAST_SIGN)
    return -version.rev, _Reversed(version.updated), gone, lost, content


@dataclass(frozen=True, slots=True)
class _Reversed:
    """A text that sorts the other way round."""

    text: str

    def __lt__(self, other: "_Reversed") -> bool:
        return other.text < self.text


def _people(mine: FullReview, theirs: FullReview) -> tuple[Reviewer, ...]:
    known = {one.id: one for one in (*theirs.people, *mine.people)}
    return tuple(sorted(known.values(), key=lambda one: (one.name, one.id)))


def _shown(base: FullReview, result: Mapping[str, Version], answered: Iterable[str]) -> FullReview:
    review = base.review.id
    asked = {one.id for one in (*base.questions, *base.rubric.questions)}
    asked |= {*answered, *(one.question for one in base.answers)}
    alive = [one for one in result.values() if not isinstance(one, Absent)]
    found = standing(alive, base.rubric, asked)
    absent = [one for one in result.values() if isinstance(one, Absent)]
    absent += [set_aside(one, review) for one in found.aside]
    shown = found.shown
    return replace(
        base,
        ratings=tuple(one for one in shown if isinstance(one, Rating)),
        annotations=tuple(in_reading_order(one for one in shown if isinstance(one, Annotation))),
        replies=tuple(one for one in shown if isinstance(one, Reply)),
        answers=tuple(one for one in shown if isinstance(one, Answer)),
        revisions=tuple(one for one in shown if isinstance(one, Revision)),
        revised_turns=tuple(one for one in shown if isinstance(one, RevisedTurn)),
        absent=tuple(sorted(absent, key=lambda one: one.id)),
    )
