"""Reports in Markdown and in plain text, the first read by a real Markdown reader."""

import html
import re
from dataclasses import replace
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reviewer import importers
from reviewer.domain.review import Reply
from reviewer.exporters.formats import FORMATS
from reviewer.exporters.markdown import inline, quoted
from reviewer.importers.base import Source
from tests.exporters.cases import made_for, tablet_order
from tests.exporters.hostile_words import TURNS, hostile_chat
from tests.exporters.reviews import Reviewed, identity, review_of

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
MORE = (
    "", " ", "===", "a\n===\nb", "x\n---", "1) one", "+ plus", "~~~\ncode\n~~~", "trailing  \nblanks  ",
    "&copy; &#65;", "http://example.invalid/a_b_c", "<http://x.invalid>", "*a* **b** _c_", "- [ ] task", "\ttab first",
    "\\", "a\\\nb", "|---|", "[x]: http://x.invalid", "!", "`` ` ``", "    code", "#", "line\r\nline\rline",
)  # fmt: skip
QUOTE = {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"}
WORDS = {"text", "text_special", "hardbreak", "softbreak"}


def report(name: str, kind: str, chat: Reviewed) -> str:
    return made_for(FORMATS[name], kind, chat)[f"{kind}.{name}"].decode("utf-8")


def plain(tokens: list[Token]) -> str:
    """The words that a reader would see; paragraphs are parted by an empty line."""
    parts = (one.children or () for one in tokens if one.type == "inline")
    texts = ["".join("\n" if "break" in one.type else one.content for one in part) for part in parts]
    return "\n\n".join(texts)


def as_held(text: str) -> str:
    """Markdown has one kind of line end, and one gap between paragraphs; no more."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = ["" if not line.strip(" \t") else line for line in text.split("\n")]
    return re.sub("\n\n+", "\n\n", "\n".join(lines)).strip("\n")


@pytest.mark.parametrize("text", [*TURNS, *MORE])
def test_words_mean_nothing_to_markdown(text: str) -> None:
    tokens = READER.parse(quoted(text))
    assert {one.type for one in tokens} <= {
        "blockquote_open",
        "blockquote_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
    }
    assert plain(tokens) == as_held(text)


@pytest.mark.parametrize("text", [*TURNS, *MORE])
def test_words_in_a_table_stay_in_their_cell(text: str) -> None:
    tokens = READER.parse(f"| a | b |\n|---|---|\n| {inline(text)} | end |\n")
    cells = [one for one in tokens if one.type == "inline"]
    assert len(cells) == 4
    assert plain(cells[2:3]).strip() == " ".join(re.split("[\r\n]", text.replace("\r\n", "\n"))).strip()


def test_no_markup_of_the_chat_is_markup_of_the_report() -> None:
    page = READER.render(report("md", "feedback", hostile_chat()))
    assert "<script" not in page
    assert "href" not in page
    assert "<img" not in page
    for text in TURNS:
        assert as_held(text).split("\n")[0].strip() in html.unescape(page)


@pytest.mark.parametrize("name", ["md", "txt"])
def test_the_report_says_everything(name: str) -> None:
    chat = tablet_order()
    said = report(name, "feedback", chat)
    said = plain(READER.parse(said)) if name == "md" else said
    full = chat.full
    wanted = [full.review.headline, *(turn.text for turn in chat.turns), *(one.text for one in full.annotations)]
    wanted += [one.note for one in full.ratings] + [one.text for one in full.answers]
    wanted += [one.text for one in full.changes if one.kind.value != "removed"] + [one.reason for one in full.changes]
    wanted += [point.text for point in (*full.review.worked, *full.review.to_change, *full.review.try_next)]
    flat = " ".join(said.split())
    assert not [one for one in wanted if " ".join(one.split()) not in flat]
    assert "39 of 100" in said


@pytest.mark.parametrize("name", ["md", "txt"])
def test_replies_and_comments_without_a_place_are_in_the_report(name: str) -> None:
    chat = tablet_order()
    first, *rest = chat.full.annotations
    reply = Reply(identity("7", 1), rest[0].id, chat.full.reviewer.id, "So be it.")
    lost = replace(first, anchor=replace(first.anchor, found=False))
    full = replace(chat.full, annotations=(*rest, lost), replies=(reply,))
    said = report(name, "feedback", replace(chat, full=full))
    assert "Reviewer A: So be it." in said
    assert first.anchor.quote in said[said.index("Comments without a place") :]


@pytest.mark.parametrize("name", ["md", "txt"])
def test_a_chat_that_nobody_reviewed_has_a_report_too(name: str) -> None:
    said = report(name, "feedback", review_of("Empty", [("Mira", "Hello."), ("", "Mira left.")]))
    assert "Hello." in said
    assert "System" in said


def test_plain_text_holds_all_signs() -> None:
    said = report("txt", "revised", hostile_chat())
    assert all(f"{text} ?" in said for text in TURNS)


def test_the_revised_dialogue_as_text_can_be_read_in_again() -> None:
    content = report("txt", "revised", tablet_order()).encode()
    (found,) = importers.read(Source("revised.txt", content)).conversations
    said: list[Any] = [turn.text for turn in found.turns]
    assert "Yes, £174 in total as it stands. Let me look at your account; I may be able to take the charge off." in said
    assert {one.name for one in found.speakers} >= {"Dana R.", "Customer"}
