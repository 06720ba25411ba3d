"""The text of a turn as it is laid out: with room for pins, and without signs that would upset the layout."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reviewer.gui import utf16

ROOM: Final = "\u00a0"
"""Stands for a pin; no line breaks before or after it, so a pin stays with the last word."""
_SHOWN: Final[dict[str, str | int | None]] = {"\n": "\u2028", "\u2029": "\u2028", "\r": "\u200b", "\ufffc": "\ufffd"}


@dataclass(frozen=True, slots=True)
class Gap:
    """Room of `width` px after code point `point`."""

    point: int
    width: float


class ShownText:
    """Maps between code points of the turn and UTF-16 positions of what the layout shows."""

    def __init__(self, text: str, gaps: Sequence[Gap] = ()) -> None:
        self.text = text
        self.gaps = tuple(sorted(gaps, key=lambda gap: gap.point))
        self._points = [gap.point for gap in self.gaps]
        self._wide = [number for number, sign in enumerate(text) if sign > utf16.LAST_OF_PLANE_0]
        self.shown = self._with_room(text.translate(str.maketrans(_SHOWN)))
        self.gap_positions = tuple(self._units(gap.point) + number for number, gap in enumerate(self.gaps))

    def position(self, point: int, *, after_gaps: bool = False) -> int:
        """The UTF-16 position of a code point; at a gap the one before it, or the one after."""
        find = bisect_right if after_gaps else bisect_left
        return self._units(point) + find(self._points, point)

    def point(self, position: int) -> int:
        """The code point at a UTF-16 position; on either side of a gap, the one where the gap stands."""
        unit = position - bisect_left(self.gap_positions, position)
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._units(middle) <= unit else (low, middle - 1)
        return low

    def _units(self, point: int) -> int:
        return point + bisect_left(self._wide, point)

    def _with_room(self, text: str) -> str:
        pieces, last = [], 0
        for point in self._points:
            pieces.append(text[last:point])
            last = point
        return ROOM.join([*pieces, text[last:]])
