"""What commands print: results to standard output, problems to standard error, bars to a terminal only."""

import json
import sys
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Any, Self

import click


def complain(sentence: str) -> None:
    """One problem, one line, on standard error."""
    click.echo(f"reviewer: {sentence}", err=True)


def print_json(document: Any) -> None:
    """One JSON document, UTF-8, keys in the order given."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8"))


def print_table(rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as they need to be, two blanks between them; the last one is not padded."""
    rows = [tuple(row) for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=False)]
        click.echo("  ".join([*cells, row[-1]]))


class Bar:
    """Progress as a bar on standard error, when that is a terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def step(self, done: int, total: int, text: str) -> None:
        """`done` of `total` steps are finished; an unknown total is 0."""
        if self._shown:
            share = f"{100 * done // total:3} % " if total else ""
            click.echo(f"\r\x1b[K{share}{text}", err=True, nl=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)
