"""REFI-QDA projects and codebooks as they leave the program: valid by the standard's schema, every position right."""

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from reviewer import importers
from reviewer.domain.annotation import Verdict
from reviewer.domain.review import Reply, Reviewer
from reviewer.importers.base import Source
from tests.exchange.refi_qda import (
    NS,
    codebook_of,
    codebook_schema,
    project_of,
    project_schema,
    text_of,
    tree_of,
)
from tests.exporters.cases import birthday_cake, hostile, renewal_page, right_to_left, tablet_order
from tests.exporters.hostile_words import hostile_chat, hostile_reviews
from tests.exporters.reviews import Reviewed, comment, identity, review_of

CASES = (tablet_order, right_to_left, birthday_cake, renewal_page)


def test_projects_are_valid() -> None:
    schema = project_schema()
    for chats in ((tablet_order(), right_to_left()), (hostile(),), (hostile_chat(),), (birthday_cake(),)):
        schema.assertValid(tree_of(project_of(*chats)))
    for chat in hostile_reviews():
        schema.assertValid(tree_of(project_of(chat)))


def test_codebooks_are_valid() -> None:
    schema = codebook_schema()
    for chats in ((tablet_order(), right_to_left()), (hostile(),)):
        schema.assertValid(etree.fromstring(codebook_of(*chats)))


@pytest.mark.parametrize("case", CASES)
def test_the_text_is_read_back_as_the_same_turns(case) -> None:
    chat = case()
    project = project_of(chat)
    source = tree_of(project).find(".//q:TextSource", NS)
    found = importers.read(Source("chat.txt", text_of(project, source).encode())).conversations
    assert [turn.text for one in found for turn in one.turns] == [turn.text for turn in chat.turns]
    assert [turn.kind for one in found for turn in one.turns] == [turn.kind for turn in chat.turns]
    assert [turn.sent_at for one in found for turn in one.turns] == [turn.sent_at for turn in chat.turns]


def test_selections_stand_on_the_words_of_their_comments() -> None:
    for chat in (tablet_order(), right_to_left(), hostile_chat(), hostile()):
        project, full = project_of(chat), chat.full
        source = tree_of(project).find(".//q:TextSource", NS)
        text = text_of(project, source)
        words = {
            one.get("guid").replace("-", ""): _words(one, text) for one in source.findall("q:PlainTextSelection", NS)
        }
        for one in full.annotations:
            expected = [line for line in one.anchor.quote.replace("\r", "\n").split("\n") if line.isprintable()]
            assert all(line in words[one.id] for line in expected)
            if not one.anchor.whole_turns and one.anchor.first_turn == one.anchor.last_turn:
                assert len(words[one.id]) == len(one.anchor.quote)


def test_who_speaks_is_coded() -> None:
    project = project_of(tablet_order())
    tree = tree_of(project)
    names = {one.get("guid"): one.get("name") for one in tree.iter(f"{{{NS['q']}}}Code")}
    source = tree.find(".//q:TextSource", NS)
    said = [
        (names[one.find("q:Coding/q:CodeRef", NS).get("targetGUID")], _words(one, text_of(project, source)))
        for one in source.findall("q:PlainTextSelection", NS)[: len(tablet_order().turns)]
    ]
    assert said[0] == ("System line", "Thanks for waiting. Dana R. has joined the chat.")
    assert said[1] == ("Dana R. (agent)", "Hi, welcome to Larkfield chat. What can I do for you?")
    assert [words for _, words in said] == [turn.text for turn in tablet_order().turns]


def test_every_reference_leads_somewhere_and_no_identity_is_there_twice() -> None:
    for chats in ((tablet_order(), right_to_left()), (hostile_chat(),)):
        tree = tree_of(project_of(*chats))
        known = [one.get("guid") for one in tree.iter() if one.get("guid")]
        assert len(known) == len(set(known))
        pointed = [one.get(key) for one in tree.iter() for key in ("targetGUID", "creatingUser") if one.get(key)]
        assert set(pointed) <= set(known)
        names = [one.get("name").casefold() for one in tree.iter(f"{{{NS['q']}}}Code")]
        assert len(names) == len(set(names))


def test_scores_are_variables_of_a_case() -> None:
    tree = tree_of(project_of(tablet_order()))
    names = {one.get("guid"): one.get("name") for one in tree.iter(f"{{{NS['q']}}}Variable")}
    (case,) = tree.findall(".//q:Case", NS)
    values = {names[one[0].get("targetGUID")]: one[1].text for one in case.findall("q:VariableValue", NS)}
    assert (values["Reviewer"], values["Score"], values["Word choice"], values["Professionalism"]) == (
        "Reviewer A", "38.75", "2", "4",
    )  # fmt: skip
    assert "Policy words where plain ones would do." in case.findtext("q:Description", "", NS)


def test_a_comment_says_what_it_suggests_and_what_was_replied() -> None:
    chat = review_of("Two", [("A", "Hello there."), ("B", "Hi.")])
    chat = chat.commented(comment(chat.words(1, "there"), 1, Verdict.CONCERN, "Too familiar.", "Ms Day"))
    ann = Reviewer(identity("6", 2), "Ann")
    reply = Reply(identity("7", 1), chat.full.annotations[0].id, ann.id, "Yes.", "2026-03-20T11:00:00+00:00")
    tree = tree_of(project_of(replace(chat, full=replace(chat.full, replies=(reply,), people=(ann,)))))
    assert tree.findtext(".//q:PlainTextSelection/q:Description", "", NS) == "Too familiar.\n\nSuggested: “Ms Day”"
    notes = {one.get("name"): one.findtext("q:PlainTextContent", "", NS) for one in tree.findall(".//q:Note", NS)}
    assert notes == {"Suggested words": "Ms Day", "Reply": "Yes."}


def test_a_comment_without_a_place_is_a_note_of_its_source() -> None:
    chat = review_of("Lost", [("A", "Hello there.")])
    chat = chat.commented(comment(replace(chat.words(1, "there"), found=False, quote="gone"), 1, Verdict.NONE, "Why?"))
    tree = tree_of(project_of(chat))
    assert tree.find(".//q:TextSource/q:NoteRef", NS).get("targetGUID") == tree.find(".//q:Note", NS).get("guid")
    assert tree.findtext(".//q:PlainTextContent", "", NS) == "“gone”\n\nWhy?"


def test_equal_reviews_give_equal_bytes_without_the_time_of_day() -> None:
    first, second = project_of(tablet_order()), project_of(tablet_order())
    assert first == second
    parts = zipfile.ZipFile(io.BytesIO(first))
    assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert parts.namelist()[0] == "project.qde"
    assert all(name == "project.qde" or name.startswith("sources/") for name in parts.namelist())


def _words(selection, text: str) -> str:
    return text[int(selection.get("startPosition")) : int(selection.get("endPosition"))]


def test_positions_hold_where_programs_would_count_otherwise() -> None:
    chat: Reviewed = review_of("Ends", [("\ufeffA", "one\r\ntwo\rthree \x00 😀 end"), ("B", "")])
    project = project_of(chat.commented(comment(chat.words(1, "end"), 1, Verdict.NONE, "x")))
    source = tree_of(project).find(".//q:TextSource", NS)
    text = text_of(project, source)
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert _words(source.findall("q:PlainTextSelection", NS)[-1], text) == "end"
    assert _words(source.findall("q:PlainTextSelection", NS)[1], text) == "B: "
