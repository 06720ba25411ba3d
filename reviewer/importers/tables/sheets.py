"""Excel workbooks: the cells of each sheet as text."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.importers.containers.zips import opened_zip

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_ROWS: Final = 1_048_576
AT_ONCE: Final = 500

_ESCAPED: Final = re.compile(r"_x(00[01][0-9A-Fa-f])_")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ >/]")
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_TROUBLE: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, AttributeError, IndexError),
    *(SyntaxError, OSError, OverflowError, AssertionError, NotImplementedError, RuntimeError),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `formulas` counts the cells whose result was not saved, so that the formula itself is the text."""

    name: str
    rows: Iterator[list[str]]
    hidden: bool = False
    formulas: list[int] | None = None


def excel_sheets(source: Source) -> Generator[Sheet, None, None]:
    """Every sheet in order; formulas are never worked out: the result that was saved counts, or else the formula.

    Raises:
        Unreadable: the file is damaged, or unpacks to more than is sound.
    """
    import openpyxl

    with opened_zip(source) as archive, source.opened() as first, source.opened() as second:
        counted = _has_formulas(archive)
        with _guarded(source):
            book = openpyxl.load_workbook(first, read_only=True, data_only=True, keep_links=False)
            written = openpyxl.load_workbook(second, read_only=True, keep_links=False) if counted else None
        try:
            for sheet in book.worksheets:
                yield _sheet(source, sheet, written)
        finally:
            book.close()
            if written is not None:
                written.close()


@contextmanager
def _guarded(source: Source) -> Iterator[None]:
    """Says in one sentence what is wrong with a damaged file, and lets no warning through."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except _TROUBLE as error:
        raise damaged(source) from error


def damaged(source: Source) -> Unreadable:
    """The error for a sheet that is no whole file."""
    return Unreadable(f"{source.name} is a damaged sheet. Open it in a spreadsheet program and save it again.")


def _sheet(source: Source, sheet: Any, written: "Workbook | None") -> Sheet:
    formulas: list[int] = []
    with _guarded(source):
        rows = _all_rows(sheet)
        if written is not None:
            rows = _merged(rows, _all_rows(written[sheet.title]), formulas)
    return Sheet(sheet.title, _texts(source, rows), sheet.sheet_state != "visible", formulas)


def _all_rows(sheet: Any) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()
    return islice(sheet.iter_rows(values_only=True), MOST_ROWS)


def _texts(source: Source, rows: Iterator[Sequence[Any]]) -> Iterator[list[str]]:
    while True:
        with _guarded(source):
            some = list(islice(rows, AT_ONCE))
        if not some:
            return
        for row in some:
            yield [as_text(cell) for cell in row]


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
