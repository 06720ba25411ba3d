"""Comments as W3C annotations: the form, and that their positions hit their words."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reviewer.domain.review import Reply
from reviewer.exporters.formats import FORMATS
from tests.exporters.cases import made_for, right_to_left, tablet_order
from tests.exporters.hostile_words import hostile_chat
from tests.exporters.reviews import Reviewed, identity

SCHEMA = json.loads(Path(__file__).with_name("web_annotation_schema.json").read_text(encoding="utf-8"))
CHATS = pytest.mark.parametrize("made", [tablet_order, right_to_left, hostile_chat])


def collection(chat: Reviewed) -> tuple[dict[str, Any], str]:
    files = made_for(FORMATS["webanno"], "feedback", chat)
    return json.loads(files["annotations.jsonld"]), files["annotations.txt"].decode("utf-8")


@CHATS
def test_it_follows_the_model(made: Any) -> None:
    found, _ = collection(made())
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert found["total"] == len(found["first"]["items"])


@CHATS
def test_positions_and_quotes_hit_the_same_words(made: Any) -> None:
    chat = made()
    found, text = collection(chat)
    assert text == "\n".join(turn.text for turn in chat.turns)
    for one, annotation in zip(found["first"]["items"], chat.full.annotations, strict=True):
        position, quote = one["target"]["selector"]
        words = text[position["start"] : position["end"]]
        assert words == quote["exact"] == annotation.anchor.quote
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])
        assert one["target"]["source"]["id"] == "annotations.txt"


def test_bodies_say_criterion_verdict_comment_and_suggestion() -> None:
    chat = hostile_chat()
    found, _ = collection(chat)
    for one, annotation in zip(found["first"]["items"], chat.full.annotations, strict=True):
        said = {body["purpose"]: body["value"] for body in one["body"]}
        assert said.get("commenting", "") == annotation.text
        assert said.get("editing") == annotation.suggestion
        assert said["tagging"]


def test_replies_bear_the_name_of_who_wrote_them() -> None:
    chat = tablet_order()
    reply = Reply(identity("7", 1), chat.full.annotations[0].id, chat.full.reviewer.id, "So be it.")
    found, _ = collection(replace(chat, full=replace(chat.full, replies=(reply,))))
    last = found["first"]["items"][0]["body"][-1]
    assert (last["purpose"], last["value"], last["creator"]["name"]) == ("replying", "So be it.", "Reviewer A")


def test_a_comment_without_a_place_has_its_words_alone() -> None:
    chat = tablet_order()
    first, *rest = chat.full.annotations
    lost = replace(first, anchor=replace(first.anchor, found=False))
    found, _ = collection(replace(chat, full=replace(chat.full, annotations=(lost, *rest))))
    (selector,) = found["first"]["items"][0]["target"]["selector"]
    assert selector["type"] == "TextQuoteSelector"
    jsonschema.Draft202012Validator(SCHEMA).validate(found)


def test_a_review_without_comments_is_an_empty_collection() -> None:
    chat = tablet_order()
    found, _ = collection(replace(chat, full=replace(chat.full, annotations=())))
    assert (found["total"], found["first"]["items"]) == (0, [])
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
