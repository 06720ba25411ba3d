"""The sheet of the revision: original and revised side by side with signs between, or one above the other."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF

SIDE: Final = 16
SIGNS: Final = 52
TEXT_LEADING, TEXT_TRAILING = 52, 18
LEAST_SIDE_BY_SIDE: Final = 900
"""Pixels of room below which side by side becomes inline."""


class Arrangement(StrEnum):
    """How the revision is shown."""

    SIDE_BY_SIDE = "side_by_side"
    INLINE = "inline"
    CLEAN = "clean"


@dataclass(frozen=True, slots=True)
class Columns:
    """A sheet from `left`, `width` px wide; `side_by_side` has two columns. Mirrored: right-to-left."""

    left: int
    width: int
    arrangement: Arrangement
    mirrored: bool = False

    @classmethod
    def in_viewport(cls, width: int, wanted: Arrangement, *, mirrored: bool) -> "Columns":
        """As wide as the viewport allows; side by side only where there is room."""
        narrow = wanted is Arrangement.SIDE_BY_SIDE and width < LEAST_SIDE_BY_SIDE
        own = max(200, width - 2 * SIDE)
        return cls(SIDE, own, Arrangement.INLINE if narrow else wanted, mirrored)

    @property
    def side_by_side(self) -> bool:
        """Whether there are two columns."""
        return self.arrangement is Arrangement.SIDE_BY_SIDE

    @property
    def column_width(self) -> int:
        """The width of one column."""
        return (self.width - SIGNS) // 2 if self.side_by_side else self.width - SIGNS

    @property
    def text_width(self) -> int:
        """The measure of each column."""
        return self.column_width - TEXT_LEADING - TEXT_TRAILING

    def column(self, revised: bool) -> float:
        """How far from the leading edge of the sheet a column begins."""
        return self.column_width + SIGNS if revised and self.side_by_side else 0.0

    @property
    def signs(self) -> float:
        """How far from the leading edge the column of signs begins."""
        return float(self.column_width)

    def x(self, leading: float, width: float = 0) -> float:
        """Viewport px of the left of something `width` px wide, `leading` px from the leading edge."""
        return self.left + (self.width - leading - width if self.mirrored else leading)

    def rect(self, leading: float, top: float, width: float, height: float) -> QRectF:
        """A rectangle `leading` px from the leading edge of the sheet."""
        return QRectF(self.x(leading, width), top, width, height)
