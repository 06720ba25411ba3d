"""The three actions of the focused turn: what they are and where they stand."""

from typing import Final

from PySide6.QtCore import QRectF

from reviewer.gui import fonts
from reviewer.gui.conversation.paper import TEXT_TRAILING, Paper
from reviewer.gui.conversation.review_row import ReviewRow

TURN_ACTIONS: Final = {"comment": "message-square-plus", "rewrite": "pencil-line", "more": "ellipsis"}
ACTION_NAMES: Final = {"comment": "Comment on this turn", "rewrite": "Rewrite this turn", "more": "More"}
WIDTH, HEIGHT, BETWEEN = 24, 24, 2


def action_rect(name: str, row: ReviewRow, paper: Paper) -> QRectF:
    """Where an action stands: x in viewport px, y from the top of the row."""
    after = len(TURN_ACTIONS) - list(TURN_ACTIONS).index(name)
    wide, tall = fonts.scaled(WIDTH), fonts.scaled(HEIGHT)
    leading = paper.width - TEXT_TRAILING - after * wide - (after - 1) * BETWEEN
    middle = row.name_top + (row.name_height or fonts.scaled(20)) / 2
    return paper.rect(leading, middle - tall / 2, wide, tall)


def action_at(x: float, y: float, row: ReviewRow, paper: Paper) -> str:
    """The action at a place, or nothing; y counts from the top of the row."""
    return next((name for name in TURN_ACTIONS if action_rect(name, row, paper).contains(x, y)), "")
