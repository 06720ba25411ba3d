"""Words that a PDF would lose: signs without a typeface, and pictures such as most emoji."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, QTextBoundaryFinder
from PySide6.QtGui import QRawFont, QTextLayout, QTextLine

from reviewer.gui.printing.lettering import CELL

_Flags = QTextLayout.GlyphRunRetrievalFlag
OUTLINES: Final = ("glyf", "CFF ", "CFF2")


def unreadable(text: str, line: QTextLine) -> Iterator[tuple[str, QRectF]]:
    """The graphemes of a line that the file would not hold as words, and where they stand in their block."""
    first = line.textStart()
    units = text.encode("utf-16-le")[2 * first : 2 * (first + line.textLength())]
    words = units.decode("utf-16-le", "replace")
    if not _strange(frozenset(words)):
        return
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, words)
    start = 0
    while (end := finder.toNextBoundary()) != -1:
        if _halves(units, end):
            continue
        grapheme = units[2 * start : 2 * end].decode("utf-16-le", "replace")
        if _strange(frozenset(grapheme)):
            box = _lost(line, first + start, end - start)
            if box is not None:
                yield grapheme, box
        start = end


def _halves(units: bytes, place: int) -> bool:
    """Whether a place, in UTF-16 units, lies within a sign; Qt breaks there before some scripts."""
    return 0xDC <= (units[2 * place + 1] if 2 * place < len(units) else 0) <= 0xDF


def _lost(line: QTextLine, first: int, length: int) -> QRectF | None:
    wanted = _Flags.RetrieveGlyphIndexes | _Flags.RetrieveGlyphPositions
    runs = line.glyphRuns(first, length, wanted)
    if any(0 in run.glyphIndexes() or not _has_outlines(run.rawFont()) for run in runs):
        return runs[0].boundingRect()
    return None


def _has_outlines(font: QRawFont) -> bool:
    return any(not font.fontTable(name).isEmpty() for name in OUTLINES)


@cache
def _inter() -> QRawFont:
    return QRawFont.fromFont(CELL.font)


def _strange(signs: frozenset[str]) -> bool:
    return any(ord(sign) > 0x7F and not _inter().supportsCharacter(ord(sign)) for sign in signs)
