"""docs/page-templates.md says what templates are really given."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from reviewer import resources
from reviewer.exporters import view_model
from reviewer.exporters.options import PageOptions
from reviewer.exporters.own_templates.sandbox import Sandbox
from tests.conftest import CHECKOUT
from tests.exporters.cases import tablet_order

DOCUMENT = (CHECKOUT / "docs" / "page-templates.md").read_text(encoding="utf-8")
CLASSES = [one for one in vars(view_model).values() if isinstance(one, type) and is_dataclass(one)]
WORDS = {"str": "words", "int": "number", "bool": "true or false"}


def rows(heading: str) -> list[tuple[str, str]]:
    """First and second cell of the table below a heading."""
    section = DOCUMENT.split(f"### {heading}\n", 1)[1].split("\n#", 1)[0]
    return re.findall(r"^\| `(\w+)` \| ([^|]+) \| [^|]", section, re.MULTILINE)


def kind(annotation: object) -> str:
    """The kind of a field as people read it."""
    text = re.sub(r"<class '(\w+)'>", r"\1", str(annotation)).replace("reviewer.exporters.view_model.", "")
    text = text.replace("collections.abc.", "").replace("'Node'", "Node").replace("str | Mark | Ref", "Node")
    text = re.sub(r"tuple\[(\w+), \.\.\.\]|Iterable\[(\w+)\]", lambda found: f"list of {found[1] or found[2]}", text)
    text = text.replace(" | None", ", or none")
    return re.sub(r"\b(str|int|bool)\b", lambda found: WORDS[found[1]], text)


@pytest.mark.parametrize("model", CLASSES, ids=lambda one: one.__name__)
def test_every_field_is_documented(model: type) -> None:
    assert rows(model.__name__) == [(field.name, kind(field.type)) for field in fields(model)]


def test_nothing_else_is_documented() -> None:
    assert set(re.findall(r"^### (\w+)$", DOCUMENT, re.MULTILINE)) == {one.__name__ for one in CLASSES}
    assert f"now **{view_model.MODEL}**" in DOCUMENT


def blocks(template: str) -> set[str]:
    return set(re.findall(r"{% block (\w+) %}", resources.read_text("templates", template)))


def documented_blocks() -> Iterator[tuple[str, str]]:
    table = DOCUMENT.split("## Blocks\n", 1)[1].split("\n#", 1)[0]
    for names, where in re.findall(r"^\| (`[^|]+) \| [^|]+ \| ([^|]+) \|$", table, re.MULTILINE):
        for name in re.findall(r"`(\w+)`", names):
            yield name, where


def test_every_block_is_documented() -> None:
    pages = {
        one: blocks(f"{one}.html.jinja") | blocks("base.html.jinja")
        for one in ("feedback", "revised", "index", "group")
    }
    everywhere = set.intersection(*pages.values()) - {"colours"}
    told = dict(documented_blocks())
    assert {name for name, where in told.items() if where == "all pages"} == everywhere
    assert set(told) == set.union(*pages.values())
    for page in ("feedback", "revised"):
        own = {name for name, where in told.items() if where == page}
        assert own <= pages[page]


def test_every_filter_is_documented() -> None:
    told = DOCUMENT.split("- Filters: ", 1)[1].split(".", 1)[0]
    assert set(re.findall(r"`(\w+)`", told)) == {one for one in Sandbox().filters if not one.startswith(" ")}
    told = DOCUMENT.split("Functions: ", 1)[1].split(".", 1)[0]
    assert set(re.findall(r"`(\w+)`", told)) == set(Sandbox().globals)


def test_the_first_template_works(tmp_path: Path) -> None:
    (template,) = re.findall(r"```jinja\n(.*?)```", DOCUMENT, re.DOTALL)
    (tmp_path / "feedback.html.jinja").write_text(template, encoding="utf-8")
    page = tablet_order().page(options=PageOptions(templates=tmp_path))
    assert '<section id="next"><h2>Next steps</h2>\n<ul><li dir="auto">Word choice: Policy words' in page
