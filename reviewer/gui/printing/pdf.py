"""Sheets as a PDF file."""

import sys
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter, QRawFont

from reviewer.exporters.painting import Painted, Sheets, Step
from reviewer.exporters.paper import Paper
from reviewer.exporters.view_model import Page
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.lettering import CELL, PT
from reviewer.gui.printing.sheets import MARGIN, Printout, progress_words

DOTS: Final = round(72 * PT)
"""Dots an inch, so that one is a tenth of a point."""
SIZES: Final = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
LAST_OF_PLANE_0: Final = 0xFFFF
SURROGATES: Final = range(0xD800, 0xE000)


def paint_pdf(view: Callable[[], Page], sheets: Sheets, step: Step) -> Painted:
    """Lay out and paint a page for `exporters.pdf_file`; in any thread, with or without a screen.

    Raises:
        Cancelled: by `step`.
    """
    ensure_application()
    size = QPageSize(SIZES[sheets.paper])
    points = size.size(QPageSize.Unit.Point)
    printout = Printout(view, sheets, QSizeF(points.width() * PT, points.height() * PT))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    try:
        canvas = Canvas(painter, MARGIN, MARGIN)
        total = 0
        for done, total in printout.steps(canvas, writer.newPage):
            step(done, total, progress_words(done, total))
    finally:
        painter.end()
    buffer.close()
    signs = frozenset(canvas.signs)
    return Painted(
        bytes(buffer.data().data()), total, tuple(canvas.bookmarks), tuple(canvas.links), canvas.places,
        tuple(canvas.hidden), signs, aliases_of(signs),
    )  # fmt: skip


def ensure_application() -> None:
    """What Qt needs for typefaces; without a window it takes no part in the desktop."""
    if QGuiApplication.instance() is None:
        offscreen = [] if sys.platform == "win32" else ["-platform", "offscreen"]
        _kept.append(QGuiApplication(["reviewer", *offscreen]))


_kept: Final[list[QGuiApplication]] = []


def aliases_of(signs: frozenset[str]) -> Mapping[str, str]:
    """For every other sign that Inter draws with the glyph of one of `signs`, that one."""
    font = QRawFont.fromFont(CELL.font)
    known = [chr(code) for code in range(LAST_OF_PLANE_0 + 1) if code not in SURROGATES]
    glyphs = dict(zip(known, font.glyphIndexesForString("".join(known)), strict=True))
    meant: dict[int, str] = {}
    for sign in sorted(signs):
        if glyph := glyphs.get(sign, 0):
            meant.setdefault(glyph, sign)
    return {sign: meant[glyph] for sign, glyph in glyphs.items() if glyph in meant and sign not in signs}
