"""Why a file is refused: one sentence that says what it is, and what to do."""

import csv
import json
import re
from io import StringIO
from itertools import islice
from pathlib import PurePath
from typing import Final

from reviewer.errors import NoConversation, Unreadable
from reviewer.importers.base import Source

_MAGIC: Final = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM\x00", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!\x1a", "a packed file"),
    (b"BZh91AY", "a packed file"),
    (b"\xfd7zXZ", "a packed file"),
    (b"SQLite format 3\x00", "a database file"),
    (b"\x7fELF", "a program"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
_WRAPPED: Final = (
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_KINDS: Final = {
    ".docx": "a Word document",
    ".xlsx": "an Excel sheet",
    ".pptx": "a PowerPoint file",
    ".odt": "an OpenDocument text",
    ".ods": "an OpenDocument sheet",
    ".pages": "a Pages document",
    ".numbers": "a Numbers sheet",
    ".epub": "an e-book",
}
_ZIP_SIGNS: Final = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel sheet"),
    (b"opendocument.text", "an OpenDocument text"),
)
_HEAD: Final = 65536
_MOST_CONTROLS: Final = 0.02
# Damaged text has some of these, as each stands for a sign that was lost.
_MOST_LOST: Final = 0.2
_CONTROLS: Final = re.compile("[\x00\x01\x04-\x08\x0e\x10-\x1b]")

_PAGE: Final = "a web page or XML"
_MARKUP: Final = re.compile(
    r"\A<(?:!doctype|!--|\?xml"
    r"|(?:html|head|body|title|meta|link|style|script|div|p|span|section|article|main|table|tr|td|ul|ol|li|h[1-6]|font"
    r"|b|i|br|a|chat|log|svg)(?=[ />\n])"
    r"|[a-z][\w:.-]{0,40}(?: [\w:.-]{1,40}=[\"']|/>|>\s{0,99}<[a-z]))",
    re.IGNORECASE,
)
_JSON: Final = re.compile(r"\A(?:\{\s{0,99}\"|\[\s{0,99}[{\[\"]|\{\s{0,9}\}|\[\s{0,9}\])")
_SUBTITLE: Final = re.compile(r"^(?:\d{1,2}:)?\d{1,2}:\d\d[.,]\d{3}[ \t]{0,3}(?:-->|,)[ \t]{0,3}\d", re.MULTILINE)
_CODE: Final = re.compile(
    r"^[ \t]{0,40}(?:def \w+\(|class \w+\s{0,3}[:({]|import [\w.{*]+|from [\w.]+ import |#include\b|#define\b"
    r"|function \w*\(|(?:public|private|protected|static|const|let|var|return)\b.{0,200}[;{(=]|[}\])]+[;,)]{0,3}$"
    r"|(?:public|private|protected|else|try|finally|default):$|.{0,200}[;{]$)",
    re.MULTILINE,
)
_CODE_SHARE: Final = 0.25
_SURE_CODE: Final = re.compile(
    r"^[ \t]{0,40}(?:(?:async )?def \w{1,60}\(|class \w{1,60}(?:\(.{0,80}\))?:$|@\w[\w.]{0,60}(?:\(.{0,200}\))?$"
    r"|from [\w.]{1,80} import |import [\w.]{1,80}$|#include\b|function \w{0,60}\("
    r"|(?:public|private|static) .{0,200}[;{]$)",
    re.MULTILINE,
)
_SURE_CODE_SHARE: Final = 0.05
_CODE_LINES: Final = 3
_LOG: Final = re.compile(
    r"^(?=.{0,60}\d\d:\d\d:\d\d)(?=.{0,120}\b(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|CRITICAL|NOTICE)\b)"
    r"|^\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|CRITICAL)\]?\s{0,4}[:\s]"
    r"|^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [^<*\s]\S{0,59} \S{1,60}?(?:\[\d{1,9}\])?:",
    re.MULTILINE,
)
_LOG_SHARE: Final = 0.3
_CHANGED: Final = re.compile(r"^\t\* \S[^:\n]{0,200}:", re.MULTILINE)
_CHANGED_SHARE: Final = 0.1
_SEPARATORS: Final = (",", "\t", ";")
_ROWS: Final = 50
_LONGEST_LINE: Final = 100_000
_LINE_END: Final = re.compile("[\r\n]")

JSON: Final = "JSON"
PAGE: Final = "a web page or XML"
SUBTITLES: Final = "subtitles"
LOG: Final = "a log of a program"
CODE: Final = "program code"
CHANGES: Final = "a list of changes"
TABLE: Final = "a table"
_REASONS: Final = {
    JSON: "holds JSON without a conversation: no list of records has a text and a speaker.",
    PAGE: "is a web page or XML without a conversation: no part of it repeats a name with words beside it.",
    SUBTITLES: "looks like subtitles, but none of them could be read as words with a time.",
    LOG: "looks like a log of a program, not like a conversation.",
    CHANGES: "looks like a list of changes to a program, not like a conversation.",
    CODE: "looks like program code, not like a conversation.",
    TABLE: "holds a table without a conversation: no columns were found with a speaker and a text.",
}


def refuse_bytes(source: Source) -> None:
    """Refuses what is certainly no text. What wraps text has been unpacked before, so it comes here only when damaged.

    Raises:
        Unreadable: it is of a kind that is not read.
    """
    head = source.content[:_HEAD]
    wrapped = next((kind for magic, kind in _WRAPPED if head.startswith(magic)), None)
    if head.startswith(_ZIP):
        wrapped = _ZIP_KINDS.get(PurePath(source.name).suffix.lower()) or next(
            (kind for sign, kind in _ZIP_SIGNS if sign in head), "a zip archive"
        )
    if wrapped:
        what = f"{source.name} looks like {wrapped}, but it is damaged or of a form that the program does not know."
        raise Unreadable(f"{what} Open it in the program it comes from and save it as text.")
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
    if head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI ")):
        kind = "a picture, sound or film"
    if kind:
        raise Unreadable(f"{source.name} is {kind}, and holds no text. Save the chat as text first.")


def refuse_text(source: Source, text: str) -> None:
    """Refuses text that holds nothing to read.

    Raises:
        Unreadable: it is empty, or control characters say that it is no text.
    """
    if not text.strip():
        raise Unreadable(f"{source.name} could not be read: it holds no text.")
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text) or text.count("\ufffd") > _MOST_LOST * len(text):
        raise Unreadable(f"{source.name} could not be read: it is not text. Save the chat as text first.")


