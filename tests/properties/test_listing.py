"""After any walk of edits, undo and redo, the list says what can be worked out from the records themselves."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reviewer.domain.edit import LIBRARY, Edit
from reviewer.domain.edits import library, reviewing, revising, transcripts
from reviewer.domain.ids import new_id
from reviewer.domain.review import Status
from reviewer.domain.sorting import sort_key
from reviewer.domain.transcript import Collection, Role, Tag, Transcript
from reviewer.errors import Conflict
from reviewer.store.listing import Query, Shelf, Smart, SortBy, Standing, TranscriptSummary
from tests.workspace.sample import LINES, SHORT, comment, imported, open_library

WHICH = st.integers(0, 5)
TITLES = st.sampled_from(["Lamp 9", "lamp 10", "Übergabe", "", "A 😀"])
REVIEWERS = st.sampled_from(["Ada", "Ben"])


class Walk(RuleBasedStateMachine):
    """A few chats, two reviewers, collections and tags."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.workspace = open_library(self.folder)
        for title in ("Lamp 1", "Lamp 2"):
            imported(self.workspace, title, LINES)
        self.deletions = 0

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self.workspace.close()
            shutil.rmtree(self.folder)

    @rule(name=REVIEWERS)
    def work_as(self, name: str) -> None:
        self.workspace.set_reviewer(name)

    @rule(which=WHICH, title=TITLES, number=st.integers(0, 99))
    def rename_or_import(self, which: int, title: str, number: int) -> None:
        if which == 0:
            imported(self.workspace, f"Chat {number} {title} {new_id()}", SHORT)
        elif one := self._one(which):
            self._do(transcripts.rename(one, title))

    @rule(which=WHICH, criterion=WHICH, value=st.one_of(st.none(), st.integers(1, 5)), left_out=st.booleans())
    def rate(self, which: int, criterion: int, value: int | None, left_out: bool) -> None:
        if one := self._one(which):
            full = self.workspace.review_of(one.id)
            chosen = full.rubric.criteria[criterion].id
            self._do(reviewing.rate(full, chosen, value, not_applicable=left_out))

    @rule(which=WHICH, position=st.integers(1, 4), kind=st.sampled_from(["comment", "reword", "done", "uncomment"]))
    def review(self, which: int, position: int, kind: str) -> None:
        if not (one := self._one(which)):
            return
        full = self.workspace.review_of(one.id)
        if kind == "comment":
            comment(self.workspace, full, "x", turn=position, start=0, end=5)
        elif kind == "reword":
            (turn,) = self.workspace.reading.turns(one.id, position, position)
            self._do(revising.reword(full, turn, turn.text if full.revised(position) else "Other words."))
        elif kind == "done":
            done = full.review.status is Status.DONE
            self._do(reviewing.reopen(full) if done else reviewing.mark_done(full, "2026-03-02T10:00:00+00:00"))
        elif full.annotations:
            self._do(reviewing.delete_comment(full, full.annotations[0]))

    @rule(some=st.sets(WHICH, min_size=1), which=WHICH, new=st.booleans())
    def move(self, some: set[int], which: int, new: bool) -> None:
        known = self.workspace.reading.collections()
        home = Collection(new_id(), f"Box {which}") if new else known[which % len(known)] if known else None
        self._do(library.move(self._some(some), home, new=new))

    @rule(some=st.sets(WHICH, min_size=1), which=WHICH, new=st.booleans())
    def tag(self, some: set[int], which: int, new: bool) -> None:
        reading, known = self.workspace.reading, self.workspace.reading.tags()
        if new or not known:
            self._do(library.put_tag(self._some(some), Tag(new_id(), f"tag {which}"), new=True))
        else:
            tag = known[which % len(known)]
            self._do(library.put_tag(self._some(some), tag, reading.taggings_with(tag.id)))

    @rule(which=WHICH, kind=st.sampled_from(["collection", "tag", "untag"]))
    def take_away(self, which: int, kind: str) -> None:
        reading = self.workspace.reading
        homes, tags = reading.collections(), reading.tags()
        if kind == "collection" and homes:
            home = homes[which % len(homes)]
            self._do(library.delete_collection(home, reading.in_collection(home.id)))
        elif kind == "tag" and tags:
            tag = tags[which % len(tags)]
            self._do(library.delete_tag(tag, reading.taggings_with(tag.id)))
        elif kind == "untag" and (one := self._one(which)):
            self._do(library.take_tag(reading.taggings([one.id])))

    @rule(some=st.sets(WHICH, min_size=1), kind=st.sampled_from(["delete", "restore", "erase"]))
    def delete(self, some: set[int], kind: str) -> None:
        chosen = self._some(some)
        self.deletions += 1
        if kind == "delete":
            self._do(library.delete(chosen, f"2026-03-03T10:00:{self.deletions % 60:02}+00:00"))
        elif kind == "restore":
            self._do(library.restore(self.workspace.reading.deleted()))
        else:
            self.workspace.delete_for_good([one.id for one in chosen if one.deleted_at])

    @rule(which=st.integers(-1, 5), times=st.integers(1, 4), redo=st.booleans())
    def undo(self, which: int, times: int, redo: bool) -> None:
        one = self._one(which) if which >= 0 else None
        scope = one.id if one else LIBRARY
        try:
            for _ in range(times):
                self.workspace.redo(scope) if redo else self.workspace.undo(scope)
        except Conflict:
            assert scope == LIBRARY

    @invariant()
    def rows_follow_from_the_records(self) -> None:
        if not hasattr(self, "workspace"):
            return
        reading, me = self.workspace.reading, self.workspace.reviewer.id
        wanted = {one.id: self._worked_out(one) for one in (*reading.transcripts(), *reading.deleted())}
        assert {one.transcript.id: one for one in reading.rows(list(wanted), me)} == wanted
        shelves = reading.shelves(me)
        for smart in Smart:
            here = [one for one in wanted.values() if lies_on(one, smart)]
            ids = reading.listing(Query(Shelf(smart), "", SortBy.TITLE, descending=False, reviewer=me))
            assert ids == [one.transcript.id for one in sorted(here, key=by_title)]
            assert getattr(shelves, smart.value) == len(here)
        for home, count in shelves.collections:
            assert count == len(reading.listing(Query(Shelf(collection=home.id))))
            assert count == sum(
                one.transcript.collection == home.id and not one.transcript.deleted_at for one in wanted.values()
            )
        for tag, count in shelves.tags:
            assert count == sum(tag in one.tags and not one.transcript.deleted_at for one in wanted.values())

    @invariant()
    def the_library_is_sound(self) -> None:
        assert not hasattr(self, "workspace") or self.workspace.check() == []

    def _worked_out(self, transcript: Transcript) -> TranscriptSummary:
        reading, me = self.workspace.reading, self.workspace.reviewer.id
        reviews = sorted(reading.reviews(transcript.id), key=lambda one: (one.reviewer == me, one.updated, one.id))
        full = reading.full_review(reviews[-1].id) if reviews else None
        agents = [one.name for one in reading.speakers(transcript.id) if one.role is Role.AGENT]
        tagged = {one.tag for one in reading.taggings([transcript.id])}
        return TranscriptSummary(
            transcript=transcript,
            agent=agents[0] if agents else "",
            review=full.review if full else None,
            rated=full.score.rated if full else 0,
            to_rate=full.score.to_rate if full else 0,
            comments=len(full.annotations) if full else 0,
            score=full.score.shown if full else None,
            tags=tuple(one for one in reading.tags() if one.id in tagged),
            critical=bool(full and full.score.failed),
            revised=bool(full and full.revised_turns),
            status=Standing(full.review.status.value) if full else Standing.TO_REVIEW,
        )

    def _some(self, places: set[int]) -> list[Transcript]:
        return [one for place in sorted(places) if (one := self._one(place, deleted=True))]

    def _one(self, place: int, *, deleted: bool = False) -> Transcript | None:
        reading = self.workspace.reading
        known = [*reading.transcripts(), *(reading.deleted() if deleted else ())]
        return known[place] if place < len(known) else None

    def _do(self, edit: Edit | None) -> None:
        if edit:
            self.workspace.do(edit)


def lies_on(line: TranscriptSummary, smart: Smart) -> bool:
    """Whether a line is on a smart list."""
    if (line.transcript.deleted_at is not None) is not (smart is Smart.DELETED):
        return False
    return {
        Smart.TO_REVIEW: line.review is None,
        Smart.CRITICAL: line.critical,
        Smart.REVISED: line.revised,
    }.get(smart, True)


def by_title(line: TranscriptSummary) -> tuple[str, str]:
    """The order of titles; equal ones by id."""
    return sort_key(line.transcript.title), line.transcript.id


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=25, stateful_step_count=40, deadline=None)
