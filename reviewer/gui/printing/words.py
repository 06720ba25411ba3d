"""A block of words, laid out in lines, which may go on over the next page."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from reviewer.gui.conversation.text_block import reads_from_right
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.hidden_words import unreadable
from reviewer.gui.printing.ink import ink
from reviewer.gui.printing.lettering import PT, Lettering
from reviewer.gui.printing.passage import Passage
from reviewer.gui.printing.spans import paint_over, paint_under

FEWEST_LINES: Final = 2
"""So many lines stay together before and after the end of a page."""
WIDEST: Final = 100_000.0


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line of a block: from `top`, `height` high."""

    line: QTextLine
    top: float
    height: float
    baseline: float


class Words:
    """A passage in lines of a width; a part of it after it was split."""

    def __init__(self, passage: Passage, width: float, *, align: Qt.AlignmentFlag | None = None) -> None:
        self.passage = passage
        self.width = width
        self._layout = _laid_out(passage, width, align)
        self.lines = _placed(self._layout, passage.lettering)

    @property
    def height(self) -> float:
        """From the first line to the last."""
        return self.lines[-1].top + self.lines[-1].height - self.lines[0].top

    @property
    def natural_width(self) -> float:
        """What the longest line takes."""
        return max(one.line.naturalTextWidth() for one in self.lines)

    def split(self, room: float) -> tuple["Words | None", "Words | None"]:
        """The lines that fit into `room`, and those that do not."""
        start, count = self.lines[0].top, len(self.lines)
        fitting = sum(one.top + one.height - start <= room + 1 for one in self.lines)
        if fitting == count:
            return self, None
        fitting = min(fitting, count - FEWEST_LINES)
        if fitting < FEWEST_LINES:
            return None, self
        return self._part(0, fitting), self._part(fitting, count)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """The lines with what is behind, under and through their words."""
        at = QPointF(x, y - self.lines[0].top)
        canvas.note_signs(self.passage.text)
        for placed in self.lines:
            paint_under(canvas, self.passage, placed.line, at, placed.baseline)
            placed.line.draw(canvas.painter, at)
            paint_over(canvas, self.passage, placed.line, at, placed.baseline)
            for text, rect in unreadable(self.passage.text, placed.line):
                canvas.hide(text, rect.translated(at), at.y() + placed.baseline)

    def _part(self, first: int, last: int) -> "Words":
        part = Words.__new__(Words)
        part.passage, part.width, part._layout = self.passage, self.width, self._layout
        part.lines = self.lines[first:last]
        return part


def words(text: str, lettering: Lettering, width: float = WIDEST, *, align: Qt.AlignmentFlag | None = None) -> Words:
    """Plain words in one lettering; without a width on one line, from the left."""
    if width == WIDEST:
        align = Qt.AlignmentFlag.AlignLeft
    return Words(Passage(lettering).add(text), width, align=align)


def elided(text: str, lettering: Lettering, width: float) -> str:
    """As much of a line as fits, with an ellipsis in place of the rest."""
    return QFontMetricsF(lettering.font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _laid_out(passage: Passage, width: float, align: Qt.AlignmentFlag | None) -> QTextLayout:
    text = passage.text
    layout = QTextLayout(text, passage.lettering.font)
    layout.setTextOption(_option(text, align))
    layout.setFormats(_formats(passage))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _placed(layout: QTextLayout, lettering: Lettering) -> list[PlacedLine]:
    found: list[PlacedLine] = []
    metrics, top = QFontMetricsF(lettering.font), 0.0
    ascent, descent = metrics.ascent(), metrics.descent()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        height = max(lettering.leading * PT, min(line.ascent() + line.descent(), 3 * lettering.leading * PT))
        rise = (height - ascent - descent) / 2 + ascent
        line.setPosition(QPointF(0, top + rise - line.ascent()))
        found.append(PlacedLine(line, top, height, top + rise))
        top += height
    return found


def _option(text: str, align: Qt.AlignmentFlag | None) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    from_right = reads_from_right(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment((align or side) | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _formats(passage: Passage) -> list[QTextLayout.FormatRange]:
    whole = (0, len(passage.text.encode("utf-16-le")) // 2, passage.lettering)
    return [_format(*one) for one in (whole, *((run.first, run.last, run.lettering) for run in passage.runs))]


def _format(first: int, last: int, lettering: Lettering) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start, one.length = first, last - first
    own = QTextCharFormat()
    own.setFont(lettering.font)
    own.setForeground(ink(lettering.color))
    one.format = own
    return one
