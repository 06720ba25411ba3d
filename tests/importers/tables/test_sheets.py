"""Excel and OpenDocument sheets."""

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from reviewer import importers
from reviewer.errors import NoConversation, Unreadable
from reviewer.importers.base import Columns, LineKind, Options, Source, Unit
from tests.importers.containers.building import saved, zipped
from tests.importers.tables.building import CHAT, SAID, excel, found, open_document, said, workbook, written

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def changed(content: bytes, name: str, new: bytes | None) -> bytes:
    """The sheet with one part in it replaced, or left out."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts.pop(name)
    return zipped(parts if new is None else {**parts, name: new})


def test_the_same_turns_as_from_delimited_text():
    result = found(excel(), "chats.xlsx")
    plain = found(written())
    assert said(result) == said(plain) == SAID
    assert result.conversations == plain.conversations
    assert (result.lines, result.columns, result.headings) == (plain.lines, plain.columns, plain.headings)
    assert (result.format, result.unit, result.question) == ("xlsx", Unit.RECORD, None)


def test_cells_that_are_not_words():
    rows = [
        ("chat_id", "speaker_id", "text", "sent_at"),
        (1001.0, 7, "it hums_x000D_\nand blinks", datetime.fromisoformat("2026-03-02T10:02:00")),
        (1001.0, 8, 42, datetime.fromisoformat("2026-03-02T10:03:00")),
        (1001.0, 7, 2.5, date(2026, 3, 3)),
        (1001.0, 8, True, time(10, 4)),
    ]
    result = found(excel(A=rows), "a.xlsx")
    (conversation,) = result.conversations
    assert conversation.title == "1001"
    assert said(result)[0] == [("7", "it hums\nand blinks"), ("8", "42"), ("7", "2.5"), ("8", "TRUE")]
    assert [turn.sent_at for turn in conversation.turns] == [
        "2026-03-02T10:02:00",
        "2026-03-02T10:03:00",
        "2026-03-03T00:00:00",
        "T10:04:00",
    ]


def test_a_formula_is_never_worked_out():
    rows = [
        ("sender", "text"),
        ("Ola", "it hums"),
        ("Bo", '=HYPERLINK("http://a.example","since when")'),
        ("Ola", "=1+1"),
    ]
    result = found(excel(A=rows), "a.xlsx")
    assert said(result)[0][1:] == [("Bo", '=HYPERLINK("http://a.example","since when")'), ("Ola", "=1+1")]
    assert [problem.what for problem in result.problems] == [
        "2 cells hold a formula without a result. The formula was taken as text."
    ]


def test_a_formula_whose_result_was_saved():
    content = excel(A=[("sender", "text"), ("Ola", "it hums"), ("Bo", "=1+1"), ("Ola", "it blinks")])
    sheet = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")
    assert b"<v></v>" in sheet or b"<v />" in sheet or b"<v/>" in sheet
    for empty in (b"<v></v>", b"<v />", b"<v/>"):
        sheet = sheet.replace(empty, b"<v>2</v>")
    result = found(changed(content, "xl/worksheets/sheet1.xml", sheet), "a.xlsx")
    assert said(result)[0][1] == ("Bo", "2")
    assert result.problems == ()


def test_several_sheets():
    book = workbook(Sums=[("a", "b"), (1, 2)], March=CHAT, Hidden=CHAT[:4])
    book["Hidden"].sheet_state = "hidden"
    result = found(saved(book), "chats.xlsx")
    assert said(result) == [*SAID, SAID[0]]
    assert result.lines[:3] == (LineKind.SKIPPED, LineKind.SKIPPED, LineKind.PREAMBLE)
    assert [(problem.where, problem.what) for problem in result.problems] == [
        ((1, 2), "Sheet “Sums” holds no chat. It was left out."),
        ((9, 12), "Sheet “Hidden” is hidden. It was read."),
    ]


def test_columns_are_chosen_where_a_sheet_has_them():
    book = workbook(Sums=[(1, 2, 3, 4), (5, 6, 7, 8)], March=CHAT)
    result = found(saved(book), "chats.xlsx", Options(columns=Columns(2, 1)))
    assert [len(one.turns) for one in result.conversations] == [5]
    assert result.columns == Columns(2, 1)


def test_a_first_look_reads_the_head():
    rows = [*CHAT, *[("k-9", "Ola", "words " * 20, "")] * 900]
    result = importers.read(Source("a.xlsx", excel(A=rows)), most=20_000)
    assert result.partial
    assert len(result.lines) < 300


def test_without_a_chat():
    with pytest.raises(NoConversation) as error:
        found(excel(A=[("a", "b"), (1, 2), (3, 4)]), "sums.xlsx")
    assert error.value.sentence.startswith("sums.xlsx is a table in which no column holds what people say")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx is locked with a password. Save it without one."),
        (OLE, "a.xlsx is an old Office file. Open it in an office program and save it as DOCX, XLSX or text."),
        (excel()[:2000], "a.xlsx could not be unpacked: it is damaged or not whole"),
        (changed(excel(), "xl/workbook.xml", b"<workbook"), "a.xlsx is a damaged sheet."),
        (changed(excel(), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), "a.xlsx is a damaged sheet."),
        (changed(excel(), "xl/_rels/workbook.xml.rels", None), "a.xlsx is a damaged sheet."),
        (
            changed(excel(), "xl/worksheets/sheet1.xml", b'<!DOCTYPE a [<!ENTITY b "bb">]><worksheet>&b;</worksheet>'),
            "a.xlsx is a damaged sheet.",
        ),
        (
            changed(excel(), "xl/styles.xml", bytes(12 << 20)),
            "a.xlsx would unpack to 12 MB, more than a saved chat needs.",
        ),
    ],
    ids=["locked", "old", "cut", "workbook", "sheet", "relations", "entities", "bomb"],
)
def test_what_cannot_be_read(content: bytes, sentence: str):
    with pytest.raises(Unreadable) as error:
        found(content, "a.xlsx")
    assert error.value.sentence.startswith(sentence)


def cell(words: object, kind: str = "string", value: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}"{value}><text:p>{words}</text:p></table:table-cell>'


def table(rows: str, style: str = "") -> str:
    styles = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    tail = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    sheet = f"<office:spreadsheet><table:table table:name='S'{style}>{rows}{tail}</table:table></office:spreadsheet>"
    return f"{styles}<office:body>{sheet}</office:body>"


def rows_of(*rows: str) -> str:
    return "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)


SHEET = rows_of(
    cell("chat_id") + cell("sender") + cell("text") + cell("time"),
    cell("7", "float", ' office:value="7"')
    + cell("Ola")
    + cell("it<text:s text:c='2'/>hums</text:p><text:p>and <text:span>blinks</text:span>")
    + cell("2 March", "date", ' office:date-value="2026-03-02T10:02:00"'),
    cell("7", "float", ' office:value="7"')
    + cell("Bo")
    + cell("since when")
    + cell("2 March", "date", ' office:date-value="2026-03-02T10:03:00"'),
)


def test_open_document():
    result = found(open_document(table(SHEET, ' table:style-name="h"')), "a.ods")
    assert said(result) == [[("Ola", "it  hums\nand blinks"), ("Bo", "since when")]]
    assert result.conversations[0].title == "7"
    assert result.conversations[0].started_at == "2026-03-02T10:02:00"
    assert result.format == "ods"
    assert [problem.what for problem in result.problems] == ["Sheet “S” is hidden. It was read."]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            open_document("", **{"META-INF/manifest.xml": "<a><encryption-data/></a>"}),
            "a.ods is locked with a password.",
        ),
        (open_document("<a>"), "a.ods is a damaged sheet."),
        (open_document(table(rows_of(cell(1), cell(2)))), "a.ods is a table in which no column"),
    ],
    ids=["locked", "damaged", "empty"],
)
def test_open_document_that_cannot_be_read(content: bytes, sentence: str):
    with pytest.raises(Unreadable) as error:
        found(content, "a.ods")
    assert error.value.sentence.startswith(sentence)


def test_from_a_file(tmp_path: Path):
    path = tmp_path / "chats.xlsx"
    path.write_bytes(excel())
    assert said(found(path.read_bytes(), path.name)) == SAID
