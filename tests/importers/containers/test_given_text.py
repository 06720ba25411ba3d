"""Long chats that others wrote, put into documents with the usual libraries, come back turn by turn."""

from pathlib import Path

import openpyxl
import pytest

from reviewer.importers.decoding import split_lines
from tests.importers.containers import building
from tests.importers.reading import chat, said

GIVEN = {
    "speakers": "name_colon_txt/nc_lsp__2024-07-29-specification-call.md",
    "phone": "whatsapp_txt/wa_cm_ddmmyy__test_ddmmyy_24hrs.txt",
}


@pytest.fixture(params=GIVEN, ids=str)
def text(request: pytest.FixtureRequest, shared: Path) -> str:
    return (shared / "corpus" / GIVEN[request.param]).read_text(encoding="utf-8-sig").replace("\r\n", "\n")


def spoken(content: str | bytes, name: str) -> list[tuple[str | None, str]]:
    return [turn for turn in said(chat(content, name)) if turn[0]]


def open_document(lines: list[str]) -> bytes:
    escaped = (line.replace("&", "&amp;").replace("<", "&lt;") for line in lines)
    return building.open_document("".join(f"<text:p>{line}</text:p>" for line in escaped))


@pytest.mark.parametrize("form", ["docx", "odt", "rtf", "eml", "zip"])
def test_the_same_turns(text: str, form: str):
    lines = split_lines(text)
    made = {
        "docx": lambda: building.word(tuple(lines)),
        "odt": lambda: open_document(lines),
        "rtf": lambda: building.rich_text(tuple(lines)),
        "eml": lambda: building.mail(text),
        "zip": lambda: building.zipped({"_chat.txt": text}),
    }
    assert spoken(made[form](), f"given.{form}") == spoken(text, "given.txt")


def test_the_same_turns_from_a_pdf(shared: Path):
    text = (shared / "corpus" / GIVEN["speakers"]).read_text(encoding="utf-8")
    turns = [f"{name}: {words.encode('ascii', 'replace').decode()[:70]}" for name, words in said(chat(text)) if name]
    pages = [turns[at : at + 40] for at in range(0, len(turns), 40)]
    assert said(chat(building.printed(pages), "given.pdf")) == said(chat("\n".join(turns)))


def test_the_same_turns_from_a_sheet(text: str):
    turns = [(name, words) for name, words in said(chat(text)) if name and words]
    book = openpyxl.Workbook()
    book.active.append(["speaker", "text"])
    for row in turns:
        book.active.append(row)
    assert said(chat(building.saved(book), "given.xlsx")) == turns
