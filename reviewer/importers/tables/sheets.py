"""Excel workbooks: the cells of each sheet as text."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import ParseError

from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.importers.containers.zips import opened_zip

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_ROWS: Final = 1_048_576

_ESCAPED: Final = re.compile(r"_x(00[01][0-9A-Fa-f])_")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ >/]")
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_TROUBLE: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, AttributeError, IndexError),
    *(ParseError, OSError, OverflowError, AssertionError, NotImplementedError, RuntimeError),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `formulas` counts the cells whose result was not saved, so that the formula itself is the text."""

    name: str
    rows: Iterator[list[str]]
    hidden: bool = False
    formulas: list[int] | None = None


def excel_sheets(source: Source) -> Iterator[Sheet]:
    """Every sheet in order; formulas are never worked out: the result that was saved counts, or else the formula.

    Raises:
        Unreadable: the file is damaged, or unpacks to more than is sound.
    """
    import openpyxl

    with opened_zip(source) as archive, source.opened() as first, source.opened() as second:
        counted = _has_formulas(archive)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                book = openpyxl.load_workbook(first, read_only=True, data_only=True, keep_links=False)
                written = openpyxl.load_workbook(second, read_only=True, keep_links=False) if counted else None
                yield from _sheets(book, written)
        except _TROUBLE as error:
            raise damaged(source) from error


def damaged(source: Source) -> Unreadable:
    """The error for a sheet that is no whole file."""
    return Unreadable(f"{source.name} is a damaged sheet. Open it in a spreadsheet program and save it again.")


def _sheets(book: "Workbook", written: "Workbook | None") -> Iterator[Sheet]:
    try:
        for sheet in book.worksheets:
            formulas: list[int] = []
            sheet.reset_dimensions()
            rows: Iterator[Sequence[Any]] = islice(sheet.iter_rows(values_only=True), MOST_ROWS)
            if written is not None:
                other = written[sheet.title]
                other.reset_dimensions()
                rows = _merged(rows, islice(other.iter_rows(values_only=True), MOST_ROWS), formulas)
            hidden = sheet.sheet_state != "visible"
            yield Sheet(sheet.title, ([as_text(cell) for cell in row] for row in rows), hidden, formulas)
    finally:
        book.close()
        if written is not None:
            written.close()


def _merged(
    saved: Iterator[Sequence[Any]], written: Iterator[Sequence[Any]], formulas: list[int]
) -> Iterator[Sequence[Any]]:
    for number, (row, other) in enumerate(zip(saved, written, strict=False), start=1):
        cells = list(row)
        for at, cell in enumerate(other):
            if at < len(cells) and cells[at] is None and cell is not None:
                cells[at] = getattr(cell, "text", cell)
                formulas.append(number)
        yield cells


def as_text(cell: object) -> str:
    """A cell as people read it: whole numbers without “.0”, dates as ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _ESCAPED.sub(_sign, cell) if "_x00" in cell else cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e21 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


def _sign(match: re.Match[str]) -> str:
    sign = chr(int(match[1], 16))
    return sign if sign in "\t\n\r" else "\ufffd"


def _has_formulas(archive: zipfile.ZipFile) -> bool:
    for name in archive.namelist():
        if _SHEET.fullmatch(name):
            with archive.open(name) as stream:
                if _holds(stream):
                    return True
    return False


def _holds(stream: IO[bytes]) -> bool:
    before = b""
    while piece := stream.read(1024 * 1024):
        if _FORMULA.search(before + piece):
            return True
        before = piece[-40:]
    return False
