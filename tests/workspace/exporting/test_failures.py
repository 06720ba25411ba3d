"""Exports that cannot be written, in every form, and titles that lead elsewhere: nothing is lost or left behind."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.domain.edits import transcripts
from reviewer.domain.transcript import Transcript
from reviewer.errors import CannotWrite, DiskFull
from reviewer.workspace.exporting.tool_forms import TOOL_FORMS
from reviewer.workspace.exporting.transcripts import export_for_tools, export_transcript
from reviewer.workspace.exporting.wish import PAGES, Wish
from reviewer.workspace.workspace import Workspace
from tests.hostile_words import FILE_NAMES, as_kept
from tests.workspace.sample import comment, imported, open_library

FORMS = [*PAGES, *TOOL_FORMS]
RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}


@pytest.fixture
def small(tmp_path: Path) -> Iterator[tuple[Workspace, Transcript]]:
    """A library with one chat that has one comment."""
    with open_library(tmp_path / "library") as workspace:
        transcript = imported(workspace)
        comment(workspace, workspace.review_of(transcript.id), "Which parcel?")
        yield workspace, transcript


def test_no_title_leads_out_of_the_folder_or_to_a_name_that_is_refused(small, tmp_path: Path) -> None:
    workspace, transcript = small
    folder = tmp_path / "out"
    written: set[Path] = set()
    for title in FILE_NAMES:
        renamed = workspace.do(transcripts.rename(transcript, as_kept(title))) if title != transcript.title else None
        transcript = renamed.deltas[0].after if renamed else transcript
        for form in ("csv", "html"):
            written.update(write(workspace, transcript, folder, form, "feedback"))
    assert {path for path in tmp_path.rglob("*") if "library" not in path.parts} == written | {folder}
    for path in written:
        assert path.parent == folder
        assert len(path.name.encode()) <= 255
        assert path.name.partition(".")[0] not in RESERVED
        assert not set(path.name) & set('<>:"/\\|?*\0\n\r\t')


def full_disk(_file: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def no_rights(_file: int) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("trouble", "error"), [(full_disk, DiskFull), (no_rights, CannotWrite)])
def test_a_failed_export_leaves_the_old_files_and_no_parts(
    small,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    trouble: Callable[[int], None],
    error: type[Exception],
) -> None:
    workspace, transcript = small
    folder = tmp_path / "out"
    for kind in ("feedback", "revised"):
        write(workspace, transcript, folder, form, kind)
    for path in folder.rglob("*.*"):
        path.write_bytes(b"the old one")
    before = sorted(folder.rglob("*"))
    monkeypatch.setattr(os, "fsync", trouble)
    with pytest.raises(error):
        write(workspace, transcript, folder, form, "feedback")
    assert sorted(folder.rglob("*")) == before
    assert {path.read_bytes() for path in before if path.is_file()} == {b"the old one"}


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_in_the_place_of_a_file_is_said_and_stays(small, tmp_path: Path, form: str) -> None:
    workspace, transcript = small
    folder = tmp_path / "out"
    paths = write(workspace, transcript, folder, form, "feedback")
    paths[-1].unlink()
    paths[-1].mkdir()
    for path in paths[:-1]:
        path.write_bytes(b"the old one")
    before = sorted(folder.rglob("*"))
    with pytest.raises(CannotWrite, match="is a directory"):
        write(workspace, transcript, folder, form, "feedback")
    assert sorted(folder.rglob("*")) == before
    assert all(path.read_bytes() == b"the old one" for path in paths[:-1])


@pytest.mark.parametrize("form", FORMS)
def test_a_file_in_the_place_of_the_folder_is_said_and_stays(small, tmp_path: Path, form: str) -> None:
    workspace, transcript = small
    folder = tmp_path / "out"
    folder.write_bytes(b"a file")
    with pytest.raises(CannotWrite):
        write(workspace, transcript, folder, form, "feedback")
    assert folder.read_bytes() == b"a file"


def write(workspace: Workspace, transcript: Transcript, folder: Path, form: str, kind: str) -> list[Path]:
    if form in PAGES:
        return [export_transcript(workspace, transcript.id, folder, Wish(kind, form))]
    return export_for_tools(workspace, [transcript.id], folder, Wish(kind, form))
