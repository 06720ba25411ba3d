"""Templates of a person's own: they lay pages out, and can do nothing else."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import html5lib
import pytest

from reviewer.errors import ReviewerError, Unreadable
from reviewer.exchange import review_file
from reviewer.exporters.html import write_page
from reviewer.exporters.options import PageOptions
from reviewer.exporters.own_templates import guard, pages
from reviewer.exporters.own_templates.pages import STEPS
from reviewer.workspace.exporting.template_check import check_templates
from tests.exporters.cases import TEMPLATES, hostile, tablet_order
from tests.exporters.reviews import VERSION, WHEN

Write = Callable[..., Path]
EXTENDS = '{% extends "feedback.html.jinja" %}\n'
CORRECT = " Correct it there."
LISTED = " Templates can use what docs/page-templates.md lists."
DOCUMENTED = " The names are in docs/page-templates.md."
OUTSIDE = " lies outside the folder of templates. Copy it into the folder."
CIRCLE = ": templates, macros or loops call one another without end. Break the circle."
LOOP = " Look for a loop that does not end."
HEAD = (
    "the page does not begin with the head of the program. "
    'Begin with {% extends "base.html.jinja" %} and write nothing before it.'
)
TAG = (
    "line 4: Encountered unknown tag 'blink'. Jinja was looking for the following tags: 'endblock'. "
    "The innermost block that needs to be closed is 'block'."
)
POLICY = "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Puts templates into a folder and gives the folder."""

    def written(feedback: str = "", **more: str) -> Path:
        folder = tmp_path / "templates"
        folder.mkdir(exist_ok=True)
        for name, text in {"feedback": feedback, **more}.items():
            ending = ".css" if name == "style" else ".html.jinja"
            (folder / f"{name}{ending}").write_text(text, encoding="utf-8")
        return folder

    return written


def page_by(folder: Path, kind: str = "feedback") -> str:
    return tablet_order().page(kind, PageOptions(templates=folder))


def in_block(block: str, words: str) -> str:
    """A template with `words` at line 4."""
    return f"{EXTENDS}{{% block {block} %}}\n\n{words}\n{{% endblock %}}"


def start(words: str) -> str:
    return in_block("start", words)


