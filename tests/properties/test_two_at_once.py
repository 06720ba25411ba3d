"""Two windows on one library, each of which sees only now and then what the other did: nothing is overwritten."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.anchor import anchor_at
from reviewer.domain.annotation import Verdict
from reviewer.domain.edit import Edit
from reviewer.domain.edits import reviewing, revising
from reviewer.domain.full_review import FullReview
from reviewer.errors import Conflict
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import Clock, imported, open_library, shared_records


def comment(full: FullReview, workspace: Workspace, number: int) -> Edit | None:
    anchor = anchor_at(workspace.reading.texts(full.transcript.id, 2, 2), 2, 4, 2, 10)
    return reviewing.add_comment(full, anchor, None, Verdict.CONCERN, f"Comment {number}")


def rewrite(full: FullReview, workspace: Workspace, number: int) -> Edit | None:
    if not full.annotations:
        return None
    one = full.annotations[number % len(full.annotations)]
    return reviewing.edit_comment(full, one, replace(one, text=f"Rewritten {number}"))


def delete(full: FullReview, workspace: Workspace, number: int) -> Edit | None:
    return reviewing.delete_comment(full, full.annotations[-1]) if full.annotations else None


def rate(full: FullReview, workspace: Workspace, number: int) -> Edit | None:
    return reviewing.rate(full, full.rubric.criteria[number % 2].id, 1 + number % 5)


def summarise(full: FullReview, workspace: Workspace, number: int) -> Edit | None:
    return reviewing.summarise(full, f"Headline {number}", (), (), ())


def reword(full: FullReview, workspace: Workspace, number: int) -> Edit | None:
    (turn,) = workspace.reading.turns(full.transcript.id, 3, 3)
    return revising.reword(full, turn, f"Sorry, {number} times.")


MAKES: dict[str, Callable[[FullReview, Workspace, int], Edit | None]] = {
    "comment": comment,
    "rewrite": rewrite,
    "delete": delete,
    "rate": rate,
    "summarise": summarise,
    "reword": reword,
}
STEPS = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(["look", "undo", "redo", *MAKES])), max_size=25)


@settings(max_examples=25)
@given(STEPS)
def test_each_step_is_saved_whole_or_refused_whole(steps: list[tuple[int, str]]):
    with tempfile.TemporaryDirectory() as name:
        clock = Clock(step=timedelta(seconds=1.6))
        with open_library(Path(name), clock=clock) as one, open_library(Path(name), clock=clock) as other:
            walk(one, other, steps)
            assert one.check() == []


def walk(one: Workspace, other: Workspace, steps: list[tuple[int, str]]) -> None:
    transcript = imported(one).id
    windows = (one, other)
    shown = [window.review_of(transcript) for window in windows]
    for number, (which, step) in enumerate(steps):
        window = windows[which]
        before = window.review_of(transcript)
        try:
            if step in ("undo", "redo"):
                done = window.undo(transcript) if step == "undo" else window.redo(transcript)
            elif step == "look":
                shown[which], done = before, None
            else:
                edit = MAKES[step](shown[which], window, number)
                done = window.do(edit) if edit else None
        except Conflict:
            assert records(windows[1 - which].review_of(transcript)) == records(before)
            shown[which] = before
            continue
        assert len(one.reading.reviews(transcript)) <= 1
        now = windows[1 - which].review_of(transcript)
        assert records(now) == (records(before.after(done)) if done else records(before))
        shown[which] = now if done else shown[which]
    while one.undo(transcript):
        pass
    assert not other.review_of(transcript).saved


def test_two_windows_begin_the_same_review_and_the_second_is_told(tmp_path: Path):
    with open_library(tmp_path) as one, open_library(tmp_path) as other:
        transcript = imported(one).id
        fresh, stale = one.review_of(transcript), other.review_of(transcript)
        one.do(reviewing.rate(fresh, fresh.rubric.criteria[0].id, 2))
        with pytest.raises(Conflict, match="changed elsewhere"):
            other.do(reviewing.summarise(stale, "Mine", (), (), ()))
        other.do(reviewing.summarise(other.review_of(transcript), "Mine", (), (), ()))
        saved = one.review_of(transcript)
        assert (saved.review.headline, [rating.value for rating in saved.ratings]) == ("Mine", [2])
        assert len(one.reading.reviews(transcript)) == 1


def records(full: FullReview) -> set[object]:
    """Everything saved of a review."""
    return set(shared_records(full))
