"""Chats as TEI: the elements that its guidelines allow there, pointers that hit, words that come back."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reviewer.exporters.formats import FORMATS
from tests.exporters.cases import made_for, right_to_left, tablet_order
from tests.exporters.hostile_words import TURNS, hostile_chat
from tests.exporters.reviews import Reviewed, review_of

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("tei_cmc.rng")))
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
RANGE = re.compile(r"#string-range\((t\d+),(\d+),(\d+)\)")
KINDS = pytest.mark.parametrize("kind", ["feedback", "revised"])


def document(chat: Reviewed, kind: str = "feedback") -> Any:
    content = made_for(FORMATS["tei"], kind, chat)[f"{kind}.tei.xml"]
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def held(text: str) -> str:
    return re.sub("[\x01\x1b]", "\ufffd", text)


@KINDS
@pytest.mark.parametrize("made", [tablet_order, right_to_left, hostile_chat])
def test_it_is_valid(made: Any, kind: str) -> None:
    SCHEMA.assertValid(document(made(), kind))


@KINDS
def test_every_post_names_who_is_described(kind: str) -> None:
    tree = document(tablet_order(), kind)
    people = {f"#{one.get(ID)}" for one in tree.iter(f"{TEI}person")}
    assert {one.get("who") for one in tree.iter(f"{TEI}post")} <= people


def test_words_come_back_but_for_signs_that_xml_cannot_hold() -> None:
    tree = document(hostile_chat())
    assert [one.findtext(f"{TEI}p") for one in tree.iter(f"{TEI}post")] == [held(text) for text in TURNS]
    notes = [one.text for one in tree.iter(f"{TEI}note") if one.get("type") == "comment"]
    assert set(notes) >= {held(text) for text in TURNS}
    revised = document(hostile_chat(), "revised")
    assert [one.findtext(f"{TEI}p") for one in revised.iter(f"{TEI}post")] == [held(text) + " ?" for text in TURNS]


@pytest.mark.parametrize("made", [tablet_order, right_to_left, hostile_chat])
def test_pointers_hit_the_words_of_the_comment(made: Any) -> None:
    chat = made()
    tree = document(chat)
    said = {one.get(ID): one.text or "" for one in tree.iter(f"{TEI}p") if one.get(ID)}

    def words(pointer: str) -> str:
        found = RANGE.fullmatch(pointer)
        if not found:
            return said[pointer.removeprefix("#")]
        start, length = int(found[2]), int(found[3])
        return said[found[1]][start : start + length]

    found = list(tree.iter(f"{TEI}annotation"))
    for one, annotation in zip(found, chat.full.annotations, strict=True):
        pointed = "\n".join(words(pointer) for pointer in one.get("target").split())
        assert pointed == held(annotation.anchor.quote)


def test_a_comment_without_a_place_keeps_its_words() -> None:
    chat = tablet_order()
    first, *rest = chat.full.annotations
    lost = replace(first, anchor=replace(first.anchor, found=False))
    tree = document(replace(chat, full=replace(chat.full, annotations=(lost, *rest))))
    SCHEMA.assertValid(tree)
    assert [one.text for one in tree.iter(f"{TEI}note") if one.get("type") == "lost"] == [first.anchor.quote]


def test_times_are_those_of_xml_schema() -> None:
    times = ("T09:00", "2026-03-03", "2026-03-03T10:02", "2026-03-03T10:02:01.5+01:00", None)
    tree = document(review_of("Times", [("Mira", "x")] * 5, times=times))
    SCHEMA.assertValid(tree)
    whens = [one.get("when") for one in tree.iter(f"{TEI}post")]
    assert whens[:3] == ["09:00:00", "2026-03-03", "2026-03-03T10:02:00"]
    assert whens[3].startswith("2026-03-03T10:02:01.5")
    assert whens[4] is None
