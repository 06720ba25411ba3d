"""The conversation with its comments beside it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from reviewer.exporters.view_model import Bracket, Page, TurnView
from reviewer.gui.printing.blocks import Block, Cell, Named, Ornament, Row, Stack
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.cards import card
from reviewer.gui.printing.filling import Flow
from reviewer.gui.printing.ink import slot
from reviewer.gui.printing.lettering import HEADING, LABEL, PT, SAID, SYSTEM, WHO_SIDE
from reviewer.gui.printing.passage import Passage
from reviewer.gui.printing.setting import Setting, heading, remark
from reviewer.gui.printing.speech import INSET, speech, who
from reviewer.gui.printing.words import Words, words

NUMBER_ROOM: Final = 16 * PT
SAID_LEFT: Final = 24 * PT
COMMENTS: Final = 176 * PT
COMMENT_GAP: Final = 10 * PT
WIDEST: Final = 400 * PT
LANE: Final = 5.4 * PT
BRACKET: Final = 4.5 * PT
EVERY: Final = 50
"""So many turns apart stand the bookmarks within a conversation."""


def conversation(page: Page, setting: Setting) -> Iterator[Flow]:
    """Every turn, and the comments that lost theirs."""
    if page.conversation is None:
        return
    yield from heading(setting, setting.language.say("Conversation"), page.comment_count)
    for place, turn in enumerate(page.conversation):
        yield Flow(_turn(turn, setting, place=place), keeps=not place)
    if page.unplaced:
        yield from _unplaced(page, setting)


def numbered(number: int | None, said: Block, setting: Setting, *, line: bool) -> Row:
    """A turn with its number, if it has one, at the leading edge."""
    figure = words(str(number or ""), WHO_SIDE, NUMBER_ROOM, align=Qt.AlignmentFlag.AlignRight)
    cells = [Cell(0, figure), Cell(SAID_LEFT, said)]
    return Row(cells, setting.width, above=6 * PT, below=7 * PT, line="line" if line else "")


def _turn(turn: TurnView, setting: Setting, *, place: int) -> Block:
    width = setting.width - SAID_LEFT - COMMENTS - COMMENT_GAP if setting.commented else WIDEST
    lanes = max((one.lane + 1 for one in turn.brackets), default=0)
    inner = width - INSET - (lanes * LANE + BRACKET if lanes else 0)
    parts: list[Block] = [who(turn.icon, turn.name, turn.time, inner, setting)] if turn.name else []
    parts.append(Words(Passage(SYSTEM if turn.css == "sy" else SAID).nodes(turn.nodes), inner))
    row = numbered(turn.number, speech(turn.css, parts, width, setting), setting, line=place > 0)
    cells = list(row.cells)
    if turn.comments:
        column = Stack((card(one, setting, COMMENTS) for one in turn.comments), gap=5 * PT)
        cells.append(Cell(setting.width - COMMENTS, column))
    brackets = _brackets(turn.brackets, SAID_LEFT + width) if turn.brackets else None
    row = replace(row, cells=cells, line="" if turn.gap else row.line, ornament=brackets)
    whole: Block = Stack([_gap(turn.gap, setting), row]) if turn.gap else row
    if not turn.number % EVERY:
        said = setting.language.say("Turn %(number)s", number=turn.number)
        return Named(whole, f"t{turn.number}", (1, said))
    return Named(whole, f"t{turn.number}")


def _gap(said: str, setting: Setting) -> Row:
    return Row(
        [Cell(SAID_LEFT, words(said, LABEL, setting.width - SAID_LEFT))], setting.width, above=5 * PT, line="line"
    )


def _brackets(brackets: tuple[Bracket, ...], edge: float) -> Ornament:
    """Hooks where an anchor begins and ends, and lines between, over all turns that it joins."""

    def draw(canvas: Canvas, room: QRectF, begins: bool, ends: bool) -> None:
        for one in brackets:
            opens, closes = begins and one.part in ("b0", "b1"), ends and one.part in ("b0", "b2")
            right = room.left() + edge - one.lane * LANE
            top = room.top() + (7 * PT if opens else 0)
            bottom = room.bottom() - (8 * PT if closes else 0)
            path = QPainterPath(QPointF(right - BRACKET if opens else right, top))
            path.lineTo(right, top)
            path.lineTo(right, bottom)
            if closes:
                path.lineTo(right - BRACKET, bottom)
            canvas.painter.strokePath(path, QPen(slot(one.slot).strong, 1.3 * PT))

    return draw


def _unplaced(page: Page, setting: Setting) -> Iterator[Flow]:
    say = setting.language.say
    title = words(say("Comments without a place"), HEADING.but(size=11, leading=15), setting.width)
    yield Flow(Row([Cell(0, title)], setting.width, above=10 * PT, line="line"), keeps=True)
    lost = say("The words of these comments are not in this version of the transcript.")
    yield Flow(remark(lost, setting), keeps=True)
    for one in page.unplaced:
        yield Flow(Row([Cell(0, card(one, setting, setting.width * 0.62))], setting.width, above=6 * PT))
