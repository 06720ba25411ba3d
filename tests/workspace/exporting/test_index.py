"""The page beside the pages of several chats: leads to each, names what failed, follows the wish."""

import re
from pathlib import Path

import pytest

from reviewer.domain.edits import library as edits
from reviewer.domain.edits import reviewing
from reviewer.domain.privacy import Privacy
from reviewer.domain.transcript import Collection
from reviewer.errors import Cancelled
from reviewer.workspace.exporting.index import INDEX, NotWritten, Pages, export_index
from reviewer.workspace.exporting.many import export_many
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.progress import SILENT
from tests.workspace.exporting.watching import Watching
from tests.workspace.sample import comment, imported

TITLES = ("Missing lamp", "Late parcel", "Call 555-0142-998 back")


@pytest.fixture
def chats(workspace) -> list[str]:
    return [imported(workspace, title).id for title in TITLES]


def links(page: str) -> list[str]:
    return re.findall(r'href="([^"#]+)"', page)


def index_of(folder: Path) -> str:
    return (folder / INDEX).read_text(encoding="utf-8")


def test_it_leads_to_every_page_in_the_order_of_the_export(workspace, chats, tmp_path):
    workspace.do(reviewing.rate(workspace.review_of(chats[1]), workspace.review_of(chats[1]).rubric.criteria[0].id, 3))
    comment(workspace, workspace.review_of(chats[0]), "Not the customer's words.")
    done = export_many(workspace, chats[::-1], tmp_path / "out", [Wish(), Wish("revised")], SILENT, index=True)
    page = index_of(tmp_path / "out")
    assert done.paths[-1] == tmp_path / "out" / INDEX
    assert [tmp_path / "out" / one for one in links(page)] == list(done.paths[:-1])
    assert '<h1 dir="auto">3 chats</h1>' in page
    assert ">1 concern<" in page


def test_without_it_nothing_is_added(workspace, chats, tmp_path):
    export_many(workspace, chats, tmp_path, [Wish()], SILENT)
    export_many(workspace, chats[:1], tmp_path, [Wish()], SILENT, index=True)
    export_many(workspace, chats, tmp_path, [Wish(file_format="json")], SILENT, index=True)
    assert not (tmp_path / INDEX).exists()


def test_the_collection_gives_the_title(workspace, chats, tmp_path):
    home = Collection("c" * 32, "March & April")
    workspace.do(edits.move(workspace.reading.these(chats), home, new=True))
    export_many(workspace, chats, tmp_path, [Wish()], SILENT, index=True)
    assert "March &amp; April</h1>" in index_of(tmp_path)


def test_a_chat_that_failed_is_named_with_its_reason(workspace, chats, tmp_path):
    (tmp_path / "late-parcel-feedback.html").mkdir()
    export_many(workspace, chats, tmp_path, [Wish()], SILENT, index=True)
    page = index_of(tmp_path)
    assert "Late parcel" in page[page.index('id="failed"') :]
    assert "late-parcel-feedback.html" not in links(page)


def test_names_and_details_stay_hidden(workspace, chats, tmp_path):
    wish = Wish(privacy=Privacy(hide_names=True, hide_details=True))
    written = [Pages(one, None, (tmp_path / f"{one}.html",)) for one in chats]
    export_index(workspace, written, tmp_path, [wish], [NotWritten(chats[2], "It was not.")])
    page = index_of(tmp_path)
    assert "Mira" not in page
    assert "555-0142" not in page
    assert page.count("<bdi>Agent</bdi>") == 3


def test_a_page_of_somebody_else_keeps_its_name(workspace, chats, tmp_path):
    written = [Pages(one, None, (tmp_path / f"{one}.html",)) for one in chats]
    (tmp_path / INDEX).write_text("<!doctype html><title>My garden</title>", encoding="utf-8")
    (tmp_path / "index-2.html").mkdir()
    for _ in range(2):
        assert export_index(workspace, written, tmp_path, [Wish()]).name == "index-3.html"
    assert "My garden" in index_of(tmp_path)


def test_it_is_the_same_each_time_and_an_old_one_stays_when_it_is_stopped(workspace, chats, tmp_path):
    written = [Pages(one, None, (tmp_path / f"{one}.html",)) for one in chats]
    first = export_index(workspace, written, tmp_path, [Wish()]).read_bytes()
    assert export_index(workspace, written, tmp_path, [Wish()]).read_bytes() == first
    with pytest.raises(Cancelled):
        export_index(workspace, written[:2], tmp_path, [Wish()], progress=Watching(most=1))
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [INDEX]
    assert (tmp_path / INDEX).read_bytes() == first
