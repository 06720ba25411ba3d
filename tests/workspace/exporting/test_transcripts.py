"""Files out of the library: named after the chat, the same each time, never one over another."""

import json
from pathlib import Path

import pytest

from reviewer.domain.edits import reviewing, transcripts
from reviewer.domain.privacy import Privacy
from reviewer.errors import CannotWrite, UsageError
from reviewer.exchange import review_file
from reviewer.exporters.naming import file_name
from reviewer.importers.base import Source
from reviewer.resources import read_bytes
from reviewer.workspace.exporting.transcripts import export_feedback, export_transcript
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.importing import import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import LINES, Clock, comment, imported, open_library


def frozen(folder: Path, reviewer: str) -> Workspace:
    """A library whose day never changes."""
    return open_library(folder, reviewer=reviewer, clock=Clock())


def test_the_exported_sample_comes_back_and_goes_out_again_the_same(tmp_path: Path):
    with frozen(tmp_path / "a", "Ada") as here, frozen(tmp_path / "b", "Ben") as there:
        name = "tablet-order.review.json"
        brought = import_source(here, Source(name, read_bytes("samples", name)), SILENT)
        page = export_feedback(here, brought.transcripts[0].id, tmp_path / "first").read_bytes()
        again = import_source(there, Source("page.html", page), SILENT)
        assert export_feedback(there, again.transcripts[0].id, tmp_path / "second").read_bytes() == page
        files = [
            export_transcript(one, brought.transcripts[0].id, tmp_path / one.path.parent.name, Wish(file_format="json"))
            for one in (here, there)
        ]
        assert files[0].read_bytes() == files[1].read_bytes()
        assert review_file.loads(files[0].read_text(encoding="utf-8"), name) == review_file.loads(
            read_bytes("samples", name).decode(), name
        )


def test_a_chat_that_nobody_reviewed(workspace: Workspace, tmp_path: Path):
    page = export_feedback(workspace, imported(workspace).id, tmp_path / "pages")
    assert page == tmp_path / "pages" / "missing-lamp-feedback.html"
    text = page.read_text(encoding="utf-8")
    assert "Conversation <small>no comments</small>" in text
    assert 'class="score' not in text
    assert 'id="scorecard"' not in text
    assert 'id="legend"' not in text
    assert workspace.reading.reviewers() == []


def test_a_page_takes_nothing_from_the_library_and_puts_nothing_in(workspace: Workspace, tmp_path: Path):
    full = workspace.review_of(imported(workspace).id)
    comment(workspace, full, "Which one?")
    before = workspace.next_undo(full.transcript.id)
    export_feedback(workspace, full.transcript.id, tmp_path)
    assert workspace.next_undo(full.transcript.id) == before


def test_the_revised_dialogue_and_the_review_file(workspace: Workspace, tmp_path: Path):
    chat = imported(workspace)
    revised = export_transcript(workspace, chat.id, tmp_path, Wish(kind="revised"))
    assert revised.name == "missing-lamp-revised.html"
    assert "nothing rewritten" in revised.read_text(encoding="utf-8")
    plain = export_transcript(workspace, chat.id, tmp_path, Wish(file_format="json"))
    assert plain.name == "missing-lamp-review.json"
    assert json.loads(plain.read_text(encoding="utf-8"))["transcript"]["title"] == "Missing lamp"


def test_names_are_masked_everywhere_but_in_what_was_said(workspace: Workspace, tmp_path: Path):
    page = export_transcript(
        workspace, imported(workspace).id, tmp_path, Wish(privacy=Privacy(hide_names=True))
    ).read_text(encoding="utf-8")
    assert "<bdi>Mira</bdi>" not in page
    assert '"name":"Mira"' not in page
    assert "<bdi>Agent</bdi>" in page
    assert "Hello, this is Mira." in page


def test_titles_that_give_the_same_name_give_different_files(workspace: Workspace, tmp_path: Path):
    chats = [imported(workspace, title, [f"{LINES[0]} {title}", *LINES[1:]]) for title in ("A lamp", "Other", "Third")]
    for chat, title in zip(chats[1:], ("A lamp", "a LAMP?"), strict=True):
        workspace.do(transcripts.rename(chat, title))
    for _ in range(2):
        pages = [export_feedback(workspace, chat.id, tmp_path) for chat in chats]
        assert [page.name for page in pages] == [
            "a-lamp-feedback.html",
            "a-lamp-2-feedback.html",
            "a-lamp-3-feedback.html",
        ]
        assert sorted(tmp_path.glob("*.html")) == sorted(pages)
    for page, title in zip(pages, ("A lamp", "A lamp", "a LAMP?"), strict=True):
        assert f"<title>Chat review: {title}</title>" in page.read_text(encoding="utf-8")


def test_the_file_is_named_after_the_chat(workspace: Workspace, tmp_path: Path):
    chat = imported(workspace)
    workspace.do(transcripts.rename(chat, "../../outside: \\ “Lamp” "))
    page = export_feedback(workspace, chat.id, tmp_path / "pages")
    assert page.parent == tmp_path / "pages"
    assert page.name == file_name("outside lamp", "feedback.html")


def test_another_reviewers_review_by_the_start_of_its_id(workspace: Workspace, tmp_path: Path):
    chat = imported(workspace)
    comment(workspace, workspace.review_of(chat.id), "Said by Ada")
    workspace.set_reviewer("Ben")
    comment(workspace, workspace.review_of(chat.id), "Said by Ben")
    adas = next(one for one in workspace.reading.reviews(chat.id) if one.reviewer != workspace.reviewer.id)
    own = export_feedback(workspace, chat.id, tmp_path).read_text(encoding="utf-8")
    assert "Said by Ben" in own
    assert "Said by Ada" not in own
    other = export_transcript(workspace, chat.id, tmp_path, review_id=adas.id[:12]).read_text(encoding="utf-8")
    assert "Said by Ada" in other
    with pytest.raises(UsageError, match="There is no review"):
        export_transcript(workspace, chat.id, tmp_path, review_id="nothing")


def test_a_folder_that_cannot_be_written_leaves_the_library_as_it_is(workspace: Workspace, tmp_path: Path):
    chat = imported(workspace)
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(CannotWrite, match="could not be written"):
        export_feedback(workspace, chat.id, tmp_path / "taken")
    assert workspace.check() == []


def test_partly_rated(workspace: Workspace, tmp_path: Path):
    full = workspace.review_of(imported(workspace).id)
    workspace.do(reviewing.rate(full, full.rubric.criteria[1].id, 3))
    text = export_feedback(workspace, full.transcript.id, tmp_path).read_text(encoding="utf-8")
    assert "of 100 so far" in text
    assert "1 of 7 criteria rated" in text
