"""Edits of rubrics. A version that is in use never changes: the first change makes the next version.

None in place of an edit means that nothing would change.
"""

from collections.abc import Iterable
from dataclasses import replace

from reviewer.domain.edit import LIBRARY, Delta, Edit, Op, Record
from reviewer.domain.ids import new_id
from reviewer.domain.rubric import Criterion, Question, RubricSet


def add(rubric: RubricSet, op: Op = Op.NEW_RUBRIC) -> Edit:
    """A rubric that is not in the library yet."""
    return Edit(op, _made(rubric), LIBRARY)


def change(saved: RubricSet, wanted: RubricSet) -> Edit | None:
    """`saved` becomes `wanted`, which has the same id. What changed last stands last, so that typing can join it."""
    deltas = _differences(saved, wanted)
    return Edit(Op.EDIT_RUBRIC, deltas, LIBRARY) if deltas else None


def next_version(saved: RubricSet, wanted: RubricSet, version: int) -> Edit | None:
    """`wanted` is a version of its own beside `saved`; all ids are new, what they have in common stays.

    The record that changed stands last, so that typing can join it.
    """
    if not _differences(saved, wanted):
        return None
    made = renewed(replace(wanted, rubric=replace(wanted.rubric, version=version)))
    before = {_root(one): one for one in _records(saved)}
    pairs = list(zip(_records(wanted), _records(made), strict=True))
    records = [new for old, new in pairs if before.get(_root(old)) == old]
    records += [new for old, new in pairs if before.get(_root(old)) != old]
    return Edit(Op.EDIT_RUBRIC, tuple(Delta(None, one) for one in records), LIBRARY)


def duplicate(rubric: RubricSet, name: str) -> Edit:
    """A rubric of its own with the same content; the record is the first of the deltas."""
    made = renewed(replace(rubric, rubric=replace(rubric.rubric, name=name, version=1)))
    apart = replace(
        made,
        rubric=replace(made.rubric, family="", retired=False),
        criteria=tuple(replace(one, origin="") for one in made.criteria),
    )
    return add(apart)


def retire(versions: Iterable[RubricSet], *, retired: bool = True) -> Edit | None:
    """Versions are no longer offered for new reviews, or are again."""
    op = Op.DELETE_RUBRIC if retired else Op.EDIT_RUBRIC
    deltas = tuple(
        Delta(one.rubric, replace(one.rubric, retired=retired)) for one in versions if one.rubric.retired != retired
    )
    return Edit(op, deltas, LIBRARY) if deltas else None


def delete(versions: Iterable[RubricSet]) -> Edit:
    """Versions that nothing uses are gone."""
    records = (record for one in versions for record in reversed(_records(one)))
    return Edit(Op.DELETE_RUBRIC, tuple(Delta(record, None) for record in records), LIBRARY)


def renewed(rubric: RubricSet) -> RubricSet:
    """The same under new ids; families and origins keep what they have in common."""
    head = replace(rubric.rubric, id=new_id(), family=rubric.rubric.root, retired=False)
    return RubricSet(
        head,
        tuple(replace(one, id=new_id(), rubric=head.id, origin=one.root) for one in rubric.criteria),
        tuple(replace(one, id=new_id(), rubric=head.id) for one in rubric.questions),
    )


def _records(rubric: RubricSet) -> tuple[Record, ...]:
    return (rubric.rubric, *rubric.criteria, *rubric.questions)


def _made(rubric: RubricSet) -> tuple[Delta, ...]:
    return tuple(Delta(None, record) for record in _records(rubric))


def _differences(saved: RubricSet, wanted: RubricSet) -> tuple[Delta, ...]:
    before = {one.id: one for one in _records(saved)}
    after = {one.id: one for one in _records(wanted)}
    gone = [Delta(one, None) for key, one in before.items() if key not in after]
    new = [Delta(None, one) for key, one in after.items() if key not in before]
    changed = [Delta(before[key], one) for key, one in after.items() if key in before and before[key] != one]
    return (*gone, *new, *changed)


def _root(record: Record) -> str:
    return record.root if isinstance(record, Criterion) else record.id if isinstance(record, Question) else ""
