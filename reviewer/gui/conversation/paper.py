"""The paper column: where it lies in the viewport and where things lie on it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF

from reviewer.gui import fonts

SIDE: Final = 16
NUMBER_LEFT, NUMBER_WIDTH = 9, 26
BAR_LEFT, BAR_WIDTH = 43, 3
TEXT_LEADING, TEXT_TRAILING = 55, 23
BRACKET_TRAILING, BRACKET_WIDTH = 9, 7
MEASURE: Final = 620
FOCUS_MEASURE: Final = 680


@dataclass(frozen=True, slots=True)
class Paper:
    """From `left`, `width` px wide; `margin` is the room for cards at its trailing side. Mirrored: right-to-left."""

    left: int
    width: int
    margin: QRect
    mirrored: bool = False

    @classmethod
    def in_viewport(cls, width: int, height: int, margin: int, *, measure: int = MEASURE, mirrored: bool) -> "Paper":
        """As wide as the measure allows, with its margin in the middle of the viewport."""
        trailing = margin or SIDE
        most = fonts.scaled(measure) + TEXT_LEADING + TEXT_TRAILING
        own = max(160, min(most, width - SIDE - trailing))
        leading = max(SIDE, (width - own - trailing + (SIDE if not margin else 0)) // 2) if own == most else SIDE
        left = width - leading - own if mirrored else leading
        beside = left - margin if mirrored else left + own
        return cls(left, own, QRect(beside, 0, margin, height), mirrored)

    @property
    def text_width(self) -> int:
        """The measure of now, in px."""
        return self.width - TEXT_LEADING - TEXT_TRAILING

    @property
    def text_left(self) -> float:
        """Where text begins, seen from the left of the viewport."""
        return self.x(TEXT_LEADING, self.text_width)

    def x(self, leading: float, width: float = 0) -> float:
        """Viewport px of the left of something `width` px wide, `leading` px from the leading edge of the paper."""
        return self.left + (self.width - leading - width if self.mirrored else leading)

    def rect(self, leading: float, top: float, width: float, height: float) -> QRectF:
        """A rectangle `leading` px from the leading edge of the paper."""
        return QRectF(self.x(leading, width), top, width, height)

    def across(self, top: float, height: float) -> QRectF:
        """A band over the whole paper."""
        return QRectF(self.left, top, self.width, height)
