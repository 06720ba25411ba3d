"""The text of a document as a source for the engines: its paragraphs, or its table."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import StringIO
from typing import Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Problem, Source, Unit
from reviewer.importers.containers.container import Member

ROWS: Final = 3
COLUMNS: Final = 2


@dataclass(slots=True)
class Body:
    """What a document holds, in its order: lines of paragraphs, and rows of tables."""

    lines: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    said_in_lines: int = 0

    def paragraph(self, text: str) -> None:
        """One paragraph; line breaks in it make lines."""
        self.lines += text.split("\n")
        self.said_in_lines += len(text)

    def row(self, cells: Iterable[str]) -> None:
        """One row of a table."""
        row = list(cells)
        self.rows.append(row)
        self.lines.append("\t".join(cell.replace("\n", " ") for cell in row))

    def member(self, source: Source, problems: tuple[Problem, ...] = ()) -> Member:
        """The table, where most of the words stand in one, or else all lines.

        Raises:
            Unreadable: there are no words.
        """
        if not any(line.strip() for line in self.lines):
            raise Unreadable(f"{source.name} holds no text, and so no conversation.")
        said_in_rows = sum(len(cell) for row in self.rows for cell in row)
        columns = max((len(row) for row in self.rows), default=0)
        if len(self.rows) >= ROWS and columns >= COLUMNS and said_in_rows > self.said_in_lines:
            return Member(Source(source.name, _as_csv(self.rows, columns)), None, problems, Unit.CELL)
        return Member(Source(source.name, "\n".join(self.lines).encode()), None, problems, Unit.PARAGRAPH)


def _as_csv(rows: list[list[str]], columns: int) -> bytes:
    written = StringIO(newline="")
    csv.writer(written).writerows([*row, *[""] * (columns - len(row))] for row in rows)
    return written.getvalue().encode()
