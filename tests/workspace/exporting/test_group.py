"""The page of an exercise: every student's work side by side, with or without their names."""

import re
from pathlib import Path

import pytest

from reviewer.domain.edits import exercises as edits
from reviewer.domain.edits import reviewing
from reviewer.domain.privacy import Privacy
from reviewer.domain.transcript import Collection
from reviewer.errors import CannotWrite, UsageError
from reviewer.workspace.exercises import export_exercise
from reviewer.workspace.exporting.group import export_group, find_exercise
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.handing_in import hand_in
from reviewer.workspace.importing import import_paths
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.journeys.exercise import ASKED, WEEK, exercise_file, work_of
from tests.workspace.sample import comment, imported, open_library

NAMES = ("Zoe", "Ben", "Ada")


@pytest.fixture
def workspace(tmp_path: Path):
    library = tmp_path / "instructor.sqlite"
    handed_out = exercise_file(library, tmp_path)
    files = [work_of(name, handed_out, tmp_path, answers=2, level=level) for level, name in enumerate(NAMES, start=2)]
    with Workspace.open(library, reviewer="Dr Idris") as opened:
        import_paths(opened, files, SILENT)
        yield opened


def links(page: str) -> list[str]:
    return re.findall(r'href="([^"#]+)"', page)


def test_every_student_stands_on_it_and_has_a_page(workspace, tmp_path):
    heard: list[Path] = []
    paths = export_group(workspace, WEEK, tmp_path / "out", wrote=heard.append)
    assert paths[0].name == "week-4-group.html"
    assert sorted(paths) == sorted(heard) == sorted((tmp_path / "out").iterdir())
    page = paths[0].read_text(encoding="utf-8")
    assert links(page) == ["week-4-ada-feedback.html", "week-4-ben-feedback.html", "week-4-zoe-feedback.html"]
    assert {one.name for one in paths[1:]} == set(links(page))
    assert all(one.text in page for one in ASKED)
    assert page.count("thinks so, see turn 4.") == 6
    assert "Instructor</dt>" not in page
    assert "Same as the instructor" not in page


def test_the_instructor_s_own_review_stands_beside_them(workspace, tmp_path):
    (chat,) = workspace.reading.in_collection(WEEK)
    for criterion in workspace.review_of(chat.id).rubric.criteria:
        workspace.do(reviewing.rate(workspace.review_of(chat.id), criterion.id, 3))
    page = export_group(workspace, WEEK, tmp_path / "out")[0].read_text(encoding="utf-8")
    assert "Dr Idris" in page
    assert "7 of 21" in page
    assert len(links(page)) == 4


def test_hidden_names_are_nowhere_and_their_order_says_nothing(workspace, tmp_path):
    wish = Wish(privacy=Privacy(hide_reviewer=True))
    paths = export_group(workspace, WEEK, tmp_path / "out", wish)
    page = paths[0].read_text(encoding="utf-8")
    told = page + " ".join(one.name for one in paths)
    assert not [name for name in (*NAMES, "Idris") if name in told.replace(f"{name} thinks so", "")]
    assert links(page) == [f"week-4-student-{number}-feedback.html" for number in (1, 2, 3)]
    by_id = sorted(review.reviewer for review in workspace.reading.reviews_in(WEEK))
    people = {one.id: one.name for one in workspace.reading.reviewers()}
    answers = re.findall(r"(\w+) thinks so", page)
    assert answers[:3] == [people[one] for one in by_id]


def test_the_group_page_alone(workspace, tmp_path):
    (page,) = export_group(workspace, WEEK, tmp_path / "out", pages=False)
    assert links(page.read_text(encoding="utf-8")) == []
    assert list((tmp_path / "out").iterdir()) == [page]


def test_it_is_the_same_each_time(workspace, tmp_path):
    first = export_group(workspace, WEEK, tmp_path / "out")[0].read_bytes()
    assert export_group(workspace, WEEK, tmp_path / "out")[0].read_bytes() == first


def test_an_old_page_stays_when_the_new_one_cannot_be_written(workspace, tmp_path):
    page = export_group(workspace, WEEK, tmp_path / "out")[0]
    before = page.read_bytes()
    (tmp_path / "out" / "week-4-zoe-feedback.html").unlink()
    (tmp_path / "out" / "week-4-zoe-feedback.html").mkdir()
    with pytest.raises(CannotWrite):
        export_group(workspace, WEEK, tmp_path / "out")
    assert page.read_bytes() == before


def test_what_cannot_be_done_is_said(workspace, tmp_path):
    for review in workspace.reading.reviews_in(WEEK):
        full = workspace.reading.full_review(review.id)
        workspace.do(reviewing.delete_review(full))
    with pytest.raises(UsageError, match="Nothing came back for ‘Week 4’ yet"):
        export_group(workspace, WEEK, tmp_path / "out")
    with pytest.raises(UsageError, match="no longer in the library"):
        export_group(workspace, "0" * 32, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_exercise_is_found_by_title_and_by_id(workspace):
    assert find_exercise(workspace, "Week 4") == find_exercise(workspace, WEEK) == find_exercise(workspace, WEEK[:6])
    with pytest.raises(UsageError, match="no exercise “Week 5”"):
        find_exercise(workspace, "Week 5")


def test_several_chats_and_a_student_who_began_one_alone(tmp_path):
    with open_library(tmp_path / "here", reviewer="Dr Idris") as here:
        chats = [imported(here, title) for title in ("Missing lamp", "Call 020 7946 0123")]
        home = Collection(WEEK, "Week 5", "exercise", "Read.", here.reading.rubrics()[0].rubric.id)
        here.do(edits.begin(home, ASKED, chats))
        file = export_exercise(here, WEEK, tmp_path / "week-5-exercise.json")
        for name, begun in (("Ada", chats), ("Ben", chats[1:])):
            (tmp_path / name).mkdir()
            with open_library(tmp_path / name, reviewer=name) as there:
                import_paths(there, [file], SILENT)
                for chat in begun:
                    comment(there, there.review_of(chat.id), f"{name} of {chat.title}")
                files = hand_in(there, begun[0].id, tmp_path / name)
            import_paths(here, [one for one in files if one.suffix == ".json"], SILENT)
        wish = Wish(privacy=Privacy(hide_details=True))
        page, *others = export_group(here, WEEK, tmp_path / "out", wish)
    assert [one.name for one in others] == [
        "week-5-call-ada-feedback.html",
        "week-5-call-ben-feedback.html",
        "week-5-missing-lamp-ada-feedback.html",
    ]
    text = page.read_text(encoding="utf-8")
    assert "7946" not in text
    assert text.count('class="tb gr"') == 2
    assert "2 of 2 students" in text
