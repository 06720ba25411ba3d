"""How a file for other programs begins, as a sketch: its first lines, its table, or what it is."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Final

from reviewer.gui.dialogs.exporting.sketch_marks import Bar, Block, Shape, Words

MOST_LINES: Final = 48
LONGEST: Final = 200
SIZE, LINE = 8.5, 12.0
COLUMNS, ROWS, CELL = 4, 40, 16.0
BYTE_ORDER_MARK: Final = "\ufeff"


def text_blocks(head: str, width: float) -> Iterator[Block]:
    """The first lines, cut where the room ends."""
    for line in head.split("\n")[:MOST_LINES]:
        yield Block(LINE, (Words(0, 0, width, line[:LONGEST], SIZE, ink="text2"),) if line.strip() else ())


def table_blocks(head: str, width: float) -> Iterator[Block]:
    """The first rows of a table as a grid of its first columns."""
    rows = list(csv.reader(StringIO(head.removeprefix(BYTE_ORDER_MARK), newline="")))[:ROWS]
    column = width / COLUMNS
    for number, row in enumerate(rows):
        shapes: list[Shape] = [
            Words(
                at * column + 4,
                1,
                column - 8,
                cell[:LONGEST],
                SIZE,
                600 if not number else 400,
                "text" if not number else "text2",
            )
            for at, cell in enumerate(row[:COLUMNS])
        ]
        shapes += [Bar(at * column, 0, 0.7, CELL, "line_strong", 0) for at in range(COLUMNS + 1)]
        shapes += [Bar(0, CELL - 0.7, width, 0.7, "line_strong", 0)]
        yield Block(CELL, tuple(shapes))


def no_text_blocks(title: str, about: str, width: float) -> Iterator[Block]:
    """What is known of a file that holds no text."""
    yield Block(24, (Words(0, 0, width, title, 13, 650),))
    yield Block(16, (Words(0, 0, width, about, 10, ink="text2"),))
