"""Where a popover stands beside selected words."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

ARROW = 7
GAP = 3
SHADOW = 24
LEAST_BELOW = 96
EDGE = 8
CORNER = 20


@dataclass(frozen=True, slots=True)
class PopoverPlace:
    """The frame, the arrow's distance from its left edge, and whether it stands above the words."""

    frame: QRect
    arrow: int
    above: bool


def popover_place(words: QRect, width: int, height: int, inside: QRect) -> PopoverPlace:
    """Below `words`, above them when less than 96 px are left there, never over them, and within `inside`.

    Where neither side has room, because the words fill the view, it stands at the roomier end.
    """
    reach = height + ARROW + GAP
    room_below, room_above = inside.bottom() - words.bottom(), words.top() - inside.top()
    above = room_below < max(LEAST_BELOW, reach) and room_above >= min(reach, room_below)
    top = words.top() - reach if above else words.bottom() + 1 + ARROW + GAP
    top = max(inside.top(), min(top, inside.bottom() + 1 - height))
    left = words.center().x() - width // 2 if words.width() > width else words.left() - CORNER
    left = max(inside.left() + EDGE, min(left, inside.right() + 1 - EDGE - width))
    arrow = max(CORNER, min(words.center().x() - left, width - CORNER))
    return PopoverPlace(QRect(left, top, width, height), arrow, above)
