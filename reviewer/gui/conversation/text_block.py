"""One piece of text, laid out in lines of a fixed height, and where everything in it stands."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from reviewer.gui.conversation.shown_text import ROOM, ShownText

LANES_IN_A_LINE: Final = 2
_RTL: Final = ("\u0590", "\u08ff")

Coloured = tuple[int, int, QColor]
"""Code points from, to, and the colour of their letters."""


@dataclass(frozen=True, slots=True)
class LineBox:
    """One line: its place from the top of the block, in px, and its UTF-16 positions."""

    number: int
    top: float
    height: float
    baseline: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A visual run of text on one line, from `left`, `width` px wide."""

    line: LineBox
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width


class TextBlock:
    """A laid-out text. All px count from its top left; lines are `line_height` px apart."""

    def __init__(
        self,
        text: ShownText,
        font: QFont,
        width: float,
        line_height: float,
        *,
        mirrored: bool = False,
        extra: Callable[[int, int], float] = lambda first, last: 0.0,
    ) -> None:
        """`extra` gives the px that a line with these code points takes beyond the rest; `mirrored`: right-to-left
        interface, which decides only for texts without a direction of their own."""
        self.text = text
        self.width = width
        self._layout = QTextLayout(text.shown, font)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(_option(text.text, mirrored=mirrored))
        self._layout.setFormats(_room(text, font))
        self._break_lines(width)
        metrics = QFontMetricsF(font)
        rise = (line_height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        self.ascent, self.descent = metrics.ascent(), metrics.descent()
        self.lines = self._place_lines(line_height, round(rise), extra)
        self.height = self.lines[-1].top + self.lines[-1].height

    def _break_lines(self, width: float) -> None:
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
        self._layout.endLayout()

    def _place_lines(self, height: float, rise: float, extra: Callable[[int, int], float]) -> tuple[LineBox, ...]:
        boxes: list[LineBox] = []
        top = 0.0
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            more = extra(self.text.point(first), self.text.point(last))
            line.setPosition(QPointF(0, top + rise - line.ascent()))
            boxes.append(LineBox(number, top, height + more, top + rise, first, last))
            top += height + more
        return tuple(boxes)

    @property
    def right_to_left(self) -> bool:
        """Whether the text reads from the right."""
        return self._layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft

    def paint(self, painter: QPainter, left: float, top: float, colors: Sequence[Coloured] = ()) -> None:
        """Draw the words in the colour of the painter's pen, some code points in colours of their own."""
        ranges = []
        for start, end, color in colors:
            one = QTextLayout.FormatRange()
            one.start = self.text.position(start, after_gaps=True)
            one.length = self.text.position(end) - one.start
            own = QTextCharFormat()
            own.setForeground(color)
            one.format = own
            ranges.append(one)
        device = painter.device()
        clip = QRectF(0, 0, device.width(), device.height())
        self._layout.draw(painter, QPointF(left, top), ranges, clip)

    def stretches(self, start: int, end: int) -> list[Stretch]:
        """The visual runs of code points `start` to `end`, line by line."""
        first, last = self.text.position(start, after_gaps=True), self.text.position(end)
        lines = self.lines[bisect_right(self.lines, first, key=_last) : bisect_left(self.lines, last, key=_first)]
        return [one for line in lines for one in self._on_line(line, max(first, line.first), min(last, line.last))]

    def _on_line(self, box: LineBox, first: int, last: int) -> list[Stretch]:
        if first >= last:
            return []
        line = self._layout.lineAt(box.number)
        if not self._bidirectional:
            left, right = _x(line, first), min(_x(line, last), line.x() + line.naturalTextWidth())
            return [Stretch(box, left, right - left)] if right > left else []
        spans = sorted(
            (run.boundingRect().left(), run.boundingRect().right()) for run in line.glyphRuns(first, last - first)
        )
        joined: list[list[float]] = []
        for left, right in spans:
            if joined and left <= joined[-1][1] + 0.5:
                joined[-1][1] = max(joined[-1][1], right)
            else:
                joined.append([left, right])
        return [Stretch(box, left, right - left) for left, right in joined]

    @cached_property
    def _bidirectional(self) -> bool:
        return self.right_to_left or any(
            _RTL[0] <= sign <= _RTL[1] or "\ufb1d" <= sign <= "\ufeff" for sign in set(self.text.shown)
        )

    def gap(self, number: int) -> Stretch:
        """The room kept at gap `number`."""
        position = self.text.gap_positions[number]
        box = self._line_of(position)
        line = self._layout.lineAt(box.number)
        left = min(_x(line, position), _x(line, position + 1))
        width = self.text.gaps[number].width
        if self._bidirectional:
            runs = line.glyphRuns(position, 1)
            left = min((run.boundingRect().left() for run in runs), default=left)
        return Stretch(box, left, width)

    def caret(self, point: int) -> QRectF:
        """The place of the caret before code point `point`, a line high and without width."""
        position = self.text.position(point)
        box = self._line_of(position)
        left = _x(self._layout.lineAt(box.number), position)
        return QRectF(left, box.top, 0, box.height)

    def point_at(self, left: float, top: float) -> int:
        """The code point whose near edge is closest to a place in the block."""
        box = next((one for one in self.lines if top < one.top + one.height), self.lines[-1])
        position = self._layout.lineAt(box.number).xToCursor(left)
        at_wrap = position == box.last and box.number < len(self.lines) - 1
        return self.text.point(max(box.first, position - 1) if at_wrap else position)

    def left_of(self, point: int) -> int | None:
        """The code point one step to the left, as the eye sees it; None past the edge."""
        return self._step(point, self._layout.leftCursorPosition)

    def right_of(self, point: int) -> int | None:
        """The code point one step to the right, as the eye sees it; None past the edge."""
        return self._step(point, self._layout.rightCursorPosition)

    def _step(self, point: int, move: Callable[[int], int]) -> int | None:
        position = self.text.position(point)
        while (moved := move(position)) != position:
            if self.text.point(moved) != point:
                return self.text.point(moved)
            position = moved
        return None

    def _line_of(self, position: int) -> LineBox:
        return self.lines[min(bisect_right(self.lines, position, key=_last), len(self.lines) - 1)]


def _first(line: LineBox) -> int:
    return line.first


def _last(line: LineBox) -> int:
    return line.last


def _x(line: QTextLine, position: int) -> float:
    place = line.cursorToX(position)
    return float(cast("tuple[float, int]", place)[0])


def _option(text: str, *, mirrored: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if reads_from_right(text, otherwise=mirrored):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    else:
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _room(text: ShownText, font: QFont) -> list[QTextLayout.FormatRange]:
    own = QFontMetricsF(font).horizontalAdvance(ROOM)
    ranges = []
    for gap, position in zip(text.gaps, text.gap_positions, strict=True):
        spacing = QTextCharFormat()
        spacing.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        spacing.setFontLetterSpacing(gap.width - own)
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = position, 1, spacing
        ranges.append(one)
    return ranges


def reads_from_right(text: str, *, otherwise: bool = False) -> bool:
    """Whether the first letter with a direction is Hebrew, Arabic or the like; `otherwise` without one."""
    strong = (unicodedata.bidirectional(sign) for sign in text)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), None)
    return otherwise if first is None else first != "L"
