"""Tables as an Office Open XML workbook (ECMA-376), one sheet a table; equal tables give equal bytes.

No cell is a formula: words are stored as words and marked as quoted, so that editing them does not make one either.
"""

import re
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from typing import IO, Any, Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from reviewer.domain.xml_words import in_xml
from reviewer.exporters.chat import Files, Making, ReviewedChat
from reviewer.exporters.tables import Cell, Table, tables

MOST_UNITS: Final = 32_767
"""A cell holds so many UTF-16 units; longer words end with an ellipsis, and are whole in the other formats."""
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What spreadsheets take for a sign by its number (ECMA-376, ST_Xstring); the underscore is then written so itself."""
_CORE: Final = "docProps/core.xml"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_CHUNK: Final = 1 << 16
_WIDE: Final = 50


def write(chats: Sequence[ReviewedChat], making: Making) -> Files:
    """One workbook with all tables."""
    yield "review.xlsx", _book(tables(chats), making.when)


def _book(sheets: Sequence[Table], when: date) -> Iterator[bytes]:
    book = Workbook(write_only=True)
    for table in sheets:
        _fill(book, table)
    with tempfile.TemporaryFile() as saved, tempfile.TemporaryFile() as fixed:
        book.save(saved)
        _without_times(saved, fixed, when)
        fixed.seek(0)
        while chunk := fixed.read(_CHUNK):
            yield chunk


def _fill(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet(table.name.capitalize())
    sheet.freeze_panes = "B2"
    for number, name in enumerate(table.header, start=1):
        long = name in ("Words", "Comment", "Suggested", "Replies", "Original", "Revised", "Reason")
        sheet.column_dimensions[get_column_letter(number)].width = _WIDE if long else 16
    sheet.append([_cell(sheet, name, Font(bold=True)) for name in table.header])
    for row in table.rows():
        sheet.append([_cell(sheet, cell) for cell in row])


def _cell(sheet: Any, value: Cell, font: Font | None = None) -> object:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, _ESCAPE.sub("_x005F_", _fitting(in_xml(value))))
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.quotePrefix = True
    if font:
        cell.font = font
    return cell


def _fitting(text: str) -> str:
    if len(text) * 2 <= MOST_UNITS or len(text.encode("utf-16-le")) // 2 <= MOST_UNITS:
        return text
    return text.encode("utf-16-le")[: (MOST_UNITS - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _without_times(saved: IO[bytes], fixed: IO[bytes], when: date) -> None:
    """The same archive with one fixed time for all parts, and `when` as the day on which the book was made."""
    with ZipFile(saved) as old, ZipFile(fixed, "w", ZIP_STORED) as new:
        for name in old.namelist():
            part = ZipInfo(name, _FIRST_DAY)
            part.external_attr = 0o600 << 16
            with old.open(name) as source, new.open(part, "w") as target:
                if name == _CORE:
                    target.write(_core(when).encode())
                    continue
                while chunk := source.read(_CHUNK):
                    target.write(chunk)


def _core(when: date) -> str:
    moment = f"{when.isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:creator>Transcript Reviewer</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    )
