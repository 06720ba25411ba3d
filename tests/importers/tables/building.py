"""One chat in rows, written as delimited text and as sheets, and short ways to read it back."""

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

import openpyxl

from reviewer import importers
from reviewer.importers.base import DEFAULTS, Found, LineKind, Options, Source
from tests.importers.containers.building import saved, zipped

Rows = Sequence[Sequence[Any]]

HEADINGS = ("chat_id", "sender", "message", "sent_at")
CHAT: Rows = (
    HEADINGS,
    ("k-1", "Ola Berg", "My lamp “Lumen” hums, and then:\nit goes out 🙂", "2026-03-02T10:02:00"),
    ("k-1", "Mira", "How can I help you with that?", "2026-03-02T10:02:30"),
    ("k-1", "Ola Berg", 'It says "fault 7" on the side; what now?', "2026-03-02T10:03:00"),
    ("k-2", "Pia", "Is the green one back?", "2026-03-03T09:00:00"),
    ("k-2", "Mira", "Not yet, I am afraid.", "2026-03-03T09:01:00"),
)
SAID = [
    [("Ola Berg", CHAT[1][2]), ("Mira", CHAT[2][2]), ("Ola Berg", CHAT[3][2])],
    [("Pia", CHAT[4][2]), ("Mira", CHAT[5][2])],
]


def written(rows: Rows = CHAT, delimiter: str = ",", **form: Any) -> str:
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter, **form).writerows(rows)
    return text.getvalue()


def workbook(**sheets: Rows) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return book


def excel(**sheets: Rows) -> bytes:
    return saved(workbook(**(sheets or {"Chats": CHAT})))


def open_document(body: str, **files: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    content = f"<office:document-content {spaces}>{body}</office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content, **files})


def found(content: str | bytes, name: str = "chats.csv", options: Options = DEFAULTS) -> Found:
    """What is found, after a check that every row is one thing."""
    whole = content if isinstance(content, bytes) else content.encode()
    result = importers.read(Source(name, whole), options)
    check(result)
    return result


def check(result: Found) -> None:
    """The parts of the ledger add up, and the rows of turns are those that the ledger calls so."""
    ledger = result.ledger()
    assert ledger.pop("total") == len(result.lines) == len(result.texts) == sum(ledger.values())
    theirs = {turn.where[0] for one in result.conversations for turn in one.turns}
    assert theirs == {
        number for number, kind in enumerate(result.lines, start=1) if kind in (LineKind.TURN, LineKind.SYSTEM)
    }
    for number, kind in enumerate(result.lines, start=1):
        assert (kind is LineKind.BLANK) == (not result.texts[number - 1].strip()) or kind is LineKind.TURN
    for problem in result.problems:
        assert problem.what.endswith(".")
        assert 1 <= problem.where[0] <= problem.where[1] <= len(result.lines)
        assert len(problem.excerpt) <= 80


def said(result: Found) -> list[list[tuple[str | None, str]]]:
    """Who says what in each conversation, by the names shown."""
    several: list[list[tuple[str | None, str]]] = []
    for one in result.conversations:
        names = {speaker.key: speaker.name for speaker in one.speakers}
        several.append([(names[turn.speaker] if turn.speaker else None, turn.text) for turn in one.turns])
    return several


def roles(result: Found) -> dict[str, str]:
    return {speaker.name: speaker.role.value for one in result.conversations for speaker in one.speakers}


def counts(result: Found, *kinds: LineKind) -> list[int]:
    return [result.ledger()[kind.value] for kind in kinds]
