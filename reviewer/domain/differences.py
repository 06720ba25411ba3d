"""What a merge changed here, and what it left alone although the other side says something else."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import cast

from reviewer.domain.absent import Absent
from reviewer.domain.edit import SharedRecord, same_content
from reviewer.domain.merging import Merge, Version
from reviewer.domain.parts import parts_of
from reviewer.domain.review import Review


class Fate(StrEnum):
    """What became of one part of the review."""

    CAME = "came"
    REPLACED = "replaced"
    DELETED = "deleted"
    SET_ASIDE = "set_aside"
    KEPT = "kept"
    STAYS_DELETED = "stays_deleted"


@dataclass(frozen=True, slots=True)
class Difference:
    """One part, or the review itself, on which both sides differ.

    `here` is what was shown here before the merge, `there` what came in; None where that side has it not, or has
    deleted it.

    - came: `there` is shown now.
    - replaced: `there` stands in the place of `here`, which was older.
    - deleted: `here` was deleted there since.
    - set aside: `here` has no place any more, because its comment or revision is gone or a newer rival stands.
    - kept: `here` is newer than `there`, or than its deletion there.
    - stays deleted: `there` is older than its deletion here.
    """

    fate: Fate
    here: SharedRecord | None
    there: SharedRecord | None

    @property
    def record(self) -> SharedRecord:
        """What it is about."""
        return cast(SharedRecord, self.there if self.here is None else self.here)


def differences(merge: Merge, mine: Review, theirs: Review, shown: frozenset[str]) -> tuple[Difference, ...]:
    """All differences, the review first, then its parts by kind; `shown` are ids of the parts that were shown here."""
    now = {one.id: one for one in parts_of(merge.full)}
    found = [_of_review(mine, theirs, merge.full.review)]
    order = [*now, *sorted(merge.result.keys() - now.keys())]
    found += [
        _of_part(
            _alive(merge.mine.get(one)) if one in shown else None,
            merge.mine.get(one),
            merge.theirs.get(one),
            now.get(one),
        )
        for one in order
    ]
    return tuple(one for one in found if one is not None)


def _of_review(mine: Review, theirs: Review, now: Review) -> Difference | None:
    mine, theirs, now = (replace(one, known_part_of=0) for one in (mine, theirs, now))
    if same_content(mine, theirs):
        return None
    return Difference(Fate.KEPT if same_content(mine, now) else Fate.REPLACED, mine, theirs)


def _of_part(
    here: SharedRecord | None, mine: Version | None, theirs: Version | None, now: SharedRecord | None
) -> Difference | None:
    there = _alive(theirs)
    if now is None:
        return _of_hidden(here, mine, theirs)
    if here is None:
        return Difference(Fate.CAME, None, now)
    if not same_content(here, now):
        return Difference(Fate.REPLACED, here, now)
    if theirs is not None and not same_content(here, there):
        return Difference(Fate.KEPT, here, there)
    return None


def _of_hidden(here: SharedRecord | None, mine: Version | None, theirs: Version | None) -> Difference | None:
    there = _alive(theirs)
    if here is not None:
        return Difference(Fate.DELETED if isinstance(theirs, Absent) else Fate.SET_ASIDE, here, None)
    if there is not None and isinstance(mine, Absent):
        return Difference(Fate.STAYS_DELETED, None, there)
    if there is not None and mine is None:
        return Difference(Fate.SET_ASIDE, None, there)
    return None


def _alive(version: Version | None) -> SharedRecord | None:
    return None if isinstance(version, Absent) else version
