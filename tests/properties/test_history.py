"""Any walk of edits, undo, redo and reopening gives what a plain model in memory gives."""

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reviewer.domain.anchor import anchor_at
from reviewer.domain.annotation import Verdict
from reviewer.domain.edit import LIBRARY, MERGE_SECONDS, SHARED, Edit, Op, Record
from reviewer.domain.edits import changing_rubric, reviewing, revising, transcripts
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Point
from tests.workspace.sample import Clock, imported, open_library, shared_records

State = dict[str, Record]
CHATS = st.integers(0, 1)
WAITS = st.sampled_from([0.2, 0.9, 2.5, 4])
TEXT = st.sampled_from(["", "Why?", "A fee 😀", "Zu spät\nund teuer", "x" * 500])


def plain(record: Record) -> Record:
    """The record without its stamps."""
    return replace(record, author="", rev=0, updated="") if isinstance(record, SHARED) else record


@dataclass
class Step:
    """What one history step changed: the state of its scope before and after."""

    op: Op
    record: str
    before: State
    after: State
    at: float


class History:
    """The model: per scope a state, done steps and undone steps."""

    def __init__(self) -> None:
        self.state: State = {}
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def do(self, edit: Edit, at: float) -> None:
        before = dict(self.state)
        for delta in edit.deltas:
            self.state.pop(delta.record.id, None)
            if delta.after is not None:
                self.state[delta.after.id] = plain(delta.after)
        self.undone.clear()
        step = Step(edit.op, edit.deltas[-1].record.id, before, dict(self.state), at)
        if self.done and self._continues(edit, step):
            step.before = self.done.pop().before
        self.done.append(step)

    def undo(self) -> bool:
        if self.done:
            step = self.done.pop()
            self.undone.append(step)
            self.state = dict(step.before)
            return True
        return False

    def redo(self) -> bool:
        if self.undone:
            step = self.undone.pop()
            self.done.append(step)
            self.state = dict(step.after)
            return True
        return False

    def _continues(self, edit: Edit, step: Step) -> bool:
        last, (delta, *others) = self.done[-1], edit.deltas
        soon = step.at - last.at <= MERGE_SECONDS.get(edit.op, -1)
        changes = delta.before is not None and delta.after is not None and not others
        return soon and changes and (last.op, last.record) == (step.op, step.record)


