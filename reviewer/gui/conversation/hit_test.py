"""What is at a place of the viewport."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF

from reviewer.gui.conversation.paper import BAR_LEFT, BRACKET_TRAILING, BRACKET_WIDTH
from reviewer.gui.conversation.review_row import ReviewRow
from reviewer.gui.conversation.review_rows import ReviewRows
from reviewer.gui.conversation.turn_actions import action_at

BRACKET_REACH = 5


class Zone(Enum):
    """The kinds of place."""

    OUTSIDE = auto()
    PAPER = auto()
    NUMBER = auto()
    WORDS = auto()
    ACTION = auto()
    MORE = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """A place: the nearest turn and code point there, annotations from the innermost out, an action's name."""

    zone: Zone
    position: int = 1
    point: int = 0
    annotations: tuple[str, ...] = ()
    action: str = ""


class HitTest:
    """Answers for the rows on screen; `focused` is the turn that shows its actions."""

    def __init__(self, rows: ReviewRows, visible: list[tuple[int, float]], focused: int) -> None:
        self._rows = rows
        self._visible = [(row, top) for row, top in visible if 1 <= row <= rows.turns.count]
        self._focused = focused

    def at(self, place: QPointF) -> Target:
        """What is at a place; outside all turns the nearest one with the zone OUTSIDE."""
        if not self._visible:
            return Target(Zone.OUTSIDE)
        number, top = self._nearest(place.y())
        row = self._rows.turn(number)
        paper = self._rows.paper
        x, y = place.x() - paper.text_left, place.y() - top
        point = row.point_at(x, y)
        inside = 0 <= y < row.height and paper.left <= place.x() < paper.left + paper.width
        if not inside:
            return Target(Zone.OUTSIDE, number, point)
        leading = paper.left + paper.width - place.x() if paper.mirrored else place.x() - paper.left
        if leading < BAR_LEFT:
            return Target(Zone.NUMBER, number, point)
        action = action_at(place.x(), y, row, paper) if number == self._focused else ""
        if action:
            return Target(Zone.ACTION, number, point, action=action)
        if row.more_rect.contains(x, y):
            return Target(Zone.MORE, number, point, tuple(row.annotations_under_more()))
        found = row.annotations_at(x, y) or self._brackets(row, paper.width - leading)
        return Target(_zone(row, x, y), number, point, tuple(found))

    def _nearest(self, y: float) -> tuple[int, float]:
        above = [(row, top) for row, top in self._visible if top <= y]
        return above[-1] if above else self._visible[0]

    def _brackets(self, row: ReviewRow, trailing: float) -> list[str]:
        near = abs(trailing - BRACKET_TRAILING - BRACKET_WIDTH / 2) <= BRACKET_REACH
        return [one.annotation_id for one in row.marks.brackets] if near else []


def _zone(row: ReviewRow, x: float, y: float) -> Zone:
    if not 0 <= y - row.text_top < row.block.height:
        return Zone.PAPER
    line = next(one for one in row.block.lines if y - row.text_top < one.top + one.height)
    ends = [one for one in row.rects(0, len(row.text)) if one.top() == row.text_top + line.top]
    over = any(one.left() - 12 <= x <= one.right() + 24 for one in ends)
    return Zone.WORDS if over else Zone.PAPER
