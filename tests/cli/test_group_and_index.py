"""`reviewer export` of several chats, and of an exercise."""

from pathlib import Path

import pytest

from reviewer.errors import ExitStatus
from tests.cli.conftest import CHAT, Run
from tests.exporters.cases import THEME
from tests.journeys.exercise import WEEK, exercise_file, work_of


@pytest.fixture
def two(run: Run, chat: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(CHAT.replace("Late parcel", "Lost lamp"), encoding="utf-8")
    run("import", chat, "other.txt")


@pytest.fixture
def came_back(run: Run, tmp_path: Path) -> None:
    handed_out = exercise_file(tmp_path / "instructor.sqlite", tmp_path)
    files = [work_of(name, handed_out, tmp_path, answers=2, level=3) for name in ("Ana", "Ben")]
    assert run("import", handed_out, *files).status == ExitStatus.DONE


def written(out: str) -> list[str]:
    assert all(Path(line).is_file() for line in out.splitlines())
    return [Path(line).as_posix() for line in out.splitlines()]


@pytest.mark.usefixtures("two")
def test_several_chats_get_an_index_that_is_printed_last(run: Run):
    ended = run("export", "Late parcel", "Lost lamp", "--to", "out")
    assert (ended.status, ended.err) == (ExitStatus.DONE, "")
    assert written(ended.out) == ["out/late-parcel-feedback.html", "out/lost-lamp-feedback.html", "out/index.html"]
    page = Path("out/index.html").read_text(encoding="utf-8")
    assert page.index("late-parcel-feedback.html") < page.index("lost-lamp-feedback.html")


@pytest.mark.usefixtures("two")
def test_the_index_can_be_left_out_and_one_chat_needs_none(run: Run):
    assert written(run("export", "--all", "--to", "out", "--no-index").out)[-1] != "out/index.html"
    assert len(written(run("export", "Late parcel", "--to", "out").out)) == 1
    assert not Path("out/index.html").exists()


@pytest.mark.usefixtures("came_back")
def test_a_group_page_by_title_or_id(run: Run):
    ended = run("export", "--group", "Week 4", "--to", "out")
    assert (ended.status, ended.err) == (ExitStatus.DONE, "")
    pages = ["out/week-4-ana-feedback.html", "out/week-4-ben-feedback.html", "out/week-4-group.html"]
    assert written(ended.out) == pages
    alone = run("export", "--group", WEEK[:8], "--to", "alone", "--no-pages", "--hide-reviewer", "--mask-names")
    assert written(alone.out) == ["alone/week-4-group.html"]
    page = Path("alone/week-4-group.html").read_text(encoding="utf-8")
    assert "Student 1" in page
    assert "<bdi>Ana" not in page
    assert "Noor" not in page[page.index("<main") : page.index('id="answers"')]


BRAND = 'alt="Quillbrook" width="250" height="56"></p>'
OWN = '{% extends "NAME" %}{% block end %}<section><h2>Our words</h2></section>{% endblock %}'


@pytest.fixture
def own_templates() -> str:
    folder = Path("own")
    folder.mkdir()
    for name in ("group.html.jinja", "index.html.jinja", "feedback.html.jinja"):
        (folder / name).write_text(OWN.replace("NAME", name), encoding="utf-8")
    return str(folder)


@pytest.mark.usefixtures("came_back")
def test_a_group_page_and_those_beside_it_wear_a_theme_and_follow_templates(run: Run, own_templates: str):
    ended = run("export", "--group", "Week 4", "--to", "out", "--theme", str(THEME), "--templates", own_templates)
    assert (ended.status, ended.err) == (ExitStatus.DONE, "")
    pages = [Path(line).read_text(encoding="utf-8") for line in written(ended.out)]
    assert len(pages) == 3
    assert all(BRAND in page and "<h2>Our words</h2>" in page and "--accent:#0f5f50;" in page for page in pages)


@pytest.mark.usefixtures("two")
def test_an_index_wears_a_theme_and_follows_templates(run: Run, own_templates: str):
    run("export", "--all", "--to", "out", "--theme", str(THEME), "--templates", own_templates)
    page = Path("out/index.html").read_text(encoding="utf-8")
    assert BRAND in page
    assert "<h2>Our words</h2>" in page
    assert "--accent:#0f5f50;" in page


@pytest.mark.usefixtures("came_back")
@pytest.mark.parametrize(
    "more", [["Lost parcel"], ["--all"], ["--format", "csv"], ["--kind", "both"], ["--review", "abcd"]]
)
def test_a_group_page_goes_with_nothing_else(run: Run, more: list[str]):
    ended = run("export", "--group", "Week 4", "--to", "out", *more)
    assert (ended.status, ended.out) == (ExitStatus.USAGE, "")
    assert ended.err.startswith("reviewer: With --group leave out")


def test_an_exercise_that_is_not_there(run: Run):
    ended = run("export", "--group", "Week 9", "--to", "out")
    assert ended.status == ExitStatus.USAGE
    assert ended.err.startswith("reviewer: There is no exercise “Week 9”.")
    assert not Path("out").exists()
