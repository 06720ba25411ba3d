"""The index and the group page say what is so, in any language, with any words."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib
import pytest

from reviewer.exporters.gathered.comments import shared_chats
from reviewer.exporters.gathered.group_view import group_view
from reviewer.exporters.gathered.group_work import ChatWork, GroupWork, Work
from reviewer.exporters.gathered.html import index_page
from reviewer.exporters.gathered.index_view import Entry, index_view
from reviewer.exporters.gathered.parts import href
from reviewer.exporters.gathered.ratings import rated_chats, tiles_of
from reviewer.exporters.gathered.revisions import rewritten_chats
from reviewer.exporters.options import PageOptions
from reviewer.exporters.page_language import page_language
from tests.exporters.groups import (
    ASKED,
    entries,
    group,
    group_golden,
    hostile_group,
    hostile_index,
    index_golden,
    works,
)
from tests.exporters.reviews import VERSION, WHEN
from tests.exporters.test_translations import in_greek, made_up, not_translated

ENGLISH = page_language("en")
__all__ = ["made_up"]


def tree(page: str) -> Element:
    root: Element = html5lib.parse(page.encode("utf-8", "replace").decode(), namespaceHTMLElements=False)
    return root


def texts(root: Element, tag: str, css: str = "") -> list[str]:
    return ["".join(one.itertext()) for one in root.iter(tag) if css in one.attrib.get("class", "")]


def test_the_head_of_a_group():
    view = group_view(group(), language=ENGLISH, when=WHEN, version=VERSION)
    assert {fact.name: fact.value for fact in view.facts} == {
        "Students": "4",
        "Handed in": "3 of 4",
        "Late": "1",
        "Chats": "The desk that came late",
        "To hand in by": "18 March 2026",
        "Instructor": "Dr Lindqvist",
    }
    assert view.ring is not None
    assert (view.ring.shown, view.ring.band, view.ring.below) == (30, "Needs work", "1 critical failure")
    assert view.parts == ("students", "ratings", "answers", "comments", "revised", "legend")


def test_ratings_side_by_side():
    (chat,) = rated_chats(group(), ENGLISH)
    assert [row.name for row in chat.people] == ["Dr Lindqvist", "Amara O.", "Bruno T.", "Chiara M.", "Dmitri K."]
    assert [one.shown for one in chat.people[4].ratings] == ["2", "4", "3", "4", "2", "–", "2"]
    tone = chat.criteria[2]
    assert (tone.mean, tone.median, tone.ends, tone.own, tone.same) == ("2.0", "2", "1–3", "2", "17%")
    assert tone.spoken == "1 student: 1, Poor; 2 students: 2, Weak; 1 student: 3, Fair"
    assert [(dot.count, dot.x) for dot in tone.dots] == [("1", 18), ("2", 62), ("1", 106)]


def test_agreement_is_rough_while_there_is_little_of_it():
    made = group()
    assert [(one.figure, one.detail) for one in tiles_of(made, ENGLISH)] == [
        ("36%", "of 39 pairs of ratings"),
        ("97%", "of 39 pairs of ratings"),
        ("0.67", "7 ratings: rough"),
        ("16 of 27", "100% at most one apart"),
    ]
    twice = replace(made, chats=made.chats * 2)
    assert tiles_of(twice, ENGLISH)[2].detail == "14 ratings"
    alone = replace(made, chats=(replace(made.chats[0], works=made.chats[0].works[:1], own=None),))
    assert tiles_of(alone, ENGLISH) == ()


def test_words_that_several_marked_stand_in_the_conversation():
    (chat,) = shared_chats(group(), ENGLISH)
    turns = list(chat.turns)
    assert [row.turn.number for row in turns] == list(range(1, 10))
    cards = {row.turn.number: row.cards for row in turns if row.cards}
    assert {turn: [(one.name, one.people) for one in found] for turn, found in cards.items()} == {
        4: [("Word choice", "3 of 4 students")],
        6: [("Handling", "2 of 4 students")],
        8: [("Relationship", "2 of 4 students")],
    }
    assert [(one.name, one.own) for one in cards[4][0].remarks][-1] == ("Dr Lindqvist", True)


def test_what_each_rewrote_stands_beside_the_original():
    (chat,) = rewritten_chats(group(), ENGLISH)
    places = list(chat.places)
    assert [[one.name for one in place.versions] for place in places] == [
        ["Amara O.", "Bruno T.", "Chiara M."],
        ["Chiara M."],
        ["Dr Lindqvist"],
    ]
    assert places[0].versions[2].gone.startswith("Turn deleted")
    assert places[1].added == "After turn 4"
    assert places[1].original == ()


def test_every_answer_and_who_gave_none():
    root = tree(group_golden(group()))
    said = texts(root, "p", "said")
    answers = [one.text for work in works() for one in work.full.answers]
    assert set(answers) <= set(said)
    page = "".join(root.itertext())
    assert all(one.text in page for one in ASKED)
    assert "No answer: Dmitri K." in page


def test_an_index_counts_what_is_there():
    view = index_view(entries(), language=ENGLISH, when=WHEN, version=VERSION)
    assert view.title == "6 chats"
    assert [fact.value for fact in view.facts] == ["6", "3 of 6", "21 March 2026"]
    assert [row.status for row in view.rows] == [
        "Done", "Handed in", "In progress", "Handed in", "To review", "In progress",
    ]  # fmt: skip
    assert [row.score.critical for row in view.rows][3] == "Fair resolution"
    assert [one.words for one in view.rows[0].others] == ["Revised dialogue"]
    assert view.rows[4].score.number is None


def test_nothing_rated_leaves_no_ring_and_no_bars():
    view = index_view([entries()[4]], language=ENGLISH, when=WHEN, version=VERSION)
    assert (view.ring, view.criteria, view.parts) == (None, (), ("chats",))


def test_hostile_words_are_words_on_both_pages():
    made = hostile_group()
    root = tree(group_golden(made))
    assert texts(root, "h1") == [made.exercise.collection.name]
    names = texts(root, "th")
    for work in made.chats[0].works:
        assert any(work.name.replace("\x00", "\ufffd") in one for one in names)
    assert list(root.iter("script")) == list(root.iter("img")) == []
    index = tree(hostile_index())
    assert list(index.iter("script")) == []
    assert len(texts(index, "a", "more")) == 4


@pytest.mark.parametrize(
    ("name", "address"),
    [
        (("a b#c?d%e&f.html",), "a%20b%23c%3Fd%25e%26f.html"),
        (("javascript:alert(1)",), "javascript%3Aalert%281%29"),
        (("a/b", "ü.html"), "a%2Fb/%C3%BC.html"),
        (("\ud800.html",), "%3F.html"),
    ],
)
def test_addresses_are_of_files_and_nothing_else(name: tuple[str, ...], address: str):
    assert href(*name) == address


def test_five_thousand_chats_are_one_small_page():
    (entry, *_) = entries()
    many = (Entry(entry.full, (("feedback", (f"chat-{number}-feedback.html",)),)) for number in range(5000))
    pieces = index_page(many, language=ENGLISH, when=WHEN, version=VERSION)
    size = rows = largest = 0
    for piece in pieces:
        size, rows = size + len(piece.encode()), rows + piece.count("-feedback.html")
        largest = max(largest, len(piece))
    assert rows == 5000
    assert size < 5_000_000
    assert largest < 100_000


def test_no_english_is_left(made_up: Callable[[str], PageOptions]):
    language = page_language(made_up("el").language)
    made = group()
    exercise = in_greek(made.exercise)
    chats = tuple(
        ChatWork(tuple(map(greek_work, chat.works)), lambda: in_greek(works()[0].turns), greek_work(chat.own))
        for chat in made.chats
        if chat.own
    )
    for two in (chats, chats * 2):
        assert_told(group_golden(GroupWork(exercise, two), language.code))
    greek = [Entry(in_greek(one.full), one.pages) for one in entries()]
    assert_told("".join(index_page(greek, language=language, when=WHEN, version=VERSION)))


def greek_work(work: Work) -> Work:
    return replace(work, name="Ω", full=in_greek(work.full))


def assert_told(page: str) -> None:
    root = tree(page)
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("style", "script"):
            element.text = ""
        for name in ("aria-label", "title", "alt", "data-n"):
            assert not_translated(element.attrib.get(name, "")) == []
    assert not_translated("".join(root.itertext())) == []


def test_german_pages_speak_german():
    assert '<html lang="de" dir="ltr">' in group_golden(group(), "de")
    assert "Worte, die mehrere Studierende markiert haben" in group_golden(group(), "de")
    assert "Durchschnitt nach Kriterium" in index_golden("de")
