"""Files of one review that was changed apart come to one same result, in any order and however often they arrive."""

import tempfile
from contextlib import ExitStack, suppress
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.edit import LIBRARY, Op
from reviewer.domain.transcript import Transcript
from reviewer.errors import Conflict
from reviewer.workspace.workspace import Workspace
from tests.workspace.merging import MAKES, as_file, bring, in_every_order, merged_in_order, take
from tests.workspace.sample import Clock, imported, open_library

NUMBERS = st.integers(0, 11)
ALONE = st.lists(st.tuples(st.sampled_from([*MAKES, "undo", "redo"]), NUMBERS), max_size=8)
APART = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from([*MAKES, *MAKES, "undo", "redo", "swap", "undo import"]), NUMBERS),
    max_size=24,
)
WAITS = st.sampled_from([0, 0, 2, 60])


def branch(workspaces: list[Workspace], steps: list[tuple[int, str, int]]) -> list[str]:
    """Three libraries are worked in, and now and then one takes in what another has; gives all files on the way."""
    transcript = workspaces[0].reading.transcripts()[0].id
    on_the_way = []
    for which, step, number in steps:
        workspace, other = workspaces[which], workspaces[(which + 1 + number % 2) % 3]
        if step == "swap":
            on_the_way.append(as_file(other))
            bring(workspace, on_the_way[-1])
        elif step == "undo import":
            undo_import(workspace)
        else:
            take(workspace, transcript, step, number)
        if not workspace.reading.reviews(transcript):
            workspace.redo(transcript)
    return on_the_way


def undo_import(workspace: Workspace) -> None:
    """Take back what the newest file changed, where the review was here before it and nothing else depends on it."""
    step = workspace.next_undo(LIBRARY)
    if step and step.op is Op.IMPORT_REVIEW and not step.touches(Transcript):
        with suppress(Conflict):
            workspace.undo(LIBRARY)


@settings(max_examples=15, deadline=None)
@given(ALONE, APART, st.integers(0, 5), WAITS)
def test_any_order_gives_the_same(
    alone: list[tuple[str, int]], apart: list[tuple[int, str, int]], pick: int, wait: int
):
    clock = Clock(step=timedelta(0))
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        first = stack.enter_context(open_library(Path(name) / "0", clock=clock))
        chat = imported(first)
        take(first, chat.id, "comment", 1)
        for step, number in alone:
            take(first, chat.id, step, number)
        if not first.reading.reviews(chat.id):
            first.redo(chat.id)
        start = as_file(first)
        clock.step = timedelta(seconds=wait)
        workspaces = [first]
        for folder in "12":
            workspaces.append(stack.enter_context(open_library(Path(name) / folder, clock=clock)))
            bring(workspaces[-1], start)
        on_the_way = branch(workspaces, apart)
        files = [as_file(one) for one in workspaces]
        assert all(merged_in_order([file]) == file for file in files)
        orders = in_every_order([*files, *on_the_way[-1:]])
        assert len(orders) == 1
        (result,) = orders
        assert merged_in_order([*files, *on_the_way, start, *files]) == result
        for workspace in workspaces:
            for file in files[pick % 3 :] + files[: pick % 3] + on_the_way:
                bring(workspace, file)
            assert as_file(workspace) == result
            assert all(bring(workspace, file).already_there for file in files)
            assert workspace.check() == []
        with open_library(Path(name) / "empty", reviewer="Ben") as empty:
            for file in files:
                bring(empty, file)
            assert as_file(empty) == result
            assert empty.check() == []