def no_conversation(source: Source, text: str) -> NoConversation:
    """The error for readable text without a chat, with what it looks like instead."""
    looks = looks_like(text) or _table(text[:_HEAD])
    if looks:
        return NoConversation(f"{source.name} {_REASONS[looks]}")
    if len(text) > _LONGEST_LINE and not _LINE_END.search(text, 0, _LONGEST_LINE):
        return NoConversation(
            f"{source.name} holds no conversation: its first line alone has more than {_LONGEST_LINE:,} characters. "
            "Save the chat with one turn on each line."
        )
    return NoConversation(
        f"{source.name} holds no conversation: no two names start lines again and again, as in “Name: text”. "
        "Check that the chat itself was saved."
    )


def page_without_chat(source: Source) -> NoConversation:
    """The error for a web page or XML in which no chat was found."""
    return NoConversation(f"{source.name} {_REASONS[PAGE]}")


def looks_like(text: str) -> str | None:
    """What it certainly is, when that is something else than lines of a chat: one of the constants above."""
    head = text[:_HEAD].lstrip()
    if _JSON.match(head) and _is_json(text):
        return JSON
    if _MARKUP.match(head):
        return _PAGE
    if head.startswith("WEBVTT") or _SUBTITLE.search(head):
        return SUBTITLES
    lines = sum(1 for line in head.split("\n") if line.strip())
    logged = len(_LOG.findall(head))
    if logged >= _CODE_LINES and logged > _LOG_SHARE * lines:
        return LOG
    changed = len(_CHANGED.findall(head))
    if changed >= _CODE_LINES and changed > _CHANGED_SHARE * lines:
        return CHANGES
    for tell, share in ((_SURE_CODE, _SURE_CODE_SHARE), (_CODE, _CODE_SHARE)):
        coded = len(tell.findall(head))
        if coded >= _CODE_LINES and coded > share * lines:
            return CODE
    return None


def _table(head: str) -> str | None:
    for separator in _SEPARATORS:
        try:
            rows = [row for row in islice(csv.reader(StringIO(head, newline=""), delimiter=separator), _ROWS) if row]
        except csv.Error:
            continue
        widths = {len(row) for row in (rows[:-1] if len(rows) > 2 else rows)}
        if len(rows) > 1 and len(widths) == 1 and widths.pop() > 2:
            return TABLE
    return None


def _is_json(text: str) -> bool:
    if text.lstrip()[:1] == "{" or len(text) > _HEAD:
        return True
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
