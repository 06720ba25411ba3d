"""Delimited text: which character parts the cells, whether cells are quoted, and the rows one after the other."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import BinaryIO, Final

from reviewer.errors import Unreadable
from reviewer.importers.base import SNIFFED, Problem, Source
from reviewer.importers.decoding import Decoded, decode
from reviewer.importers.tables.words import known_words

PIECE: Final = 4 * 1024 * 1024
STREAMED_FROM: Final = 20 * 1024 * 1024
LONGEST_CELL: Final = 64 * 1024 * 1024
LEAST_SHARE: Final = 0.95
LEAST_SHARE_WHEN_HEADED: Final = 0.7
LOST: Final = "\ufffd"

_DELIMITERS: Final = ("\t", ",", ";", "|")
_RULE: Final = re.compile(r":?-{2,}:?")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the cells of a row are parted; `share` of the rows have the same number of cells."""

    delimiter: str
    quoted: bool = True
    spaced: bool = False
    escaped: bool = False
    share: float = 0.0
    width: int = 0

    def rows(self, lines: Iterator[str]) -> Iterator[list[str]]:
        """The cells of each row; a row may run over several lines."""
        csv.field_size_limit(LONGEST_CELL)
        rows = csv.reader(
            lines,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            skipinitialspace=self.spaced,
            doublequote=not self.escaped,
            escapechar="\\" if self.escaped else None,
        )
        return _unpadded(rows) if self.delimiter == "|" else rows


