"""The journal stays as quick as it was, however long it has become."""

import sqlite3
from pathlib import Path

import pytest

from reviewer.domain.edit import NOT_UNDOABLE, Op
from reviewer.store import journal
from tests.workspace.sample import comment, imported, open_library


class Watched(sqlite3.Connection):
    """Keeps how SQLite goes about each query of the journal."""

    plans: list[str]

    def execute(self, sql: str, values: object = ()) -> sqlite3.Cursor:  # type: ignore[override]
        for row in super().execute(f"explain query plan {sql}", values):
            self.plans.append(row[3])
        return super().execute(sql, values)


@pytest.mark.parametrize("question", [journal.newest, journal.oldest_undone])
def test_the_next_step_is_found_through_the_index(tmp_path: Path, question):
    with open_library(tmp_path) as workspace:
        transcript = imported(workspace)
        comment(workspace, workspace.review_of(transcript.id), "x")
    connection = sqlite3.connect(tmp_path / "library.sqlite", factory=Watched)
    connection.plans = []
    question(connection, transcript.id, "nobody")
    connection.close()
    (plan,) = connection.plans
    assert "USING INDEX journal_scope (scope=? AND undone=?)" in plan


def test_what_a_library_begins_with_is_noted_and_never_taken_back(tmp_path: Path):
    with open_library(tmp_path) as workspace:
        transcript = imported(workspace)
        comment(workspace, workspace.review_of(transcript.id), "x")
        rows = workspace._store.connection.execute("select op, author from journal order by seq").fetchall()
        assert [Op(op) for op, _ in rows] == [
            *[Op.ADD_RUBRIC] * 4, Op.IMPORT_TRANSCRIPT, Op.ADD_REVIEWER, Op.ADD_COMMENT,
        ]  # fmt: skip
        assert rows[-1][1] == workspace.reviewer.id
        workspace.undo(transcript.id)
        assert workspace.undo()
        assert workspace.undo() is None
        assert {Op.ADD_RUBRIC, Op.ADD_REVIEWER} <= NOT_UNDOABLE
        assert len(workspace.reading.rubrics()) == 4
        assert [one.name for one in workspace.reading.reviewers()] == ["Ada"]
