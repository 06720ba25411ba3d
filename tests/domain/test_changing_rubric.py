"""A review moves to another version of its rubric, or to another rubric, and nothing that has a place there is lost."""

from dataclasses import replace

import pytest

from reviewer.domain import rubric_changes as change
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.edits import changing_rubric, reviewing
from reviewer.domain.edits import rubrics as edits
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.rubric import Rubric, RubricSet
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import comment, imported, open_library


@pytest.fixture
def desk(tmp_path):
    with open_library(tmp_path) as workspace:
        yield workspace, imported(workspace).id


def reviewed(workspace: Workspace, transcript: str) -> FullReview:
    """Every criterion rated with 4 and a reason, a comment under the first and the last, an answer."""
    full = workspace.review_of(transcript)
    for criterion in full.rubric.criteria:
        workspace.do(reviewing.rate(full, criterion.id, 4))
        full = workspace.review_of(transcript)
        workspace.do(reviewing.note_rating(full, criterion.id, f"Why {criterion.name}"))
        full = workspace.review_of(transcript)
    comment(workspace, full, "First")
    full = workspace.review_of(transcript)
    (first,) = full.annotations
    second = replace(first, id=new_id(), criterion=full.rubric.criteria[-1].id, text="Last")
    workspace.do(Edit(Op.ADD_COMMENT, (Delta(None, second),), transcript))
    full = workspace.review_of(transcript)
    workspace.do(reviewing.answer(full, full.rubric.questions[0].id, "In part."))
    return workspace.review_of(transcript)


def next_version(workspace: Workspace, saved: RubricSet, wanted: RubricSet) -> RubricSet:
    edit = edits.next_version(saved, wanted, saved.rubric.version + 1)
    assert edit is not None
    workspace.do(edit)
    made = next(one.record for one in edit.deltas if isinstance(one.record, Rubric))
    found = workspace.reading.rubric(made.id)
    assert found is not None
    return found


def said(full: FullReview) -> dict[str, tuple[int | None, str]]:
    names = {one.id: one.name for one in full.rubric.criteria}
    return {names[one.criterion]: (one.value, one.note) for one in full.ratings}


def test_a_newer_version_takes_everything_over(desk):
    workspace, transcript = desk
    before = reviewed(workspace, transcript)
    wanted = change.add_criterion(before.rubric, "Patience")
    newer = next_version(
        workspace, before.rubric, change.with_criterion(wanted, before.rubric.criteria[1].root, weight=5)
    )
    assert changing_rubric.difference(before.rubric, newer) == changing_rubric.Difference(1, 0, 1)
    assert not changing_rubric.loss(before, newer)
    workspace.do(changing_rubric.change_rubric(before, newer))
    after = workspace.review_of(transcript)
    assert after.rubric == newer
    assert said(after) == said(before)
    assert [after.rubric.criterion(one.criterion).name for one in after.annotations] == [
        before.rubric.criterion(one.criterion).name for one in before.annotations
    ]
    assert [one.question for one in after.answers] == [newer.questions[0].id]
    assert workspace.check() == []


def test_one_undo_brings_all_of_it_back(desk):
    workspace, transcript = desk
    before = reviewed(workspace, transcript)
    newer = next_version(
        workspace, before.rubric, change.remove_criterion(before.rubric, before.rubric.criteria[0].root)
    )
    workspace.do(changing_rubric.change_rubric(before, newer))
    workspace.undo(transcript)
    back = workspace.review_of(transcript)
    assert (back.rubric, said(back)) == (before.rubric, said(before))
    assert [one.criterion for one in back.annotations] == [one.criterion for one in before.annotations]
    workspace.redo(transcript)
    assert workspace.review_of(transcript).rubric == newer
    assert workspace.check() == []


def test_what_has_no_place_is_counted_and_left_out(desk):
    workspace, transcript = desk
    before = reviewed(workspace, transcript)
    gone = before.rubric.criteria[0]
    without = change.remove_question(change.remove_criterion(before.rubric, gone.root), 1)
    newer = next_version(workspace, before.rubric, without)
    assert changing_rubric.loss(before, newer) == changing_rubric.Loss(1, 1, 1)
    workspace.do(changing_rubric.change_rubric(before, newer))
    after = workspace.review_of(transcript)
    assert gone.name not in said(after)
    assert [one.criterion for one in after.annotations].count(None) == 1
    assert after.answers == ()


def test_other_levels_leave_the_reason_and_drop_the_rating(desk):
    workspace, transcript = desk
    before = reviewed(workspace, transcript)
    first = before.rubric.criteria[0]
    newer = next_version(workspace, before.rubric, change.with_level_count(before.rubric, 3, first.root))
    assert changing_rubric.loss(before, newer).ratings == 1
    workspace.do(changing_rubric.change_rubric(before, newer))
    assert said(workspace.review_of(transcript))[first.name] == (None, f"Why {first.name}")


def test_another_rubric_takes_criteria_of_the_same_name(desk):
    workspace, transcript = desk
    before = reviewed(workspace, transcript)
    other = next(one for one in workspace.reading.rubrics() if one.rubric.name == "Chat quality scorecard")
    shared = {one.name for one in other.criteria} & {one.name for one in before.rubric.criteria}
    workspace.do(changing_rubric.change_rubric(before, other))
    after = workspace.review_of(transcript)
    assert set(said(after)) == shared
    assert after.rubric == other
    assert changing_rubric.change_rubric(after, other) is None


def test_a_review_that_is_not_begun_begins_with_the_rubric(desk):
    workspace, transcript = desk
    fresh = workspace.review_of(transcript)
    other = next(one for one in workspace.reading.rubrics() if one.rubric.root != fresh.rubric.rubric.root)
    workspace.do(changing_rubric.change_rubric(fresh, other))
    begun = workspace.review_of(transcript)
    assert (begun.saved, begun.rubric) == (True, other)
    workspace.undo(transcript)
    assert workspace.review_of(transcript).rubric == fresh.rubric


def test_two_criteria_of_one_name_do_not_fall_together(desk):
    workspace, transcript = desk
    before = reviewed(workspace, transcript)
    first, second = before.rubric.criteria[:2]
    twins = change.with_criterion(before.rubric, second.root, name=first.name)
    workspace.do(edits.duplicate(twins, "Twins"))
    other = next(one for one in workspace.reading.rubrics() if one.rubric.name == "Twins")
    assert changing_rubric.loss(before, other).ratings == 1
    workspace.do(changing_rubric.change_rubric(before, other))
    assert len(workspace.review_of(transcript).ratings) == len(before.ratings) - 1
