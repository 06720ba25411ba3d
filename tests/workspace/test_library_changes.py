"""What a person does with transcripts as a whole: moved, tagged, deleted, restored, deleted for good."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reviewer.domain.edit import LIBRARY, Edit
from reviewer.domain.edits import library, reviewing, transcripts
from reviewer.domain.ids import new_id
from reviewer.domain.transcript import Collection, Tag, Transcript
from reviewer.errors import Conflict
from reviewer.store.listing import Query, Shelf, Smart
from reviewer.workspace.clearing import KEPT_DELETED
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import SHORT, Clock, comment, comments, imported, open_library

NOW = "2026-03-02T10:00:00+00:00"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with open_library(tmp_path, clock=clock) as opened:
        yield opened
        assert opened.check() == []


@pytest.fixture
def lamp(workspace: Workspace) -> Transcript:
    return imported(workspace)


@pytest.fixture
def parcel(workspace: Workspace) -> Transcript:
    return imported(workspace, "Late parcel", SHORT)


def titles(workspace: Workspace, shelf: Shelf) -> list[str]:
    ids = workspace.reading.listing(Query(shelf))
    return sorted(one.transcript.title for one in workspace.reading.rows(ids))


def do(workspace: Workspace, edit: Edit | None) -> Edit:
    assert edit is not None
    return workspace.do(edit)


def test_moving_into_a_new_collection_is_one_step(workspace: Workspace, lamp: Transcript, parcel: Transcript):
    march = Collection(new_id(), "March", "sample")
    do(workspace, library.move([lamp, parcel], march, new=True))
    assert titles(workspace, Shelf(collection=march.id)) == ["Late parcel", "Missing lamp"]
    (moved,) = workspace.reading.these([lamp.id])
    assert library.move([moved], march) is None
    do(workspace, library.move([moved], None))
    assert titles(workspace, Shelf(collection=march.id)) == ["Late parcel"]
    workspace.undo()
    workspace.undo()
    assert workspace.reading.collections() == []
    assert titles(workspace, Shelf(Smart.ALL)) == ["Late parcel", "Missing lamp"]
    workspace.redo()
    assert workspace.reading.shelves().collections == ((march, 2),)


def test_a_collection_is_made_renamed_and_deleted(workspace: Workspace, lamp: Transcript, parcel: Transcript):
    made = workspace.do(library.add_collection("Exercise 4", "exercise")).deltas[0].after
    assert isinstance(made, Collection)
    assert library.rename_collection(made, "Exercise 4") is None
    do(workspace, library.rename_collection(made, "Exercise 5"))
    (named,) = workspace.reading.collections()
    assert (named.name, named.kind) == ("Exercise 5", "exercise")
    do(workspace, library.move([lamp, parcel], named))
    do(workspace, library.delete(workspace.reading.these([parcel.id]), NOW))
    assert workspace.reading.shelves().collections == ((named, 1),)
    do(workspace, library.delete_collection(named, workspace.reading.in_collection(named.id)))
    assert workspace.reading.collections() == []
    assert titles(workspace, Shelf(Smart.ALL)) == ["Missing lamp"]
    workspace.undo()
    workspace.undo()
    assert titles(workspace, Shelf(collection=named.id)) == ["Late parcel", "Missing lamp"]


def test_a_collection_that_was_filled_in_the_meantime_stays(workspace: Workspace, lamp: Transcript):
    march = Collection(new_id(), "March")
    do(workspace, library.move([lamp], march, new=True))
    with pytest.raises(Conflict):
        workspace.do(library.delete_collection(march, []))
    assert workspace.reading.collections() == [march]


def test_tagging_with_a_new_tag_is_one_step(workspace: Workspace, lamp: Transcript, parcel: Transcript):
    reading = workspace.reading
    fees = Tag(new_id(), "fees")
    do(workspace, library.put_tag([lamp], fees, new=True))
    do(workspace, library.put_tag([lamp, parcel], fees, reading.taggings_with(fees.id)))
    assert library.put_tag([lamp, parcel], fees, reading.taggings_with(fees.id)) is None
    assert titles(workspace, Shelf(tag=fees.id)) == ["Late parcel", "Missing lamp"]
    assert [one.tags for one in reading.summaries()] == [(fees,), (fees,)]
    do(workspace, library.take_tag(reading.taggings([lamp.id])))
    assert reading.shelves().tags == ((fees, 1),)
    do(workspace, library.rename_tag(fees, "costs"))
    (costs,) = reading.tags()
    do(workspace, library.delete_tag(costs, reading.taggings_with(costs.id)))
    assert (reading.tags(), reading.taggings([parcel.id])) == ([], [])
    for _ in range(3):
        workspace.undo()
    assert reading.shelves().tags == ((fees, 2),)
    workspace.undo()
    workspace.undo()
    assert reading.tags() == []


def test_a_tag_of_its_own(workspace: Workspace):
    workspace.do(library.add_tag("renewal"))
    assert [one.name for one in workspace.reading.tags()] == ["renewal"]
    workspace.undo()
    assert workspace.reading.tags() == []


def test_deleting_keeps_everything_and_undo_brings_it_back(workspace: Workspace, lamp: Transcript, parcel: Transcript):
    comment(workspace, workspace.review_of(lamp.id), "Kept")
    do(workspace, library.delete([lamp, parcel], NOW))
    assert workspace.reading.transcripts() == workspace.reading.summaries() == []
    assert titles(workspace, Shelf(Smart.DELETED)) == ["Late parcel", "Missing lamp"]
    assert workspace.reading.shelves().deleted == 2
    workspace.undo()
    assert [one.text for one in comments(workspace, lamp)] == ["Kept"]
    workspace.redo()
    do(workspace, library.restore(workspace.reading.these([lamp.id])))
    assert titles(workspace, Shelf(Smart.ALL)) == ["Missing lamp"]
    assert library.restore(workspace.reading.these([lamp.id])) is None
    workspace.undo()
    assert titles(workspace, Shelf(Smart.DELETED)) == ["Late parcel", "Missing lamp"]


def test_a_deleted_file_can_be_imported_again_or_restored(workspace: Workspace, lamp: Transcript):
    do(workspace, library.delete([lamp], NOW))
    assert workspace.reading.same_source(lamp.source_sha256) == []
    assert [one.id for one in workspace.reading.same_source(lamp.source_sha256, deleted=True)] == [lamp.id]
    again = imported(workspace)
    assert again.id != lamp.id
    assert [one.id for one in workspace.reading.same_source(lamp.source_sha256)] == [again.id]


def test_deleted_for_good_nothing_remains_in_the_file(workspace: Workspace, lamp: Transcript, parcel: Transcript):
    reading = workspace.reading
    full = workspace.review_of(lamp.id)
    workspace.do(reviewing.summarise(full, "Whatgrumbles", (), (), ()))
    do(workspace, library.put_tag([lamp, parcel], Tag(new_id(), "fees"), new=True))
    workspace.do(transcripts.rename(lamp, "Lampquibbles"))
    do(workspace, library.delete(reading.these([lamp.id, parcel.id]), NOW))
    assert workspace.delete_for_good([lamp.id, lamp.id])
    assert workspace.delete_for_good([lamp.id]) is None
    assert (reading.transcript(lamp.id), reading.turns(lamp.id, 1, 9), reading.reviews(lamp.id)) == (None, [], [])
    assert titles(workspace, Shelf(Smart.DELETED)) == ["Late parcel"]
    content = workspace.path.read_bytes()
    for words in (b"Whatgrumbles", b"Lampquibbles", b"Missing lamp", b"came without", b"lamp", lamp.id.encode()):
        assert words not in content
    assert workspace.undo()
    assert titles(workspace, Shelf(Smart.ALL)) == ["Late parcel"]
    assert workspace.undo()
    assert (reading.tags(), workspace.check()) == ([], [])
    while workspace.undo(LIBRARY):
        pass
    assert (reading.transcripts(), workspace.check()) == ([], [])
    assert workspace.redo()
    assert len(reading.turns(parcel.id, 1, 9)) == 4


def test_erasing_what_somebody_works_on_is_refused(workspace: Workspace, lamp: Transcript):
    comment(workspace, workspace.review_of(lamp.id), "Kept")
    with pytest.raises(Conflict, match="depends on this"):
        workspace.do(library.erase([lamp], workspace.reading.speakers(lamp.id), (), ()))
    assert [one.text for one in comments(workspace, lamp)] == ["Kept"]


def test_what_was_deleted_long_ago_goes_when_the_library_is_opened(tmp_path: Path):
    clock = Clock()
    with open_library(tmp_path, clock=clock) as workspace:
        lamp, parcel = imported(workspace), imported(workspace, "Late parcel", SHORT)
        do(workspace, library.delete([lamp], workspace.now().isoformat(timespec="seconds")))
    clock.now += KEPT_DELETED - timedelta(hours=1)
    with open_library(tmp_path, clock=clock) as workspace:
        assert titles(workspace, Shelf(Smart.DELETED)) == ["Missing lamp"]
        do(workspace, library.delete([parcel], workspace.now().isoformat(timespec="seconds")))
    clock.now += timedelta(hours=2)
    with open_library(tmp_path, clock=clock) as workspace:
        assert titles(workspace, Shelf(Smart.DELETED)) == ["Late parcel"]
        assert workspace.reading.turns(lamp.id, 1, 9) == []
        assert workspace.check() == []


def test_turns_that_a_crash_left_go_when_the_library_is_opened(tmp_path: Path):
    with open_library(tmp_path) as workspace:
        lamp = imported(workspace)
        workspace._store.drop_turns = lambda transcript: None  # type: ignore[method-assign]
        workspace.delete_for_good([lamp.id])
        assert len(workspace.reading.turns(lamp.id, 1, 9)) == 4
    open_library(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "library.sqlite")
    counts = [connection.execute(f"select count(*) from {name}").fetchone()[0] for name in ("turn", "worded")]
    connection.close()
    assert counts == [0, 0]
