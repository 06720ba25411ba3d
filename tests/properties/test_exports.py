"""Any words, in any form, come back as they were, but for signs that the form cannot hold."""

import csv
import io
import json
import re
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from reviewer.domain.annotation import Verdict
from reviewer.domain.xml_words import in_xml
from reviewer.exporters.csv_tables import defused
from reviewer.exporters.formats import FORMATS
from reviewer.exporters.markdown import quoted
from tests.exporters.cases import made_for
from tests.exporters.reviews import Reviewed, comment, review_of

ALPHABET = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("=+-@\t\r\n \"',;<>&|\\`*_[](){}#!~$123.\u2028\u202e\u200d\0\x1b😀"),
)
WORDS = st.text(ALPHABET, max_size=40)
READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def chat_of(first: str, second: str) -> Reviewed:
    chat = review_of(first, [(first or "A", second), ("B", first)])
    return chat.commented(comment(chat.whole(1, 2), 1, Verdict.CONCERN, first, second)).reworded(1, first, second)


def files(name: str, chat: Reviewed) -> list[bytes]:
    return list(made_for(FORMATS[name], "feedback", chat).values())


@given(WORDS, WORDS)
@settings(max_examples=150, deadline=None)
@example("\r\n", "\r")
def test_tables(first: str, second: str) -> None:
    chat = chat_of(first, second)
    _, comments, changes = files("csv", chat)
    rows = list(csv.reader(io.StringIO(comments.decode("utf-8-sig"), newline=""), strict=True))
    assert rows[1][8:10] == [defused(first), defused(second)]
    rows = list(csv.reader(io.StringIO(changes.decode("utf-8-sig"), newline=""), strict=True))
    assert rows[1][6:9] == [defused(second), defused(first), defused(second)]
    (book,) = files("xlsx", chat)
    cells = [cell.value for cell in list(load_workbook(io.BytesIO(book))["Comments"].rows)[1]]
    assert [cell or "" for cell in cells[8:10]] == [in_xml(first), in_xml(second)]


@given(WORDS, WORDS)
@settings(max_examples=150, deadline=None)
def test_json_forms(first: str, second: str) -> None:
    chat = chat_of(first, second)
    annotations, text = files("webanno", chat)
    (one,) = json.loads(annotations)["first"]["items"]
    position, quote = one["target"]["selector"]
    assert text.decode("utf-8")[position["start"] : position["end"]] == quote["exact"] == f"{second}\n{first}"
    utterances, *_ = files("convokit", chat)
    assert [json.loads(line)["text"] for line in utterances.decode("utf-8").split("\n") if line] == [second, first]
    tasks, _ = files("labelstudio", chat)
    assert [turn["text"] for turn in json.loads(tasks)[0]["data"]["dialogue"]] == [second, first]
    pairs: list[Any] = [json.loads(line) for line in files("jsonl", chat)[0].decode("utf-8").split("\n") if line]
    assert [one["chosen"][0]["content"] for one in pairs] == ([first] if first != second else [])


@given(WORDS, WORDS)
@settings(max_examples=150, deadline=None)
def test_tei(first: str, second: str) -> None:
    (content,) = files("tei", chat_of(first, second))
    tree = etree.fromstring(content)
    name = "{http://www.tei-c.org/ns/1.0}"
    assert [one.findtext(f"{name}p") for one in tree.iter(f"{name}post")] == [in_xml(second), in_xml(first)]


@given(WORDS)
@settings(max_examples=600, deadline=None)
def test_markdown(words: str) -> None:
    tokens = READER.parse(quoted(words))
    assert {one.type.removesuffix("_open").removesuffix("_close") for one in tokens} <= {
        "blockquote",
        "paragraph",
        "inline",
    }
    kinds = {child.type for one in tokens for child in one.children or ()}
    assert kinds <= {"text", "text_special", "hardbreak", "softbreak"}
    said = "".join(child.content for one in tokens for child in one.children or ())
    assert re.sub(r"\s", "", said) == re.sub(r"\s", "", words.replace("\0", "\ufffd"))