def _unpadded(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Rows whose cells have blanks around them, and a rule under the headings, as Markdown has them."""
    for row in rows:
        cells = [cell.strip() for cell in row]
        yield [] if cells and all(_RULE.fullmatch(cell) for cell in cells if cell) and any(cells) else cells


@dataclass(slots=True)
class Reading:
    """The encoding of a source, and what of its text is in doubt."""

    encoding: str = "utf-8"
    mixed: list[int] = field(default_factory=list)
    lost: int = 0

    def problems(self) -> list[Problem]:
        """What a person should know of the characters."""
        found: list[Problem] = []
        if self.mixed:
            more = f" and {len(self.mixed) - 1:,} more" if len(self.mixed) > 1 else ""
            what = f"Line {self.mixed[0]}{more} of the file: not UTF-8. Read as Windows-1252."
            found.append(Problem((1, 1), what, ""))
        if self.lost:
            signs = "1 sign is lost and stands" if self.lost == 1 else f"{self.lost:,} signs are lost and stand"
            found.append(Problem((1, 1), f"{signs} as {LOST}.", ""))
        return found


def dialect_of(text: str, *, whole: bool) -> Dialect | None:
    """The way in which nearly all rows have the same number of cells, two or more; None when there is none."""
    if not text.strip():
        return None
    found = [one for delimiter in _DELIMITERS if delimiter in text for one in _dialects(text, delimiter, whole)]
    if not found:
        return _one_column(text, whole)
    return max(found, key=lambda one: one[0])[1]


def _dialects(text: str, delimiter: str, whole: bool) -> Iterator[tuple[tuple[float, ...], Dialect]]:
    unquoted = Dialect(delimiter, quoted=False)
    ways = [Dialect(delimiter), unquoted] if '"' in text else [unquoted if delimiter == "\t" else Dialect(delimiter)]
    if f'{delimiter} "' in text:
        ways.append(Dialect(delimiter, spaced=True))
    if '\\"' in text:
        ways.append(Dialect(delimiter, escaped=True))
    for way in ways:
        rows = _parsed(text, way, whole)
        share, width = _evenness(rows)
        headed = known_words(rows[0]) if rows else 0
        if share < LEAST_SHARE:
            full = sum(len(row) >= len(rows[0]) for row in rows) / len(rows) if rows and headed > 1 else 0.0
            if full < LEAST_SHARE_WHEN_HEADED or len(rows[0]) < 2:
                continue
            share, width = min(full, LEAST_SHARE), len(rows[0])
        if width < 2:
            continue
        plain = not way.spaced and not way.escaped
        rank = (min(headed, 2), share, headed, _fits_quotes(text, way, rows), plain, width)
        yield rank, Dialect(delimiter, way.quoted, way.spaced, way.escaped, share, width)


def _fits_quotes(text: str, way: Dialect, rows: list[list[str]]) -> bool:
    """Whether quotation marks stand around cells, or belong to the words."""
    if '"' not in text:
        return True
    if way.quoted:
        stray = sum(cell.count('"') % 2 and cell[-1:] == '"' for row in rows for cell in row)
        return not stray and not _are_words(text, way.delimiter)
    return _are_words(text, way.delimiter)


def _are_words(text: str, delimiter: str) -> bool:
    """Whether quotation marks that open a cell are not closed in the way that quoting would close them."""
    opened = proper = needed = 0
    for row in _parsed(text, Dialect(delimiter, quoted=False), whole=True):
        for cell in row:
            if cell[:1] == '"':
                opened += 1
                inner = cell[1:-1]
                good = len(cell) > 1 and cell[-1] == '"' and '"' not in inner.replace('""', "")
                proper += good
                needed += good and '""' in inner
    if delimiter != "\t":
        return False
    return proper < opened or (not needed and opened < len(text.split("\n")) / 2)


def _one_column(text: str, whole: bool) -> Dialect | None:
    """A table of one column counts when its cells are quoted and run over lines."""
    if '"' not in text or "\n" not in text:
        return None
    rows = _parsed(text, Dialect(","), whole)
    if len(rows) > 1 and known_words(rows[0]) and all(len(row) == 1 for row in rows):
        long = sum("\n" in row[0] for row in rows[1:])
        return Dialect(",", share=1.0, width=1) if long * 2 >= len(rows) - 1 else None
    return None


def _parsed(text: str, way: Dialect, whole: bool) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        rows.extend(row for row in way.rows(io.StringIO(text, newline="")) if any(row))
    except csv.Error:
        return []
    return rows if whole or len(rows) < 3 else rows[:-1]


def _evenness(rows: Sequence[Sequence[str]]) -> tuple[float, int]:
    if len(rows) < 2:
        return 0.0, 0
    width, count = Counter(map(len, rows)).most_common(1)[0]
    return count / len(rows), width


def read_rows(
    source: Source, dialect: Dialect, reading: Reading, encoding: str | None = None, most: int | None = None
) -> Iterator[list[str]]:
    """Every row; with `most`, those that stand whole in about so many bytes of the head.

    Raises:
        Unreadable: a cell is longer than 64 MB, because a quotation mark was not closed.
    """
    rows = dialect.rows(chain.from_iterable(_texts(source, reading, encoding, most)))
    if most is not None and source.size > most:
        rows = _without_last(rows)
    number = 0
    try:
        for row in rows:
            number += 1
            yield row
    except csv.Error as error:
        raise Unreadable(
            f"{source.name} could not be read at row {number + 1:,}: {error}. A quotation mark there is probably not "
            "closed."
        ) from error


def _without_last(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    before: list[str] | None = None
    for row in rows:
        if before is not None:
            yield before
        before = row


def _texts(source: Source, reading: Reading, encoding: str | None, most: int | None) -> Iterator[Iterator[str]]:
    if most is not None:
        yield _lines(decode(source.content, min(most, len(source.content)), encoding), reading, 0)
    elif source.size <= STREAMED_FROM:
        yield _lines(decode(source.whole(), None, encoding), reading, 0)
    elif encoding or source.content.startswith(_UTF16):
        yield from _coded(source, reading, encoding or "utf-16")
    else:
        before = 0
        with source.opened() as stream:
            for piece in _pieces(stream):
                yield _lines(decode(piece), reading, before)
                before += piece.count(b"\n")


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Pieces that end where a line ends."""
    rest: list[bytes] = []
    while piece := stream.read(PIECE):
        end = piece.rfind(b"\n") + 1
        if end:
            yield b"".join((*rest, piece[:end]))
            rest = [piece[end:]]
        else:
            rest.append(piece)
    if any(rest):
        yield b"".join(rest)


def _coded(source: Source, reading: Reading, encoding: str) -> Iterator[Iterator[str]]:
    reading.encoding = encoding
    with source.opened() as stream, io.TextIOWrapper(stream, encoding, errors="replace", newline="") as words:
        yield (line.replace("\0", LOST).removeprefix("\ufeff") for line in words)


def _lines(decoded: Decoded, reading: Reading, before: int) -> Iterator[str]:
    if not before or decoded.mixed:
        reading.encoding = decoded.encoding
    reading.mixed += [before + line for line in decoded.mixed]
    if not decoded.text.isascii():
        reading.lost += decoded.text.count(LOST)
    return io.StringIO(decoded.text, newline="")


def head_of(source: Source, encoding: str | None = None) -> str:
    """The text of the head that a format is recognised by."""
    return decode(source.content, SNIFFED, encoding).text
