"""Tables as CSV after RFC 4180, in UTF-8 with a byte order mark, by which Excel knows the encoding.

A cell that a spreadsheet could take for a formula begins with an apostrophe, as OWASP recommends against CSV
injection.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from reviewer.exporters.chat import Files, Making, ReviewedChat
from reviewer.exporters.tables import Cell, Table, tables

BYTE_ORDER_MARK: Final = "\ufeff"
_FORMULA: Final = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def write(chats: Sequence[ReviewedChat], _making: Making) -> Files:
    """One file a table."""
    for table in tables(chats):
        yield f"{table.name}.csv", _lines(table)


def defused(cell: Cell) -> Cell:
    """The cell with an apostrophe in front where it could be a formula."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _lines(table: Table) -> Iterator[str]:
    writer = csv.writer(_Passed())
    yield BYTE_ORDER_MARK
    rows: Iterable[Iterable[Cell]] = chain([table.header], table.rows())
    for row in rows:
        yield str(writer.writerow([defused(cell) for cell in row]))


class _Passed:
    """Gives each written line back."""

    def write(self, line: str) -> str:
        return line
