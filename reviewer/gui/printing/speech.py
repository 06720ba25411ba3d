"""What somebody said, beside the bar of their role."""

from typing import Final

from PySide6.QtCore import QRectF, Qt

from reviewer.gui.printing.blocks import Block, Cell, Inset, Row, Stack, Whole
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.lettering import PT, WHO, WHO_SIDE
from reviewer.gui.printing.passage import Passage
from reviewer.gui.printing.setting import Setting
from reviewer.gui.printing.words import Words, words
from reviewer.gui.words import isolated

BAR: Final = 2 * PT
INSET: Final = 10 * PT
ICON: Final = 9 * PT
ICONS: Final = {"agent": "headset", "user": "user"}


def speech(css: str, parts: list[Block], width: float, setting: Setting) -> Block:
    """Blocks beside the bar of a role: `css` is ag, cu or sy, which has no bar."""
    color = {"ag": setting.accent, "cu": "line_strong"}.get(css, "")

    def bar(canvas: Canvas, room: QRectF, begins: bool, ends: bool) -> None:
        if color:
            canvas.fill(QRectF(room.left(), room.top(), BAR, room.height()), color)

    return Inset(Stack(parts), width, bar, left=INSET)


def who(
    icon: str, name: str, side: str, width: float, setting: Setting, *, pale: bool = False, change: str = ""
) -> Row:
    """The line above the words: icon, name, what is beside it, and at the far edge the kind of change."""
    agent = icon == "agent"

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.icon(ICONS[icon], QRectF(x, y + 2 * PT, ICON, ICON), setting.accent if agent else "text3")

    sign = words(change, WHO_SIDE.but(weight=600), align=Qt.AlignmentFlag.AlignLeft) if change else None
    taken = sign.natural_width + 8 * PT if sign else 0.0
    passage = Passage(WHO.but(color="text3" if pale else "text")).add(isolated(name))
    if side:
        passage.add("  ").add(side, WHO_SIDE)
    cells = [Cell(ICON + 5 * PT, Words(passage, width - ICON - 5 * PT - taken, align=Qt.AlignmentFlag.AlignLeft))]
    if icon in ICONS:
        cells.append(Cell(0, Whole(13 * PT, draw)))
    if sign:
        cells.append(Cell(width - sign.natural_width, sign))
    return Row(cells, width)
