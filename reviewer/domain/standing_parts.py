"""Which parts of a review can stand beside each other, whatever order they came in.

A criterion has one rating, a question one answer, and an original turn one fate in each revision; replies need their
comment, changes their revision. Of rivals the newest stands.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from reviewer.domain.annotation import Annotation
from reviewer.domain.parts import Part
from reviewer.domain.review import Answer, Rating, Reply
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.domain.rubric import RubricSet

Kind = TypeVar("Kind", bound=Part)

SHARES: Final = frozenset({ChangeKind.SPLIT, ChangeKind.JOINED})
"""Changes that hold a part of an original turn, beside others that do."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Parts that are shown, and parts that have no place beside them."""

    shown: tuple[Part, ...]
    aside: tuple[Part, ...]


def standing(parts: Iterable[Part], rubric: RubricSet, questions: Collection[str]) -> Standing:
    """Tell the parts of one review apart, which follows `rubric`; `questions` are ids of those that can be answered."""
    levels = {one.id: len(one.levels) for one in rubric.criteria}
    everything = list(parts)
    comments, revisions = _of(Annotation, everything), _of(Revision, everything)
    comment_ids, revision_ids = {one.id for one in comments}, {one.id for one in revisions}
    shown: list[Part] = [
        *_one_each([one for one in _of(Rating, everything) if _has_level(one, levels)], lambda one: one.criterion),
        *comments,
        *(one for one in _of(Reply, everything) if one.annotation in comment_ids),
        *_one_each([one for one in _of(Answer, everything) if one.question in questions], lambda one: one.question),
        *revisions,
        *_changes([one for one in _of(RevisedTurn, everything) if one.revision in revision_ids]),
    ]
    ids = {one.id for one in shown}
    return Standing(tuple(shown), tuple(one for one in everything if one.id not in ids))


def slots(part: object) -> frozenset[Hashable]:
    """The places of which a review has one each; rivals share one."""
    match part:
        case Rating():
            return frozenset({("criterion", part.criterion)})
        case Answer():
            return frozenset({("question", part.question)})
        case RevisedTurn():
            return frozenset((part.revision, origin) for origin in part.origins)
    return frozenset()


def _of(kind: type[Kind], parts: Iterable[Part]) -> list[Kind]:
    return [one for one in parts if isinstance(one, kind)]


def _age(part: Part) -> tuple[int, str, str]:
    return part.rev, part.updated, part.id


def _has_level(rating: Rating, levels: Mapping[str, int]) -> bool:
    return rating.criterion in levels and (rating.value is None or 1 <= rating.value <= levels[rating.criterion])


def _one_each(parts: list[Kind], place: Callable[[Kind], str]) -> list[Kind]:
    newest: dict[str, Kind] = {}
    for one in sorted(parts, key=_age):
        newest[place(one)] = one
    return list(newest.values())


def _changes(changes: list[RevisedTurn]) -> list[RevisedTurn]:
    """The newest first; a split of which only one part is left gives way to a change of the whole turn."""
    holders: dict[Hashable, int] = {}
    for one in changes:
        for slot in slots(one) if one.kind in SHARES else ():
            holders[slot] = holders.get(slot, 0) + 1

    def rank(one: RevisedTurn) -> tuple[bool, int, str, str]:
        lone = one.kind is ChangeKind.SPLIT and all(holders[slot] < 2 for slot in slots(one))
        return (not lone, *_age(one))

    taken: dict[Hashable, bool] = {}
    shown = []
    for one in sorted(changes, key=rank, reverse=True):
        shares = one.kind in SHARES
        if all(taken.get(slot, shares) and shares for slot in slots(one)) or not slots(one) & taken.keys():
            shown.append(one)
            taken |= dict.fromkeys(slots(one), shares)
    return shown
