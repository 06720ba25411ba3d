"""Exports for other tools out of a real library: names that an exercise hides, files of the same name."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from reviewer.domain.transcript import Role
from reviewer.errors import UsageError
from reviewer.workspace.exporting.transcripts import export_for_tools
from reviewer.workspace.exporting.wish import FORMATS, KINDS, Wish, kinds_of
from tests.workspace.sample import open_library
from tests.workspace.test_exercise_switches import rated

TOOLS = [one for one in FORMATS if one not in ("html", "json")]
SPEAKS = ("md", "txt", "csv", "xlsx", "convokit", "labelstudio", "tei", "qdpx", "pdf")
"""Forms that say who speaks."""


def words(path: Path) -> str:
    if path.suffix == ".xlsx":
        book = load_workbook(io.BytesIO(path.read_bytes()))
        return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".qdpx":
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("file_format", TOOLS)
def test_names_that_an_exercise_hides_are_in_no_form(tmp_path: Path, file_format: str) -> None:
    """What people say in turns stays as it is, so each name is looked for as often as turns say it."""
    with open_library(tmp_path) as workspace:
        full = rated(workspace, hide_names=True)
        paths = export_for_tools(workspace, [full.transcript.id], tmp_path / "out", Wish(file_format=file_format))
        said = " ".join(turn.text for turn in workspace.reading.each_turn(full.transcript.id))
    name = next(one.name for one in full.speakers if one.role is Role.AGENT)
    found = [words(path) for path in paths]
    assert all(text.count(name) <= said.count(name) for text in found)
    assert any("Agent" in text for text in found) == (file_format in SPEAKS)


@pytest.mark.parametrize("file_format", TOOLS)
def test_the_same_review_gives_the_same_bytes(tmp_path: Path, file_format: str) -> None:
    with open_library(tmp_path) as workspace:
        full = rated(workspace)
        contents = []
        for _ in range(2):
            paths = export_for_tools(workspace, [full.transcript.id], tmp_path / "out", Wish(file_format=file_format))
            contents.append([path.read_bytes() for path in paths])
    assert contents[0] == contents[1]


def test_a_review_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        full = rated(workspace)
        with pytest.raises(UsageError, match="no review"):
            export_for_tools(workspace, [full.transcript.id], tmp_path, Wish(file_format="csv"), review_id="none")


def test_a_form_that_holds_everything_has_one_kind() -> None:
    assert kinds_of("html", "both") == kinds_of("md", "both") == KINDS
    assert kinds_of("tei", "revised") == ("revised",)
    assert kinds_of("csv", "both") == kinds_of("json", "revised") == ("feedback",)
