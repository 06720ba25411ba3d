"""ConvoKit corpora and Label Studio tasks, read back after their documented layouts."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import pytest

from reviewer.exporters.convokit_corpus import seconds
from reviewer.exporters.formats import FORMATS
from tests.exporters.cases import made_for, right_to_left, tablet_order
from tests.exporters.hostile_words import TURNS, hostile_chat
from tests.exporters.reviews import Reviewed

TYPES = {"<class 'str'>": str, "<class 'int'>": int, "<class 'float'>": float, "<class 'bool'>": bool,
         "<class 'list'>": list, "<class 'dict'>": dict}  # fmt: skip
FIELDS = {"id", "conversation_id", "text", "speaker", "meta", "reply-to", "timestamp", "vectors"}


@dataclass(frozen=True)
class Corpus:
    """What ConvoKit's loader takes from the five files."""

    utterances: dict[str, dict[str, Any]]
    speakers: dict[str, dict[str, Any]]
    conversations: dict[str, dict[str, Any]]
    overall: dict[str, Any]
    index: dict[str, Any]

    def thread(self, conversation: str) -> Iterator[dict[str, Any]]:
        """The utterances of a conversation along their replies, from the one that replies to none."""
        own = [one for one in self.utterances.values() if one["conversation_id"] == conversation]
        reply_to = {one["reply-to"]: one for one in own}
        assert len(reply_to) == len(own)
        last = None
        while last in reply_to:
            yield reply_to[last]
            last = reply_to[last]["id"]


def corpus(kind: str, *chats: Reviewed) -> Corpus:
    folder = "corpus" if kind == "feedback" else "revised-corpus"
    files = made_for(FORMATS["convokit"], kind, *chats)
    assert set(files) == {
        f"{folder}/{name}"
        for name in ("utterances.jsonl", "speakers.json", "conversations.json", "corpus.json", "index.json")
    }
    lines = [json.loads(line) for line in files[f"{folder}/utterances.jsonl"].decode("utf-8").split("\n") if line]
    parts = [json.loads(files[f"{folder}/{name}.json"]) for name in ("speakers", "conversations", "corpus", "index")]
    return Corpus({one["id"]: one for one in lines}, *parts)


@pytest.mark.parametrize("kind", ["feedback", "revised"])
def test_the_corpus_holds_together(kind: str) -> None:
    found = corpus(kind, tablet_order(), right_to_left(), hostile_chat())
    assert {one["conversation_id"] for one in found.utterances.values()} <= set(found.conversations)
    for one in found.utterances.values():
        assert set(one) == FIELDS
        assert one["speaker"] in found.speakers
        assert one["conversation_id"] in found.utterances
    assert set(found.index) >= {"utterances-index", "speakers-index", "conversations-index", "overall-index", "version"}


def test_metadata_is_of_the_kinds_that_the_index_says() -> None:
    found = corpus("feedback", tablet_order(), right_to_left())
    tops = ((found.utterances, "utterances"), (found.speakers, "speakers"), (found.conversations, "conversations"))
    for objects, name in tops:
        kinds = found.index[f"{name}-index"]
        for one in objects.values():
            assert set(one["meta"]) == set(kinds)
            for key, value in one["meta"].items():
                assert value is None or type(value) is TYPES[kinds[key][0]], key
    assert set(found.overall) == set(found.index["overall-index"])


def test_the_thread_is_the_chat() -> None:
    chat = hostile_chat()
    found = corpus("feedback", chat)
    (conversation,) = found.conversations
    assert [one["text"] for one in found.thread(conversation)] == list(TURNS)
    revised = corpus("revised", chat)
    assert [one["text"] for one in revised.thread(conversation)] == [text + " ?" for text in TURNS]


def test_comments_and_revised_words_are_metadata() -> None:
    chat = tablet_order()
    found = corpus("feedback", chat).utterances
    comments = [one for utterance in found.values() for one in utterance["meta"]["comments"]]
    assert sorted(one["number"] for one in comments) == list(range(1, len(chat.full.annotations) + 1))
    removed = next(one for one in found.values() if one["text"] == "Do you already have an account with us?")
    assert (removed["meta"]["changed"], removed["meta"]["revised"]) == (True, None)
    for utterance in found.values():
        for one in utterance["meta"]["comments"]:
            if one["last_turn"] == utterance["meta"]["number"]:
                assert utterance["text"][one["start"] : one["end"]] == one["words"]


@pytest.mark.parametrize(
    ("sent_at", "moment"),
    [(None, None), ("T10:02:00", None), ("2026-03-03T10:02:00", None), ("1970-01-01T01:00:05+01:00", 5)],
)
def test_only_a_time_with_an_offset_is_a_moment(sent_at: str | None, moment: int | None) -> None:
    assert seconds(sent_at) == moment


def tasks(*chats: Reviewed) -> tuple[list[dict[str, Any]], ElementTree.Element]:
    files = made_for(FORMATS["labelstudio"], "feedback", *chats)
    return json.loads(files["tasks.json"]), ElementTree.fromstring(files["labels.xml"].decode("utf-8"))


def test_every_result_names_a_tag_and_a_label_of_the_setup() -> None:
    found, setup = tasks(tablet_order(), hostile_chat())
    tags = {one.get("name"): one for one in setup if one.get("name")}
    labels = {one.get("value") for one in setup.iter("Label")}
    choices = {one.get("value") for one in setup.iter("Choice")}
    results = [one for task in found for annotation in task["annotations"] for one in annotation["result"]]
    assert results
    for one in results:
        assert tags[one["from_name"]].tag.lower() == one["type"]
        assert tags[one["to_name"]].tag == "Paragraphs"
        assert set(one["value"].get("paragraphlabels", ())) <= labels
        assert set(one["value"].get("choices", ())) <= choices
    assert setup.find("Paragraphs").get("value") == "$dialogue"


@pytest.mark.parametrize("made", [tablet_order, right_to_left, hostile_chat])
def test_regions_hit_their_words(made: Any) -> None:
    ((task,), _) = tasks(made())
    said = [one["text"] for one in task["data"]["dialogue"]]
    assert said == [turn.text for turn in made().turns]
    for one in task["annotations"][0]["result"]:
        value = one["value"]
        first, last = int(value["start"]), int(value["end"])
        if one["type"] == "paragraphlabels" and first == last:
            assert said[first][value["startOffset"] : value["endOffset"]] == value["text"]
        elif one["type"] == "paragraphlabels":
            assert "\n".join(said[first : last + 1])[value["startOffset"] :].startswith(value["text"])


def test_a_chat_without_comments_is_a_task_all_the_same() -> None:
    found, _ = tasks(right_to_left(), right_to_left())
    assert len(found) == 2
