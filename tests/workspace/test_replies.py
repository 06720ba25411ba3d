"""Replies by others travel with a review: in its file, on its page, into another library."""

from pathlib import Path

from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.review import Reply, Reviewer
from reviewer.exchange import review_file
from reviewer.workspace.exporting.transcripts import export_to
from reviewer.workspace.importing import import_paths
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import comment, imported, open_library


def with_replies(workspace: Workspace) -> str:
    """The id of a review whose one comment has a reply by Ben and one by its reviewer."""
    transcript = imported(workspace)
    comment(workspace, workspace.review_of(transcript.id), "Warmer.")
    full = workspace.review_of(transcript.id)
    ben = Reviewer("b" * 32, "Ben <b>")
    (annotation,) = full.annotations
    replies = (
        Reply("2" * 32, annotation.id, full.reviewer.id, "Thank you.", "2026-03-03T10:00:00+00:00"),
        Reply("3" * 32, annotation.id, ben.id, "Agreed & noted.", "2026-03-03T09:00:00+00:00"),
    )
    deltas = (Delta(None, ben), *(Delta(None, one) for one in replies))
    workspace.do(Edit(Op.ADD_REPLY, deltas, transcript.id))
    return full.review.id


def test_the_page_shows_who_replied_in_order(tmp_path: Path):
    with open_library(tmp_path) as workspace:
        full = workspace.reading.full_review(with_replies(workspace))
        assert [one.name for one in full.people] == ["Ben <b>"]
        page = export_to(workspace, full, tmp_path / "page.html").read_text(encoding="utf-8")
    first, second = page.index("Agreed &amp; noted."), page.index("Thank you.</p>")
    assert first < second
    assert '<bdi class="rn">Ben &lt;b&gt;</bdi> Agreed' in page
    assert '<bdi class="rn">Ada</bdi> Thank' in page


def test_replies_come_into_another_library_with_their_names(tmp_path: Path):
    with open_library(tmp_path) as workspace:
        full = workspace.reading.full_review(with_replies(workspace))
        text = review_file.dumps(full, workspace.reading.each_turn(full.transcript.id))
    file = tmp_path / "review.json"
    file.write_text(text, encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    with open_library(other, reviewer="Cleo") as workspace:
        (outcome,) = import_paths(workspace, [file], SILENT)
        assert outcome.review
        back = workspace.reading.full_review(outcome.review.id)
        assert [(back.name_of(one.reviewer), one.text) for one in back.replies_to(back.annotations[0].id)] == [
            ("Ben <b>", "Agreed & noted."),
            ("Ada", "Thank you."),
        ]
        assert review_file.dumps(back, workspace.reading.each_turn(back.transcript.id)) == text
        assert workspace.check() == []


def test_a_reply_by_nobody_is_refused(tmp_path: Path):
    with open_library(tmp_path) as workspace:
        full = workspace.reading.full_review(with_replies(workspace))
        text = review_file.dumps(full, workspace.reading.each_turn(full.transcript.id))
        file = tmp_path / "review.json"
        file.write_text(text.replace('"Ben <b>"', '"Ben"').replace("b" * 32, "c" * 32, 1), encoding="utf-8")
        (outcome,) = import_paths(workspace, [file], SILENT)
        assert outcome.error == "review.json is not a whole review file: a reply is by nobody."
