"""Each translation is whole, and every word of ours on a page goes through it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any

import html5lib
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from reviewer import resources
from reviewer.domain.annotation import Verdict
from reviewer.domain.order_keys import order_key
from reviewer.domain.review import Reply
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.domain.transcript import Role
from reviewer.exporters import page_language as languages
from reviewer.exporters.formats import FORMATS
from reviewer.exporters.options import PageOptions
from reviewer.exporters.review_words import named_by_role
from tests.exporters.cases import made_for, tablet_order
from tests.exporters.page_texts import said, said_in_code
from tests.exporters.reviews import Reviewed, identity

SHEETS = ("report.css", "gathered.css")
CATALOGS = sorted(resources.folder("i18n").glob("page.*.po"))
IDENTITY = re.compile(r"[0-9a-f]{32}")
NOT_TOLD = {"language", "order_key", "imported_at", "started_at", "sent_at", "done_at", "updated", "at"}
PLACE = re.compile(r"%\((\w+)\)s|%.")

every_catalog = pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.name)


def catalog(path: Path) -> Catalog:
    return read_po(BytesIO(path.read_bytes()), locale=path.name.split(".")[1])


def messages(path: Path) -> list[Message]:
    return [one for one in catalog(path) if one.id]


def places(text: str) -> list[str]:
    return sorted(found[0] for found in PLACE.finditer(text))


def test_every_text_is_a_literal_that_extraction_finds() -> None:
    texts = list(said_in_code())
    assert [place.partition(":")[0] for place, text in texts if text is None] == ["environment.py"], (
        "what templates say"
    )
    assert {text for _, text in texts if text} <= said()


@every_catalog
def test_a_translation_has_every_text_and_no_other(path: Path) -> None:
    assert {tuple(one.id) if isinstance(one.id, tuple) else one.id for one in messages(path)} == said()


@every_catalog
def test_no_text_is_left_empty_or_in_doubt(path: Path) -> None:
    whole = catalog(path)
    for one in messages(path):
        forms = one.string if isinstance(one.string, tuple) else (one.string,)
        assert all(form.strip() for form in forms), one.id
        assert len(forms) == (whole.num_plurals if isinstance(one.id, tuple) else 1), one.id
        assert not one.fuzzy, one.id


@every_catalog
def test_places_are_the_same(path: Path) -> None:
    for one in messages(path):
        wanted = places(one.id[1] if isinstance(one.id, tuple) else one.id)
        for form in one.string if isinstance(one.string, tuple) else (one.string,):
            assert places(form) == wanted, one.id


def in_greek(value: Any) -> Any:
    """Records with Greek letters for Latin ones in all that people wrote, so that only words of ours are Latin."""
    if isinstance(value, str) and not isinstance(value, Enum) and not IDENTITY.fullmatch(value):
        return re.sub("[A-Za-z]", lambda letter: chr(ord("α") + (ord(letter[0].lower()) - ord("a")) % 24), value)
    if isinstance(value, tuple):
        return tuple(map(in_greek, value))
    if is_dataclass(value) and not isinstance(value, type):
        told = (one.name for one in fields(value) if one.name not in NOT_TOLD)
        return replace(value, **{name: in_greek(getattr(value, name)) for name in told})
    return value


def everything() -> Reviewed:
    """A review with as many kinds of things as a page can show, in Greek."""
    chat = tablet_order()
    full, (first, second, *rest) = chat.full, chat.full.annotations
    lost = replace(first, id=identity("a", 90), anchor=replace(first.anchor, found=False))
    note = replace(second, id=identity("a", 91), criterion=None, verdict=Verdict.NONE, text="")
    moved = RevisedTurn(
        identity("d", 90), full.revised_turns[0].revision, 14, order_key(15) + "5", chat.turns[13].speaker,
        chat.turns[13].text, ChangeKind.MOVED,
    )  # fmt: skip
    other = Revision(identity("c", 90), full.review.id, "", "Shorter", 5)
    full = replace(
        full,
        annotations=(first, second, note, *rest, lost),
        replies=(Reply(identity("7", 1), first.id, identity("6", 9), "So be it."),),
        revisions=(*full.revisions, other),
        revised_turns=(*full.revised_turns, moved),
        speakers=tuple(replace(one, name="") if one.role is Role.OTHER else one for one in full.speakers),
    )
    return Reviewed(in_greek(full), in_greek(chat.turns))


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], PageOptions]]:
    """Gives a language whose every text is the English one in ⟦white brackets⟧."""
    real = resources.folder
    monkeypatch.setattr(
        resources, "folder", lambda *parts: tmp_path.joinpath(*parts[1:]) if parts[:1] == ("i18n",) else real(*parts)
    )
    cached = (languages.page_language, languages.page_languages)

    def options(code: str) -> PageOptions:
        whole = Catalog(locale=code)
        for text in said():
            forms = [f"⟦{text}⟧"] if isinstance(text, str) else [f"⟦{text[1]}⟧"] * whole.num_plurals
            whole.add(text, forms[0] if isinstance(text, str) else forms)
        with (tmp_path / f"page.{code}.po").open("wb") as file:
            write_po(file, whole)
        for one in cached:
            one.cache_clear()
        return PageOptions(language=code, alternatives=True, marks=True)

    yield options
    for one in cached:
        one.cache_clear()


def not_translated(text: str) -> list[str]:
    """The Latin words outside all brackets."""
    before = ""
    while before != text:
        before, text = text, re.sub("⟦[^⟦⟧]*⟧", "", text)
    return re.findall(r"[A-Za-z]+", text)


@pytest.mark.parametrize("kind", ["feedback", "revised"])
def test_no_english_is_left_on_a_page(made_up: Callable[[str], PageOptions], kind: str) -> None:
    root = html5lib.parse(everything().page(kind, made_up("el")), namespaceHTMLElements=False)
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("style", "script"):
            element.text = ""
    assert not_translated("".join(root.itertext())) == []
    for element in root.iter():
        for name in ("aria-label", "title", "alt"):
            assert not_translated(element.attrib.get(name, "")) == []


@pytest.mark.parametrize("kind", ["feedback", "revised"])
@pytest.mark.parametrize("form", ["md", "txt"])
def test_no_english_is_left_in_a_report(made_up: Callable[[str], PageOptions], form: str, kind: str) -> None:
    files = made_for(FORMATS[form], kind, everything(), options=made_up("el"))
    for content in files.values():
        assert not_translated(content.decode()) == []


def test_hidden_names_are_translated(made_up: Callable[[str], PageOptions]) -> None:
    language = languages.page_language(made_up("el").language)
    for role in Role:
        for number in (1, 2):
            assert not_translated(named_by_role(language, role, number)) == []
    assert named_by_role(languages.page_language("en"), Role.CUSTOMER, 2) == "Customer 2"


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_style_sheet_says_nothing(sheet: str) -> None:
    css = resources.read_text("templates", sheet)
    assert [text for text in re.findall(r'content:"([^"]*)"', css) if re.search(r"(?<!\\)[A-Za-z]", text)] == []


def test_a_page_from_right_to_left(made_up: Callable[[str], PageOptions]) -> None:
    page = everything().page(options=made_up("ar"))
    assert '<html lang="ar" dir="rtl">' in page
    assert '@bottom-right{content:"\\27e6' in page
    assert '<html lang="en" dir="ltr">' in everything().page()


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_style_sheet_knows_no_left_and_right(sheet: str) -> None:
    css = resources.read_text("templates", sheet)
    sides = (
        r"(?<![\w@-])(?:(?:margin|padding|border|inset)-)?(?:left|right)\s*[:-]|(?:align|float|clear):(?:left|right)"
    )
    assert re.findall(sides, css) == []
