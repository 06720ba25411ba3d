"""A version of a rubric that is in use never changes, whoever tries: doing, undoing and redoing alike."""

from dataclasses import replace

from reviewer.domain.edit import Delta, Edit
from reviewer.domain.review import Review
from reviewer.domain.rubric import Criterion, Question, Rubric
from reviewer.domain.transcript import Collection
from reviewer.errors import Conflict
from reviewer.store.reading import Reading


def refuse_change_of_used_rubric(reading: Reading, edit: Edit) -> None:
    """Reviews keep the words and weights that they were made with.

    Whether a rubric is retired may change at any time.

    Raises:
        Conflict: `edit` would change or remove a version that reviews or exercises follow.
    """
    changed = {found for delta in edit.deltas if (found := _changed(delta)) is not None}
    if not changed:
        return
    known = {one for one in changed if reading.record(Rubric, one) is not None}
    uses = reading.rubric_uses() if known else {}
    for rubric in known & set(uses):
        leaving = sum(_follows(delta.before, rubric) and not _follows(delta.after, rubric) for delta in edit.deltas)
        use = uses[rubric]
        if use.reviews + use.exercises > leaving:
            raise Conflict("This version of the rubric is in use by now, so it stays as it is. Nothing was changed.")


def _changed(delta: Delta) -> str | None:
    match delta.record:
        case Rubric():
            before, after = delta.before, delta.after
            if isinstance(before, Rubric) and isinstance(after, Rubric):
                return delta.record.id if replace(before, retired=after.retired) != after else None
            return delta.record.id
        case Criterion() | Question():
            return delta.record.rubric
    return None


def _follows(record: object, rubric: str) -> bool:
    return isinstance(record, Review | Collection) and record.rubric == rubric
