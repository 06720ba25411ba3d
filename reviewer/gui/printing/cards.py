"""Comments as cards."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from reviewer.exporters.view_model import CommentView, Piece, Ref
from reviewer.gui.printing.blocks import Block, Cell, Inset, Named, Row, Stack, Whole
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.ink import slot
from reviewer.gui.printing.lettering import CARD, CARD_HEAD, CARD_SIDE, PT, SUGGESTION
from reviewer.gui.printing.passage import Passage
from reviewer.gui.printing.setting import Setting
from reviewer.gui.printing.words import Words, words
from reviewer.gui.words import isolated

EDGE: Final = 8 * PT
BAR: Final = 2.5 * PT
CORNER: Final = 4 * PT
ICON: Final = 8.5 * PT
SIGN_ROOM: Final = 16 * PT


def card(comment: CommentView, setting: Setting, width: float) -> Block:
    """One comment: number, criterion, verdict; words; original and suggestion; replies."""
    color = slot(comment.slot).strong
    inner = width - 2 * EDGE

    def behind(canvas: Canvas, room: QRectF, begins: bool, ends: bool) -> None:
        canvas.frame(room, "line", CORNER if begins and ends else 0)
        canvas.fill(QRectF(room.left(), room.top(), BAR, room.height()), color)

    parts: list[Block] = [_head(comment, inner)]
    if comment.lost:
        parts.append(words(setting.language.say("“%(words)s”", words=comment.lost), CARD.but(color="text3"), inner))
    if comment.text:
        parts.append(words(comment.text, CARD, inner))
    if comment.original or comment.suggested:
        parts.append(_suggestion(comment, inner))
    for reply in comment.replies:
        said = Passage(CARD).add(isolated(reply.name or setting.language.say("Reply")), CARD_HEAD).add("  ")
        parts.append(Row([Cell(0, Words(said.add(reply.text), inner))], inner, above=4 * PT, line="line"))
    box = Inset(Stack(parts, gap=2 * PT), width, behind, left=EDGE, above=4 * PT, below=5 * PT)
    title = setting.language.listed([f"{comment.number} {comment.name}", comment.verdict])
    return Named(box, f"c{comment.number}", (1, title))


def _head(comment: CommentView, width: float) -> Row:
    color = slot(comment.slot).strong.name()
    target = "" if comment.lost else f"r{comment.number}"
    passage = Passage(CARD_HEAD.but(color=color)).badge(Ref(comment.number, comment.slot), target=target)
    passage.add(" ").add(comment.name)
    if comment.place:
        passage.add("  ").add(comment.place, CARD_SIDE)
    if not comment.verdict:
        return Row([Cell(0, Words(passage, width))], width)
    verdict = words(comment.verdict, CARD_SIDE)
    room = verdict.natural_width
    icon = "thumbs-up" if comment.icon == "up" else "circle-alert"

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.icon(icon, QRectF(x, y + 2 * PT, ICON, ICON), "text3")

    left = width - room - ICON - 4 * PT
    cells = [Cell(0, Words(passage, left - 4 * PT)), Cell(left, Whole(12.6 * PT, draw)), Cell(width - room, verdict)]
    return Row(cells, width)


def _suggestion(comment: CommentView, width: float) -> Block:
    lines = [_change(comment.original, "−", "deleted", width)] if comment.original else []
    if comment.suggested:
        lines.append(_change(comment.suggested, "+", "inserted", width))
    return Row([Cell(0, Stack(lines))], width, above=2 * PT)


def _change(pieces: Sequence[Piece], sign: str, color: str, width: float) -> Block:
    def ground(canvas: Canvas, room: QRectF, begins: bool, ends: bool) -> None:
        canvas.fill(room, f"{color}_ground", 2 * PT if begins and ends else 0)

    said = Words(Passage(SUGGESTION, grounds=False).pieces(pieces), width - SIGN_ROOM - 6 * PT)
    cells = [Cell(6 * PT, words(sign, SUGGESTION.but(weight=700, color=color))), Cell(SIGN_ROOM, said)]
    return Inset(Row(cells, width), width, ground, above=2.5 * PT, below=2.5 * PT)
