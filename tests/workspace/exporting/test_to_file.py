"""One review under the name that a person chose, and a look at it before."""

from dataclasses import replace

import pytest

from reviewer.domain.personal import Kind
from reviewer.errors import Cancelled, CannotWrite
from reviewer.exchange import review_file
from reviewer.exporters.options import PageOptions, Part
from reviewer.workspace.exercises import export_exercise
from reviewer.workspace.exporting.to_file import details_said, endings, export_as, look_at, name_for, targets
from reviewer.workspace.exporting.wish import FORMATS, Wish, carries_review
from tests.workspace.sample import LINES, imported, open_library

PACKED = ("pdf", "qdpx", "xlsx")


@pytest.fixture
def full(workspace):
    lines = (*LINES, "Mira: Write to mira@shop.example or ring +44 20 7946 0958.")
    return workspace.review_of(imported(workspace, lines=lines).id)


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_form_is_as_large_as_it_looked(workspace, full, tmp_path, file_format):
    wish = Wish(file_format=file_format)
    look = look_at(workspace, full, wish)
    ends = endings(workspace, full, wish)
    paths = export_as(workspace, full, tmp_path / "out" / name_for(full, ends), wish)
    assert paths == targets(tmp_path / "out" / name_for(full, ends), ends)
    assert sum(path.stat().st_size for path in paths) == look.size
    assert bool(look.head) == (look.size > 0 and file_format not in PACKED)
    assert not look.head or paths[0].read_bytes().decode().startswith(look.head)


def test_a_name_of_ones_own_is_kept(workspace, full, tmp_path):
    paths = export_as(workspace, full, tmp_path / "for Mira.page.html", Wish())
    assert [path.name for path in paths] == ["for Mira.page.html"]
    tables = export_as(workspace, full, tmp_path / "for Mira", Wish(file_format="csv"))
    assert tables[0].name == "for Mira-scores.csv"


def test_a_look_and_a_writing_can_be_stopped_and_leave_nothing(workspace, full, tmp_path):
    class Stop:
        def step(self, done: int, total: int, text: str) -> None:
            raise Cancelled("Stopped.")

    for work in (look_at, details_said):
        with pytest.raises(Cancelled):
            work(workspace, full, *([Wish()] if work is look_at else []), Stop())
    with pytest.raises(Cancelled):
        export_as(workspace, full, tmp_path / "out" / "page.html", Wish(), Stop())
    assert not list((tmp_path / "out").iterdir())


def test_personal_details_are_counted_by_kind(workspace, full):
    assert details_said(workspace, full) == {Kind.EMAIL: 1, Kind.PHONE: 1}


def test_what_can_be_opened_again_is_known_before(workspace, full, tmp_path):
    fewer = PageOptions(parts=PageOptions().parts - {Part.SUMMARY})
    for wish in (Wish(), Wish(page=fewer), Wish("revised"), Wish(file_format="json"), Wish(file_format="md")):
        path = export_as(workspace, full, tmp_path / "page", wish)[0]
        assert carries_review(wish) == (review_file.find_review(path.read_bytes()) is not None), wish
    assert carries_review(replace(Wish(), page=PageOptions(parts=PageOptions().parts - {Part.LEGEND})))


@pytest.mark.parametrize("kind", ["its name", "another way to it", "a link to it"])
def test_the_library_itself_is_never_replaced(workspace, full, tmp_path, kind):
    library = workspace.path
    path = {
        "its name": library,
        "another way to it": library.parent / "." / "out" / ".." / library.name,
        "a link to it": tmp_path / "page.html",
    }[kind]
    (library.parent / "out").mkdir()
    if kind == "a link to it":
        path.symlink_to(library)
    before = workspace.reading.transcripts()
    for work in (lambda: export_as(workspace, full, path, Wish()), lambda: exercise_to(workspace, path)):
        with pytest.raises(CannotWrite, match="is the library itself, with all your work"):
            work()
    assert workspace.reading.transcripts() == before
    with open_library(library.parent) as again:
        assert again.reading.transcripts() == before


def exercise_to(workspace, path):
    """Write an exercise file."""
    return export_exercise(workspace, "e" * 32, path)
