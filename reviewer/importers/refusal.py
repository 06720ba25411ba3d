"""Why a file is refused: one sentence that says what it is, and what to do."""

import json
import re
from typing import Final

from reviewer.errors import NoConversation, Unreadable
from reviewer.importers.base import Source

_MAGIC: Final = (
    (b"PK\x03\x04", "a zip archive, or a Word, Excel or OpenDocument file"),
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file"),
    (b"SQLite format 3", "a database file"),
)
_TELLS: Final = (
    (re.compile(r"\A\s*<(?:!doctype|html|\?xml|[a-z]+[ >])", re.IGNORECASE), "a web page or XML"),
    (
        re.compile(r"^\s*(?:def |class |import |from \w+ import |#include|function |public |const |var )", re.M),
        "program code",
    ),
    (
        re.compile(r"^\S*\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S* +(?:\[?(?:INFO|WARN|ERROR|DEBUG))", re.M),
        "a log of a program",
    ),
)
_MOST_CONTROLS: Final = 0.02
_HARMLESS: Final = "\t\n\r\f\x0b\x1c\x1d\x1e\x1f\x02\x03"


def refuse_bytes(source: Source) -> None:
    """Refuses what is certainly no text.

    Raises:
        Unreadable: it is empty, of a kind that is not read, or binary.
    """
    for magic, kind in _MAGIC:
        if source.content.startswith(magic):
            raise Unreadable(
                f"{source.name} is {kind}, a form that this version does not read. Save the chat as text first."
            )


def refuse_text(source: Source, text: str) -> None:
    """Refuses text that holds nothing to read.

    Raises:
        Unreadable: it is empty, or control characters say that it is no text.
    """
    if not text.strip():
        raise Unreadable(f"{source.name} could not be read: it holds no text.")
    spoiled = text.count("\ufffd")
    controls = spoiled + sum(
        text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f\x0b\x1c\x1d\x1e\x1f\x02\x03"
    )
    if controls > _MOST_CONTROLS * len(text):
        raise Unreadable(f"{source.name} could not be read: it is not text. Save the chat as text first.")


def no_conversation(source: Source, text: str) -> NoConversation:
    """The error for readable text without a chat, with what it looks like instead."""
    looks = _looks_like(text)
    if looks:
        return NoConversation(
            f"{source.name} holds no conversation that could be found: it looks like {looks}, which this version "
            "does not read. Save the chat as text first."
        )
    return NoConversation(
        f"{source.name} holds no conversation: no two names start lines again and again, as in “Name: text”. "
        "Check that the chat itself was saved."
    )


def _looks_like(text: str) -> str | None:
    head = text[:65536].lstrip()
    if head[:1] in ("{", "[") and _is_json(text):
        return "JSON"
    for tell, kind in _TELLS:
        if tell.search(head):
            return kind
    lines = [line for line in head.split("\n")[:50] if line.strip()]
    for separator, kind in ((",", "a table (CSV)"), ("\t", "a table"), (";", "a table (CSV)")):
        counts = {line.count(separator) for line in lines}
        if len(lines) > 2 and len(counts) == 1 and counts.pop() >= 2:
            return kind
    return None


def _is_json(text: str) -> bool:
    try:
        json.loads(text.split("\n", 1)[0] if text.count("\n") > 10_000 else text)
    except (ValueError, RecursionError):
        return text.lstrip()[:2] in ('{"', "[{", '["')
    return True