def tags(page: str) -> list[str]:
    """The elements of a page as a browser finds them."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return [one.tag for one in parser.parse(page).iter() if isinstance(one.tag, str)]


def trouble(folder: Path, kind: str = "feedback") -> str:
    with pytest.raises(Unreadable) as refused:
        page_by(folder, kind)
    return refused.value.sentence


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    assert page_by(tmp_path) == tablet_order().page()
    assert page_by(tmp_path, "revised") == tablet_order().page("revised")
    assert hostile().page(options=PageOptions(templates=tmp_path)) == hostile().page()


def test_a_block_is_put_in_place_of_ours(write: Write) -> None:
    ours = tablet_order().page()
    page = page_by(write(in_block("summary", "<p>No summary of {{ page.title }}</p>")))
    assert "<p>No summary of Tablet order, connection charge</p>" in page
    assert '<section id="summary">' not in page
    assert page[page.index('<section id="scorecard">') :] == ours[ours.index('<section id="scorecard">') :]
    assert page[: page.index("<title>")] == ours[: ours.index("<title>")]


@pytest.mark.parametrize(
    "block",
    ["title", "body", "header", "brand", "score", "navigation", "start", "summary", "scorecard", "conversation",
     "revised", "discussion", "legend", "end", "footer", "colours"],
)  # fmt: skip
def test_every_block_of_the_feedback_page_can_be_changed(write: Write, block: str) -> None:
    page = page_by(write(f"{EXTENDS}{{% block {block} %}}changed here{{{{ super() }}}}{{% endblock %}}"))
    assert page.count("changed here") == 1
    assert page.replace("changed here", "").split() == tablet_order().page().split()


@pytest.mark.parametrize("block", ["title", "body", "header", "brand", "start", "dialogue", "end", "footer"])
def test_every_block_of_the_revised_page_can_be_changed(write: Write, block: str) -> None:
    own = f'{{% extends "revised.html.jinja" %}}{{% block {block} %}}changed here{{{{ super() }}}}{{% endblock %}}'
    page = page_by(write(EXTENDS, revised=own), "revised")
    assert page.count("changed here") == 1
    assert page.replace("changed here", "").split() == tablet_order().page("revised").split()


def test_a_page_from_the_base_keeps_head_and_review(write: Write) -> None:
    page = page_by(
        write('{% extends "base.html.jinja" %}{% block body %}<main><h1>{{ page.title }}</h1></main>{% endblock %}')
    )
    assert "<main><h1>Tablet order, connection charge</h1></main>" in page
    assert review_file.find_review(page.encode()) == review_file.find_review(tablet_order().page().encode())


def test_templates_use_files_beside_them_and_parts_of_ours(write: Write) -> None:
    own = '{% from "parts.html.jinja" import icon %}{% include "more.html.jinja" %}{% from "kit.html.jinja" import b %}'
    folder = write(
        in_block("start", own + "{{ icon('up') }}{{ b('<') }}"),
        more="<p>More</p>",
        kit="{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}",
    )
    assert '<p>More</p><svg class="ic" aria-hidden="true"><use href="#up"/></svg><b>&lt;</b>' in page_by(folder)


def test_the_style_sheet_of_the_folder_follows_ours_and_the_policy_knows_it(write: Write) -> None:
    page = page_by(write(EXTENDS, style=".top{color:red}"))
    (style,) = re.findall("<style>(.*?)</style>", page, re.S)
    assert style.endswith(".top{color:red}")
    assert POLICY.format(b64encode(sha256(style.encode()).digest()).decode()) in page


def test_a_template_that_was_changed_is_read_again(write: Write) -> None:
    assert "one" in page_by(write(in_block("start", "<p>one</p>"), more="a"))
    assert "<p>two!</p>" in page_by(write(in_block("start", "<p>two!</p>")))
    folder = write(in_block("start", "{% include 'more.html.jinja' %}"), more="<p>three</p>")
    assert "<p>three</p>" in page_by(folder)
    (folder / "feedback.html.jinja").unlink()
    assert page_by(folder) == tablet_order().page()


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        (start("{% if %}"), "line 4: Expected an expression, got 'end of statement block'." + CORRECT),
        (start("{% blink %}"), TAG + CORRECT),
        (start("{{ page.titel }}"), "line 4: 'Page object' has no attribute 'titel'." + DOCUMENTED),
        (start("{{ paeg }}"), "line 4: 'paeg' is undefined." + DOCUMENTED),
        (start("{{ page.title|safe }}"), "line 4: No filter named 'safe'." + CORRECT),
        (start("{% autoescape false %}{% endautoescape %}"), "line 4: autoescape cannot be changed." + CORRECT),
        (start("{{ 1 / 0 }}"), "line 4: division by zero." + CORRECT),
        (start("{{ page.title() }}"), "line 4: 'str' object is not callable." + CORRECT),
        (
            start("{{ page }}"),
            "line 4: only words and numbers can be written, not lists or parts of the page." + LISTED,
        ),
        (
            start("{% include 'gone.html' %}"),
            "line 4: there is no template “gone.html”. Put it into the folder, or correct the name.",
        ),
        (start("{% include '../secret.html' %}"), "line 4: “../secret.html”" + OUTSIDE),
        (start("{% include '/etc/hostname' ignore missing %}"), "line 4: “/etc/hostname”" + OUTSIDE),
        (start("{% include 'link.html' %}"), "line 4: “link.html”" + OUTSIDE),
        (start("{% include 'C:' ~ '\\\\a' %}"), "line 4: “C:\\a”" + OUTSIDE),
        (start("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"), "line 4" + CIRCLE),
        (start("{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}"), "line 4" + CIRCLE),
        (start("{{ range(10001) }}"), "line 4: a range has 10000 numbers at most." + LISTED),
        (
            start("{% set n = range(10000) %}{% for a in n %}{% for b in n %}{% endfor %}{% endfor %}"),
            "line 4: it goes on and on." + LOOP,
        ),
        (
            start("{% for a in range(9999) %}{{ 'a' * 9000 }}{% endfor %}"),
            "the page is longer than 20,780,000 signs." + LOOP,
        ),
        (start("{{ 'a' * 20000000 }}"), "line 4: the value is too large." + LISTED),
        (start("{{ 9 ** 9 ** 9 }}"), "line 4: the number is too large." + LISTED),
        (start("{{ say('%(a)999999999s', a=1) }}"), "line 4: a text has places like %(name)s alone." + LISTED),
        ("x" + EXTENDS, HEAD),
        ("<!doctype html><p>Mine</p>", HEAD),
        ("", HEAD),
        (
            start("<style>p{}</style>"),
            "line 4: a page cannot hold a second <style>. Write into style.css beside the template.",
        ),
        (
            start("{{ cycler('a', 'b').next.__globals__ }}"),
            "line 4: access to attribute '__globals__' of 'method' object is unsafe." + LISTED,
        ),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(write: Write, tmp_path: Path, template: str, sentence: str) -> None:
    folder = write(template)
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (folder / "link.html").symlink_to(tmp_path / "secret.html")
    said = trouble(folder)
    assert said in (f"feedback.html.jinja: {sentence}", f"feedback.html.jinja: {sentence}".replace("\\", "/"))


def test_the_file_that_is_wrong_is_named(write: Write) -> None:
    include = in_block("start", "{% include 'more.html.jinja' %}")
    assert trouble(write(include, more="\n\n{{ nothing }}")).startswith("more.html.jinja: line 3: 'nothing' is undef")
    assert trouble(write(include, more="{% include 'more.html.jinja' %}")).startswith(
        "more.html.jinja: line 1: there is"
    )
    folder = write(include, more="")
    (folder / "more.html.jinja").write_bytes(b"\n\xff\xfe")
    assert trouble(folder) == "more.html.jinja: line 2: it is not UTF-8 text. Correct it there."
    (folder / "more.html.jinja").write_bytes(b" " * 1_000_001)
    assert trouble(folder).startswith("feedback.html.jinja: line 4: “more.html.jinja” is too large.")
    assert trouble(write(EXTENDS, style="a{}\nb{}</style><script>")) == (
        "style.css: line 2: a style sheet cannot hold “</” or “<!”. Take it out."
    )


@pytest.mark.parametrize(
    "element",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src=x>",
        "<meta http-equiv=refresh content='0;url=https://example.invalid/'>",
        "<{{ 'meta' }} http-equiv=refresh>",
        "<link rel=preconnect href=https://example.invalid>",
        "<base\nhref=x>",
        "<iframe/src=x>",
        "<svg><script>alert(1)</script></svg>",
        '<script type="application/json" id="review">{}</script>',
        "<object data=x>",
        "<form action=x>",
    ],
)
@pytest.mark.parametrize("block", ["title", "start", "conversation", "footer"])
def test_nothing_that_acts_gets_into_a_page(write: Write, element: str, block: str) -> None:
    name = re.split(r"[\s/>]", element.replace("{{ 'meta' }}", "meta").replace("<svg>", ""))[0][1:].lower()
    said = trouble(write(in_block(block, f"<p>{'words ' * 3000}</p>{element}{{{{ super() }}}}")))
    assert said.endswith(f"a page cannot hold <{name}>. Take it out: pages load nothing and run nothing.")
    assert said.startswith("feedback.html.jinja: ")


def test_elements_are_found_wherever_pieces_are_cut() -> None:
    words = "<p>" + "a" * 30_000 + "<scr" + "ipt x>" + "b" * 30_000
    for size in (1, 7, 100, 8_079, 8_080, 8_081, 30_006):
        pieces = ["head", *(words[at : at + size] for at in range(0, len(words), size))]
        with pytest.raises(guard.Acting):
            list(guard.guarded(pieces, "head", 100_000))
        calm = [piece.replace("ipt", "iptt") for piece in ("head", words)]
        assert "".join(guard.guarded(calm, "head", 100_000)) == "".join(calm)


def test_a_page_has_an_end(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "SIGNS", 90_000)
    monkeypatch.setattr(pages, "SIGNS_FOR_EACH", 0)
    said = trouble(write(in_block("start", "<p>" + "a" * 30_000 + "</p>")))
    assert said == "feedback.html.jinja: the page is longer than 90,000 signs. Look for a loop that does not end."


def test_our_own_pages_take_few_of_the_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "STEPS", STEPS // 100)
    monkeypatch.setattr(pages, "STEPS_FOR_EACH", 100)
    assert page_by(tmp_path) == tablet_order().page()


def test_words_of_a_chat_stay_words(write: Write) -> None:
    own = (
        "{% for turn in page.conversation %}{% for node in turn.nodes %}"
        "{% if node is string %}{{ node|upper }}{{ node|reverse }}{% endif %}"
        "{% endfor %}{% endfor %}{{ page.title ~ '<i>' }}{{ [page.title, page.lede]|join('<br>') }}"
    )
    plain, page = (
        hostile().page(options=PageOptions(templates=write(in_block("conversation", words)))) for words in ("", own)
    )
    assert "&lt;i&gt;" in page
    assert "&lt;/STYLE&gt;" in page
    assert tags(page) == tags(plain)


def test_a_page_that_fails_leaves_the_old_one(write: Write, tmp_path: Path) -> None:
    folder = write(in_block("footer", "{{ nothing }}"))
    (tmp_path / "out").mkdir()
    place, chat = tmp_path / "out" / "page.html", tablet_order()
    place.write_text("the old page", encoding="utf-8")
    with pytest.raises(Unreadable):
        write_page(
            place, chat.full, lambda: chat.turns, kind="feedback", when=WHEN, version=VERSION,
            options=PageOptions(templates=folder),
        )  # fmt: skip
    assert [one.name for one in place.parent.iterdir()] == ["page.html"]
    assert place.read_text(encoding="utf-8") == "the old page"


def test_faults_of_the_program_are_not_blamed_on_templates(write: Write, tmp_path: Path) -> None:
    class Broken(ReviewerError):
        """Something else went wrong."""

    def turns() -> None:
        raise Broken("The library is locked.")

    chat = tablet_order()
    with pytest.raises(Broken):
        write_page(
            tmp_path / "page.html", chat.full, turns, kind="feedback", when=WHEN, version=VERSION,
            options=PageOptions(templates=write(EXTENDS)),
        )  # fmt: skip


def test_a_check_makes_every_page(write: Write, tmp_path: Path) -> None:
    assert check_templates(TEMPLATES) == ("feedback.html.jinja", "style.css")
    with pytest.raises(Unreadable, match="there is no such folder"):
        check_templates(tmp_path / "gone")
    (tmp_path / "empty").mkdir()
    with pytest.raises(Unreadable, match=r"holds no template\. Name a file in it like one of these: feedback\.html"):
        check_templates(tmp_path / "empty")
    with pytest.raises(Unreadable, match=r"revised\.html\.jinja: line 1: 'gone' is undefined\."):
        check_templates(write(EXTENDS, revised="{{ gone }}"))
