"""Each page is whole HTML that loads nothing, runs nothing, and whose links lead somewhere."""

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.exporters.cases import CASES, EXPORTS, Golden, goldens, tablet_order
from tests.exporters.groups import gathered_goldens

PAGES = [golden for golden in (*goldens(), *gathered_goldens()) if golden.path.suffix == ".html"]
FEEDBACK = [golden for golden in PAGES if golden.path.name.startswith("feedback")]
POLICY = "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'"

BESIDE = re.compile(r"(?:[\w.~-]|%[0-9A-F]{2})+(?:/(?:[\w.~-]|%[0-9A-F]{2})+)*", re.ASCII)
"""The address of a file beside the page or in a folder near it: never a scheme, a host or a query."""

every_page = pytest.mark.parametrize("golden", PAGES, ids=str)


def tree(golden: Golden) -> Element:
    """The page as a browser reads it; fails at the first fault in its markup."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(golden.path.read_text(encoding="utf-8"))
    return root


def elements(golden: Golden) -> Iterator[tuple[str, Element]]:
    for element in tree(golden).iter():
        if isinstance(element.tag, str):
            yield element.tag.rpartition("}")[2], element


@every_page
def test_nothing_runs(golden: Golden) -> None:
    for name, element in elements(golden):
        assert not [key for key in element.attrib if str(key).lower().startswith("on")]
        if name == "script":
            assert element.attrib == {"type": "application/json", "id": "review"}
    assert Counter(name for name, _ in elements(golden))["script"] == ("feedback" in golden.path.name)


@every_page
def test_the_page_says_its_language_and_direction(golden: Golden) -> None:
    root = tree(golden)
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", root.attrib["lang"])
    assert root.attrib["dir"] in {"ltr", "rtl"}
    named = golden.path.stem.partition(".")[2]
    assert len(named) != 2 or root.attrib["lang"] == named
    for _, element in elements(golden):
        assert re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", element.get("lang", "en"))
        assert element.get("dir", "auto") in {"ltr", "rtl", "auto"}


@every_page
def test_everything_stands_in_a_landmark(golden: Golden) -> None:
    body = tree(golden).find("body")
    assert body is not None
    parts = [(str(one.tag).rpartition("}")[2], one) for one in body if isinstance(one.tag, str)]
    names = Counter(name for name, _ in parts)
    assert names["header"] == names["main"] == names["footer"] == 1
    assert set(names) <= {"header", "nav", "main", "footer", "svg", "a", "script"}
    assert all(one.get("class") == "skip" for name, one in parts if name == "a")
    assert all(one.get("aria-hidden") == "true" for name, one in parts if name == "svg")


@every_page
def test_what_can_be_named_has_a_name(golden: Golden) -> None:
    for name, element in elements(golden):
        if name == "nav" or element.get("role") in {"group", "img", "region"}:
            assert element.get("aria-label") or element.get("aria-labelledby")
        if name == "section":
            assert next(one for one in element if isinstance(one.tag, str)).tag == "h2"
        if name in {"a", "th", "h1", "h2", "h3"}:
            assert element.get("aria-label") or "".join(element.itertext()).strip()
        if name == "th":
            assert element.get("scope") in {"col", "row", "colgroup", "rowgroup"}
        if name == "img":
            assert element.get("alt") is not None
        if name == "svg":
            assert element.get("aria-hidden") == "true" or element.get("aria-label")


@every_page
def test_nothing_is_loaded(golden: Golden) -> None:
    loading = {"src", "srcset", "href", "data", "poster", "action", "background", "ping", "formaction"}
    for name, element in elements(golden):
        assert name not in {"link", "iframe", "object", "embed", "base", "form", "video", "audio"}
        if name == "img":
            assert element.attrib.pop("src").startswith("data:image/png;base64,")
            assert element.attrib["alt"] == "Quillbrook"
            assert golden.path.parent.name == "themed"
        for key, value in element.attrib.items():
            if str(key).rpartition("}")[2] in loading:
                assert value.startswith("#") or (name == "a" and BESIDE.fullmatch(value))
        if name == "style":
            own = (element.text or "").replace('url("data:image/svg+xml,', "")
            assert "url(" not in own.replace("\\28 ", "")
            assert "@import" not in (element.text or "")


@every_page
def test_one_style_sheet_and_one_policy(golden: Golden) -> None:
    found = list(elements(golden))
    (style,) = (one.text or "" for name, one in found if name == "style")
    assert not [one for _, one in found if "style" in one.attrib]
    policies = [one.attrib["content"] for name, one in found if name == "meta" and "http-equiv" in one.attrib]
    assert policies == [POLICY.format(b64encode(sha256(style.encode()).digest()).decode())]


@every_page
def test_headings_go_down_step_by_step(golden: Golden) -> None:
    levels = [int(name[1]) for name, _ in elements(golden) if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@every_page
def test_identities_are_unique_and_every_link_leads_to_one(golden: Golden) -> None:
    found = list(elements(golden))
    identities = Counter(one.attrib["id"] for _, one in found if "id" in one.attrib)
    assert max(identities.values()) == 1
    links = {value for _, one in found for key, value in one.attrib.items() if str(key).endswith("href")}
    assert {link.removeprefix("#") for link in links if link.startswith("#")} <= set(identities)
    if "hostile" not in golden.path.name:
        beside = [golden.path.parent / unquote(link) for link in links if not link.startswith("#")]
        assert [path for path in beside if not path.is_file()] == []


@every_page
def test_every_text_finds_its_own_direction(golden: Golden) -> None:
    for name, element in elements(golden):
        if name == "h1" or (name == "p" and element.attrib.get("class") in {"lede", "why", "o", "nw"}):
            assert element.attrib.get("dir") == "auto"


@pytest.mark.parametrize("golden", FEEDBACK, ids=str)
def test_the_words_of_every_turn_are_all_there(golden: Golden) -> None:
    reviewed = CASES.get(golden.path.parent.name, tablet_order)()
    turns = {one.attrib["id"]: one for name, one in elements(golden) if name == "li" and "turn" in one.get("class", "")}
    assert list(turns) == [f"t{turn.position}" for turn in reviewed.turns]
    for turn in reviewed.turns:
        words = next(one for one in turns[f"t{turn.position}"].iter("p") if one.get("dir") == "auto")
        assert _text_without_refs(words) == turn.text.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")


@pytest.mark.parametrize("golden", FEEDBACK, ids=str)
def test_every_comment_has_one_number_in_the_text_and_one_card(golden: Golden) -> None:
    reviewed = CASES.get(golden.path.parent.name, tablet_order)()
    identities = [one.attrib["id"] for _, one in elements(golden) if "id" in one.attrib]
    for number in reviewed.full.numbers.values():
        assert identities.count(f"r{number}") == identities.count(f"c{number}") == 1
    assert sum(bool(re.fullmatch(r"[rc]\d+", one)) for one in identities) == 2 * len(reviewed.full.annotations)


def test_the_sample_page_is_small() -> None:
    assert (EXPORTS / "tablet-order" / "feedback.html").stat().st_size < 150_000


def test_the_title_of_the_hostile_page_is_what_was_typed() -> None:
    (golden,) = (one for one in FEEDBACK if one.path.parent.name == "hostile")
    (title,) = (one for name, one in elements(golden) if name == "title")
    assert title.text == f"Chat review: {CASES['hostile']().full.transcript.title}"


def test_the_island_of_the_hostile_page_holds_every_sign() -> None:
    page = (EXPORTS / "hostile" / "feedback.html").read_text(encoding="utf-8")
    (island,) = re.findall(r'<script type="application/json" id="review">(.*?)</script>', page, re.S)
    turns = json.loads(island)["turns"]
    assert [turn["text"] for turn in turns] == [turn.text for turn in CASES["hostile"]().turns]


def _text_without_refs(element: Element) -> str:
    text = element.text or ""
    for child in element:
        text += ("" if child.tag == "a" else _text_without_refs(child)) + (child.tail or "")
    return text