class Walk(RuleBasedStateMachine):
    """Two chats and the library itself: three histories that never touch."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Clock(step=timedelta(0))
        self.workspace = open_library(self.folder, clock=self.clock)
        self.chats = [imported(self.workspace, title) for title in ("First chat", "Second chat")]
        self.shown = [self.workspace.review_of(one.id) for one in self.chats]
        self.workspace.subscribe(self._hear)
        self.histories = {one.id: History() for one in self.chats}
        self.histories[LIBRARY] = History()

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self.workspace.close()
            shutil.rmtree(self.folder)

    @rule(seconds=WAITS)
    def time_passes(self, seconds: float) -> None:
        self.clock.now += timedelta(seconds=seconds)

    @rule(number=CHATS, turn=st.integers(1, 4), text=TEXT, verdict=st.sampled_from(Verdict))
    def comment(self, number: int, turn: int, text: str, verdict: Verdict) -> None:
        texts = self.workspace.reading.texts(self.chats[number].id, turn, turn)
        anchor = anchor_at(texts, turn, 2, turn, 6)
        self._do(reviewing.add_comment(self.shown[number], anchor, self._criterion(number, turn), verdict, text))

    @rule(number=CHATS, which=st.integers(0, 9), texts=st.lists(TEXT, min_size=1, max_size=3), wait=WAITS)
    def rewrite_comment(self, number: int, which: int, texts: list[str], wait: float) -> None:
        for text in texts if self.shown[number].annotations else ():
            full = self.shown[number]
            before = full.annotations[which % len(full.annotations)]
            self._do(reviewing.edit_comment(full, before, replace(before, text=text)))
            self.time_passes(wait)

    @rule(number=CHATS, which=st.integers(0, 9))
    def delete_comment(self, number: int, which: int) -> None:
        full = self.shown[number]
        if full.annotations:
            self._do(reviewing.delete_comment(full, full.annotations[which % len(full.annotations)]))

    @rule(number=CHATS, which=st.integers(0, 2), value=st.one_of(st.none(), st.integers(1, 5)), note=st.booleans())
    def rate(self, number: int, which: int, value: int | None, note: bool) -> None:
        full, criterion = self.shown[number], self._criterion(number, which)
        self._do(reviewing.note_rating(full, criterion, f"{value}") if note else reviewing.rate(full, criterion, value))

    @rule(number=CHATS, headline=TEXT)
    def summarise(self, number: int, headline: str) -> None:
        full = self.shown[number]
        points = tuple(Point("See there", (one.id,)) for one in full.annotations[:1])
        self._do(reviewing.summarise(full, headline, points, (), ()))

    @rule(number=CHATS, position=st.integers(1, 4), text=st.sampled_from(["Sorry.", "Of course, today.", ""]))
    def reword(self, number: int, position: int, text: str) -> None:
        (turn,) = self.workspace.reading.turns(self.chats[number].id, position, position)
        edit = revising.reword(self.shown[number], turn, text or turn.text)
        if edit:
            self._do(edit)

    @rule(number=CHATS)
    def finish_or_reopen(self, number: int) -> None:
        full = self.shown[number]
        now = self.clock.now.isoformat()
        self._do(reviewing.reopen(full) if full.review.done_at else reviewing.mark_done(full, now))

    @rule(number=CHATS, which=st.integers(0, 3))
    def change_rubric(self, number: int, which: int) -> None:
        rubrics = self.workspace.reading.rubrics()
        edit = changing_rubric.change_rubric(self.shown[number], rubrics[which % len(rubrics)])
        if edit:
            self._do(edit)

    @rule(number=CHATS)
    def delete_review(self, number: int) -> None:
        edit = reviewing.delete_review(self.shown[number])
        if edit:
            self._do(edit)

    @rule(number=CHATS, title=TEXT)
    def rename(self, number: int, title: str) -> None:
        transcript = self.workspace.reading.transcript(self.chats[number].id)
        assert transcript
        self._do(transcripts.rename(transcript, title))

    @rule(scope=st.integers(0, 2))
    def undo(self, scope: int) -> None:
        name = self._scope(scope)
        if self.histories[name].undo():
            assert self.workspace.undo(name)
        elif name != LIBRARY:
            assert self.workspace.undo(name) is None

    @rule(scope=st.integers(0, 2))
    def redo(self, scope: int) -> None:
        name = self._scope(scope)
        assert bool(self.workspace.redo(name)) == self.histories[name].redo()

    @rule()
    def reopen(self) -> None:
        self.workspace.close()
        self.workspace = open_library(self.folder, clock=self.clock)
        self.workspace.subscribe(self._hear)
        self.shown = [self.workspace.review_of(one.id) for one in self.chats]

    @precondition(lambda self: hasattr(self, "workspace"))
    @invariant()
    def saved_as_the_model_says(self) -> None:
        for number, chat in enumerate(self.chats):
            saved = self.workspace.review_of(chat.id)
            history = self.histories[chat.id]
            assert {one.id: plain(one) for one in shared_records(saved)} == history.state
            assert bool(self.workspace.next_undo(chat.id)) == bool(history.done)
            assert bool(self.workspace.next_redo(chat.id)) == bool(history.undone)
            self._shown_equals(self.shown[number], saved)
        renamed = self.histories[LIBRARY].state
        for chat in self.chats:
            assert self.workspace.reading.transcript(chat.id) == renamed.get(chat.id, chat)

    def _shown_equals(self, shown: FullReview, saved: FullReview) -> None:
        """What views hold after each edit is what a reload gives, stamps and order of comments included."""
        if saved.saved:
            assert shown.saved
            assert shown.review == saved.review
            assert shown.annotations == saved.annotations
            assert set(shared_records(shown)) == set(shared_records(saved))
            assert shown.score == saved.score
        else:
            assert not shared_records(shown)

    def _do(self, edit: Edit) -> None:
        self.histories[edit.scope].do(edit, self.clock.now.timestamp())
        self.workspace.do(edit)

    def _hear(self, edit: Edit) -> None:
        later = [full.after(edit) for full in self.shown]
        self.shown = [self.workspace.review_of(full.transcript.id) if full.has_other_rubric else full for full in later]

    def _scope(self, number: int) -> str:
        return LIBRARY if number == 2 else self.chats[number].id

    def _criterion(self, number: int, which: int) -> str:
        return self.shown[number].rubric.criteria[which].id


def test_a_deleted_review_of_another_rubric_comes_back_after_reopening():
    walk = Walk()
    walk.begin()
    walk.change_rubric(1, 0)
    walk.delete_review(1)
    walk.reopen()
    walk.undo(1)
    walk.saved_as_the_model_says()
    walk.teardown()


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
