"""`reviewer export` with an organisation's theme and with templates of one's own."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.exporters.cases import TEMPLATES, THEME
from tests.exporters.pictures import drawn, saved


@pytest.fixture
def library(run: Run, chat: Path) -> Run:
    run("import", chat)
    return run


def written(ended) -> str:
    assert ended.status == 0, ended.err
    return Path(ended.out.splitlines()[0]).read_text(encoding="utf-8")


def test_a_theme_is_on_every_page(library: Run) -> None:
    ended = library("export", "--all", "--to", "out", "--kind", "both", "--theme", str(THEME))
    pages = [Path(line).read_text(encoding="utf-8") for line in ended.out.splitlines()]
    assert len(pages) == 2
    for page in pages:
        assert '<p class="brand"><img src="data:image/png;base64,' in page
        assert 'alt="Quillbrook" width="250" height="56"></p>' in page
        assert ":root{--accent:#0f5f50;" in page


def test_a_name_alone_is_shown_as_words(library: Run) -> None:
    Path("theme.toml").write_text('name = "A & <b>"\n', encoding="utf-8")
    page = written(library("export", "--all", "--to", "out", "--theme", "theme.toml"))
    assert '<p class="brand"><bdi>A &amp; &lt;b&gt;</bdi></p>' in page


def test_a_logo_of_20_megabytes_is_refused_and_nothing_is_written(library: Run) -> None:
    Path("logo.png").write_bytes(saved(drawn(), "PNG") + bytes(20_000_000))
    Path("theme.toml").write_text('logo = "logo.png"\n', encoding="utf-8")
    ended = library("export", "--all", "--to", "out", "--theme", "theme.toml")
    assert ended.status == 3
    assert ended.err == "reviewer: logo.png is too large for a logo: a file may have 10 MB at most.\n"
    assert not Path("out").exists()


def test_templates_lay_a_page_out(library: Run) -> None:
    page = written(library("export", "--all", "--to", "out", "--templates", str(TEMPLATES)))
    assert "<h2>What we agreed</h2>" in page


def test_a_broken_template_is_named_with_its_line_before_anything_is_written(library: Run) -> None:
    Path("own").mkdir()
    Path("own/feedback.html.jinja").write_text('{% extends "feedback.html.jinja" %}\n\n{{ oops }}', encoding="utf-8")
    Path("own/revised.html.jinja").write_text(
        '{% extends "revised.html.jinja" %}\n{% block end %}\n{{ page.oops }}{% endblock %}', encoding="utf-8"
    )
    ended = library("export", "--all", "--to", "out", "--templates", "own")
    assert ended.status == 3
    assert ended.err == (
        "reviewer: revised.html.jinja: line 3: 'Page object' has no attribute 'oops'."
        " The names are in docs/page-templates.md.\n"
    )
    assert not Path("out").exists()


def test_a_template_that_fails_on_one_chat_leaves_its_old_page(library: Run) -> None:
    page = Path(library("export", "--all", "--to", "out").out.splitlines()[0])
    before = page.read_bytes()
    Path("own").mkdir()
    Path("own/feedback.html.jinja").write_text(
        '{% extends "feedback.html.jinja" %}\n{% block end %}{{ 1 // page.criteria|length }}{% endblock %}',
        encoding="utf-8",
    )
    ended = library("export", "--all", "--to", "out", "--templates", "own")
    assert ended.status == 3
    assert ended.err.startswith("reviewer: feedback.html.jinja: line 2: ")
    assert page.read_bytes() == before
    assert [one.name for one in page.parent.iterdir()] == [page.name]


def test_a_folder_that_is_missing_is_said(library: Run) -> None:
    ended = library("export", "--all", "--to", "out", "--templates", "gone")
    assert ended.status == 3
    assert ended.err == "reviewer: gone could not be read: there is no such folder.\n"
