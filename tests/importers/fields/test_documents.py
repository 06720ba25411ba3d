"""JSON is recognised by what it holds, parsed in any encoding, and what is wrong with it is told with its place."""

import json

import pytest

from reviewer import importers
from reviewer.errors import Unreadable
from reviewer.importers.base import SNIFFED, Source
from reviewer.importers.fields import documents
from tests.importers.reading import chat, found, said, source

TURNS = [
    {"speaker": "Ines", "text": "The kettle I bought does not switch off."},
    {"speaker": "Jon", "text": "That is not safe. I send you another one."},
]
EXPECTED = [(one["speaker"], one["text"]) for one in TURNS]
MISTAKE = (
    "kettle.json could not be read: the JSON has a mistake at line 1, column 21 (expecting ',' delimiter). "
    "Mend it, or export it again."
)
CHAT = json.dumps({"messages": TURNS}, ensure_ascii=False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_any_encoding_is_read(encoding: str):
    assert said(chat(CHAT.encode(encoding), "kettle.json")) == EXPECTED


@pytest.mark.parametrize("name", ["kettle.json", "kettle.txt", "kettle"])
def test_what_it_holds_counts_and_not_its_name(name: str):
    assert found(CHAT, name).format == "json"


@pytest.mark.parametrize("text", ["[10:02] Ines: Hello.", "[Ines] Hello.", "{not json}", "Ines: {} is empty", ""])
def test_other_text_is_no_json(text: str):
    assert not documents.is_json(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            '{"messages": [\n  {"speaker": "Ines", "te',
            "kettle.json could not be read: the JSON breaks off at line 2, column 23. Save or export it again.",
        ),
        (
            '[{"speaker": "Ines", "text": "Hello."}',
            "kettle.json could not be read: the JSON breaks off at line 1, column 39. Save or export it again.",
        ),
        (
            '[{"speaker": "Ines" "text": "Hi."}]',
            MISTAKE,
        ),
    ],
)
def test_the_sentence_names_line_and_column(text: str, sentence: str):
    with pytest.raises(Unreadable) as refused:
        found(text, "kettle.json")
    assert refused.value.sentence == sentence


@pytest.mark.parametrize("nested", ["[" * 50_000 + "]" * 50_000, '{"a":' * 50_000 + "1" + "}" * 50_000])
def test_endless_nesting_is_refused(nested: str):
    with pytest.raises(Unreadable, match="lists within lists without end"):
        found(f'{{"messages": {json.dumps(TURNS)}, "rest": {nested}}}', "kettle.json")


@pytest.mark.parametrize("odd", ["9" * 10_000, "-" + "9" * 10_000, "NaN", "-Infinity", "1e999", '"\\udc00"'])
def test_odd_values_beside_the_turns_do_no_harm(odd: str):
    assert said(chat(f'{CHAT[:-1]}, "odd": {odd}}}', "kettle.json")) == EXPECTED


def test_halves_of_characters_are_replaced_in_words_and_names():
    text = '[{"speaker": "Ines\\ud800", "text": "Off \\udc00 on \\ud83d\\ude00."}, {"speaker": "Jon", "text": "Yes."}]'
    assert said(chat(text, "kettle.json"))[0] == ("Ines\ufffd", "Off \ufffd on 😀.")


def test_the_head_of_a_long_document_has_its_lists_cut_short():
    text = json.dumps({"messages": TURNS * 4000})
    document = documents.head_of(source(text, "long.json"))
    assert len(text) > SNIFFED
    assert document is not None
    assert document.value["messages"][:2] == TURNS
    assert 0 < len(document.value["messages"]) < 8000


def test_a_first_look_reads_the_head_alone():
    whole = source(json.dumps({"messages": TURNS * 4000}), "long.json")
    look = importers.read(whole, most=20_000)
    assert look.partial
    assert 100 < len(look.conversations[0].turns) < 1000
    assert not importers.read(whole).partial


def test_a_list_before_the_turns_may_fill_the_head():
    text = json.dumps({"sizes": list(range(100_000)), "messages": TURNS})
    assert said(chat(text, "sizes.json")) == EXPECTED


def test_the_encoding_is_that_of_the_file():
    assert importers.read(Source("kettle.json", CHAT.encode("utf-16"))).encoding == "utf-16"
