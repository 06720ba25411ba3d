"""`reviewer export` of several chats, and of an exercise."""

from pathlib import Path

import pytest

from reviewer.errors import ExitStatus
from tests.cli.conftest import CHAT, Run
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
