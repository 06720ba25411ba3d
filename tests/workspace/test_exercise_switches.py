"""What an exercise hides: names of speakers and weights of criteria, on pages and in lists."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.edits import exercises as edits
from reviewer.domain.edits import reviewing
from reviewer.domain.edits.exercises import Asked
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Role
from reviewer.workspace.exporting.transcripts import export_transcript
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.importing import import_paths
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import open_library
from tests.workspace.test_exercises import made, students


def rated(workspace: Workspace, **switches: bool) -> FullReview:
    """The review of a chat in an exercise with these switches, one criterion rated."""
    exercise = workspace.reading.exercise(made(workspace))
    asked = [Asked(one.text, one.target_words, one.id) for one in exercise.questions]
    edit = edits.change(exercise, replace(exercise.collection, **switches), asked)
    if edit is not None:
        workspace.do(edit)
    chat, *_ = workspace.reading.in_collection(exercise.collection.id)
    full = workspace.review_of(chat.id)
    workspace.do(reviewing.rate(full, full.rubric.criteria[0].id, 4))
    return workspace.review_of(chat.id)


def page_of(workspace: Workspace, full: FullReview, folder: Path) -> str:
    return export_transcript(workspace, full.transcript.id, folder).read_text(encoding="utf-8")


def test_hidden_names_are_on_no_page_and_in_no_list(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        full = rated(workspace, hide_names=True)
        name = next(one.name for one in full.speakers if one.role is Role.AGENT)
        assert {one.name for one in full.shown_speakers} == {"Agent", "Customer"}
        page = page_of(workspace, full, tmp_path)
        assert "<bdi>Agent</bdi>" in page
        assert f"<bdi>{name}</bdi>" not in page
        assert f'"{name}"' not in page
        (row,) = workspace.reading.rows([full.transcript.id], workspace.reviewer.id)
        assert row.agent == "Agent"


def test_a_review_file_keeps_the_names_so_that_it_fits_the_library_it_returns_to(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        full = rated(workspace, hide_names=True)
        text = export_transcript(workspace, full.transcript.id, tmp_path, Wish(file_format="json")).read_text("utf-8")
        assert all(f'"{one.name}"' in text for one in full.speakers)


def test_a_page_without_names_comes_back_to_the_exercise(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        full = rated(workspace, hide_names=True)
        page = export_transcript(workspace, full.transcript.id, tmp_path)
    with open_library(students(tmp_path), reviewer="Group") as workspace:
        (outcome,) = import_paths(workspace, [page], SILENT)
        assert outcome.error is None
        assert workspace.check() == []
    with open_library(tmp_path, reviewer="Another") as workspace:
        (outcome,) = import_paths(workspace, [page], SILENT)
        assert outcome.already_there
        assert [one.name for one in workspace.reading.speakers(full.transcript.id)] == [
            one.name for one in full.speakers
        ]


@pytest.mark.parametrize("shown", [True, False])
def test_weights_are_on_the_page_only_where_they_are_shown(tmp_path: Path, shown: bool) -> None:
    with open_library(tmp_path) as workspace:
        full = rated(workspace, show_weights=shown)
        page = page_of(workspace, full, tmp_path)
        weight = full.rubric.criteria[0].weight
        assert (f">{weight}%</span>" in page, ">Weight</th>" in page, ">Points</th>" in page) == (shown, shown, shown)
        assert "Total" in page
