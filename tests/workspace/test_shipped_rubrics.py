"""Shipped rubrics in libraries: new ones come once, better texts as new versions, and what people did stays."""

import gzip
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.edits import rubrics as edits
from reviewer.domain.edits.changing_rubric import change_rubric, loss
from reviewer.domain.edits.reviewing import rate
from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_versions import offered, versions_of
from reviewer.workspace.workspace import Workspace
from tests.domain.rubrics import shipped
from tests.workspace.sample import imported, open_library

OLDER = Path(__file__).parents[1] / "store" / "data" / "m002_library_page.sqlite.gz"
ALL = ["Chat quality scorecard", "Customer etiquette", "Live chat evaluation", "Personal touch by trade"]
LIVE = "fced12f924094e769beef1a73cd2e7b7"


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A library that was made when version 2 of Live chat evaluation was shipped; a review follows it."""
    (tmp_path / "library.sqlite").write_bytes(gzip.decompress(OLDER.read_bytes()))
    return tmp_path


def names(workspace: Workspace) -> list[str]:
    return [one.rubric.name for one in offered(workspace.reading.rubrics())]


def live(workspace: Workspace) -> list[RubricSet]:
    return versions_of(workspace.reading.rubrics(), LIVE)


def test_a_new_library_holds_each_shipped_rubric_as_it_is_in_its_file(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        assert names(workspace) == ALL
        assert len(workspace.reading.rubrics()) == len(ALL)
        for one in workspace.reading.rubrics():
            assert one == shipped(one.rubric.name.lower().replace(" ", "-"))
        chat = imported(workspace)
        assert workspace.review_of(chat.id).rubric == shipped("live-chat-evaluation")


def test_an_older_library_gets_the_better_text_as_a_new_version_and_reviews_keep_theirs(older: Path) -> None:
    with closing(sqlite3.connect(older / "library.sqlite")) as before:
        query = "select description from criterion where rubric = ? order by position"
        old_words = [words for (words,) in before.execute(query, (LIVE,))]
    with open_library(older) as workspace:
        assert [one.rubric.version for one in live(workspace)] == [3, 2]
        assert [one.description for one in live(workspace)[1].criteria] == old_words
        lamp = workspace.find_transcript("Missing lamp")
        full = workspace.best_review_of(lamp.id)
        assert (full.rubric.rubric.version, len(full.ratings)) == (2, 7)
        new = workspace.review_of(imported(workspace, "New chat").id)
        assert new.rubric == shipped("live-chat-evaluation")
        assert [one.root for one in new.rubric.criteria] == [one.id for one in full.rubric.criteria]
        workspace.do(rate(new, new.rubric.criteria[0].id, 4))
        assert workspace.check() == []
    with open_library(older) as again:
        assert [one.rubric.version for one in live(again)] == [3, 2]


def test_a_review_moves_to_the_better_text_without_loss(older: Path) -> None:
    with open_library(older) as workspace:
        full = workspace.best_review_of(workspace.find_transcript("Missing lamp").id)
        edit = change_rubric(full, live(workspace)[0])
        assert edit is not None
        assert not loss(full, live(workspace)[0])
        workspace.do(edit)
        moved = workspace.best_review_of(full.transcript.id)
        assert moved.rubric == shipped("live-chat-evaluation")
        assert [one.value for one in moved.ratings] == [one.value for one in full.ratings]
        assert [one.text for one in moved.answers] == ["Yes, on the second try."]
        assert moved.answers[0].question == moved.rubric.questions[0].id


def test_a_version_of_ones_own_stays_the_newest(older: Path) -> None:
    with Workspace.open(older / "library.sqlite") as workspace:
        forget_newer_than_2(workspace)
        (saved,) = live(workspace)
        wanted = replace(saved, rubric=replace(saved.rubric, name="Our evaluation"))
        own = edits.next_version(saved, wanted, 3)
        assert own is not None
        workspace.do(own)
    with open_library(older) as again:
        assert [one.rubric.name for one in live(again)] == ["Our evaluation", "Live chat evaluation"]


def test_a_retired_rubric_stays_retired(older: Path) -> None:
    with Workspace.open(older / "library.sqlite") as workspace:
        forget_newer_than_2(workspace)
        retired = edits.retire(live(workspace))
        assert retired is not None
        workspace.do(retired)
    with open_library(older) as again:
        assert "Live chat evaluation" not in names(again)
        assert len(live(again)) == 1


def test_a_deleted_rubric_does_not_come_back(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        gone = [one for one in workspace.reading.rubrics() if one.rubric.name == "Customer etiquette"]
        workspace.do(edits.delete([*gone, *live(workspace)]))
    with open_library(tmp_path) as again:
        assert names(again) == ["Chat quality scorecard", "Personal touch by trade"]
        again.undo()
        assert names(again) == ALL


def forget_newer_than_2(workspace: Workspace) -> None:
    """Make the library as it was before this program opened it."""
    connection = workspace._store.connection
    newer = [one.rubric.id for one in live(workspace) if one.rubric.version > 2]
    for rubric in newer:
        for table in ("criterion", "question"):
            connection.execute(f"delete from {table} where rubric = ?", (rubric,))
        connection.execute("delete from rubric where id = ?", (rubric,))
        connection.execute("delete from journal where op = 'add_rubric' and instr(edit, ?)", (rubric,))
