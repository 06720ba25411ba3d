"""The revised dialogue: beside the original, or alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF

from reviewer.exporters.view_model import CleanView, MarkedView, Page, Piece, RevisedView, SayView
from reviewer.gui.printing.blocks import Block, Cell, Row, Stack, Whole, space
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.conversation_part import COMMENT_GAP, COMMENTS, SAID_LEFT, WIDEST, numbered
from reviewer.gui.printing.filling import Flow
from reviewer.gui.printing.lettering import CARD, LABEL, PT, REASON, REVISED, SAID, SUGGESTION, SYSTEM, VOID
from reviewer.gui.printing.passage import Passage
from reviewer.gui.printing.setting import Setting, heading, remark
from reviewer.gui.printing.speech import INSET, speech, who
from reviewer.gui.printing.words import Words, words

MIDDLE: Final = 22 * PT
SIGN: Final = 14 * PT
SIGNS: Final = {
    "pen": "pencil", "plus": "plus", "minus": "minus", "merge": "merge", "split": "split", "move": "arrow-up-down",
}  # fmt: skip
LOOKS: Final = {"plus": ("inserted", "inserted_ground"), "minus": ("deleted", "deleted_ground")}


def revised(page: Page, setting: Setting) -> Iterator[Flow]:
    """Every revision that is wanted, the recommended one first."""
    for revision in page.revisions:
        yield from heading(setting, revision.heading, revision.count, revision.name)
        if revision.rationale:
            yield Flow(remark(revision.rationale, setting, REASON.but(size=9, leading=13)))
        yield Flow(_columns(setting), keeps=True)
        for row in revision.rows:
            yield Flow(_row(row, setting))


def clean(page: Page, setting: Setting) -> Iterator[Flow]:
    """The revised dialogue as it would have been said."""
    say = setting.language.say
    yield from heading(setting, say("Dialogue"), page.revised_count or say("nothing rewritten"))
    if page.marked is None:
        for place, turn in enumerate(page.clean):
            yield Flow(_clean(turn, setting, place=place))
        return
    key = Passage(REASON).add(say("Changes are marked:")).add(" ").pieces([Piece("ins", say("inserted words"))])
    marks = Words(key.add("  ").pieces([Piece("del", say("deleted words"))]), setting.width)
    yield Flow(Row([Cell(0, marks)], setting.width, below=4 * PT), keeps=True)
    for row in page.marked:
        yield Flow(_marked(row, setting))


def _clean(turn: CleanView, setting: Setting, *, place: int) -> Row:
    inner = WIDEST - INSET
    parts: list[Block] = [who(turn.icon, turn.name, "", inner, setting)] if turn.name else []
    parts.append(words(turn.text, SYSTEM if turn.css == "sy" else SAID, inner))
    return numbered(turn.number, speech(turn.css, parts, WIDEST, setting), setting, line=place > 0)


def _marked(row: MarkedView, setting: Setting) -> Row:
    """A turn, and beside it what was changed and why."""
    width = setting.width - SAID_LEFT - COMMENTS - COMMENT_GAP
    inner = width - INSET
    css = row.css.rpartition(" ")[2]
    lettering = SYSTEM if css == "sy" else SAID
    parts: list[Block] = [who(row.icon, row.name, "", inner, setting, pale=row.number is None)] if row.name else []
    if row.pieces:
        parts.append(Words(Passage(lettering).pieces(row.pieces), inner))
    said = numbered(row.number, speech(css, parts, width, setting), setting, line=True)
    if not row.change and not row.reason:
        return said
    return replace(said, cells=[*said.cells, Cell(setting.width - COMMENTS, _note(row, COMMENTS, setting))])


def _note(row: MarkedView, width: float, setting: Setting) -> Block:
    inner = width - SIGN - 6 * PT
    parts: list[Block] = [words(row.change, CARD.but(weight=600), inner)] if row.change else []
    if row.original:
        parts.append(Words(Passage(SUGGESTION).pieces(row.original), inner))
    if row.reason:
        parts.append(words(row.reason, CARD, inner))
    cells = [Cell(SIGN + 6 * PT, Stack(parts, gap=2 * PT))]
    if row.sign:
        cells.append(Cell(-(MIDDLE - SIGN) / 2, _sign(row.sign, setting)))
    return Row(cells, width)


def _columns(setting: Setting) -> Row:
    say, column = setting.language.say, LABEL.but(weight=600)
    right = (setting.width + MIDDLE) / 2
    cells = [Cell(0, words(say("Original"), column)), Cell(right, words(say("Revised"), column))]
    return Row(cells, setting.width, below=3 * PT)


def _row(row: RevisedView, setting: Setting) -> Row:
    width = (setting.width - MIDDLE) / 2
    css = row.css.rpartition(" ")[2]
    pale = row.css.startswith("same")
    before = _side(row.before, css, row.void_before, setting, width, pale=pale)
    void = setting.language.headed(row.void_after, row.void_reason) if row.void_reason else row.void_after
    after = _side(row.after, css, void, setting, width, pale=pale, change=row.change)
    cells = [Cell(0, before), Cell(width + MIDDLE, after)]
    if row.sign:
        cells.append(Cell(width, _sign(row.sign, setting)))
    return Row(cells, setting.width, above=5 * PT, below=6 * PT, line="line")


def _side(
    said: Sequence[SayView], css: str, void: str, setting: Setting, width: float, *, pale: bool, change: str = ""
) -> Stack:
    parts: list[Block] = []
    for place, one in enumerate(said):
        parts += [space(6 * PT)] if place else []
        parts.append(_says(one, css, setting, width, pale=pale, change="" if place else change))
    if void:
        parts.append(Row([Cell(INSET, words(void, VOID, width - INSET))], width))
    return Stack(parts)


def _says(one: SayView, css: str, setting: Setting, width: float, *, pale: bool, change: str) -> Block:
    inner = width - INSET
    parts: list[Block] = []
    if one.name:
        turn = setting.language.say("turn %(number)s", number=one.number)
        parts.append(who(one.icon, one.name, turn, inner, setting, pale=pale, change=change))
    lettering = REVISED.but(color="text3", italic=css == "sy") if pale else REVISED.but(italic=css == "sy")
    parts.append(Words(Passage(lettering).pieces(one.pieces), inner))
    if one.reason or one.refs:
        reason = Words(Passage(REASON).add(one.reason).refs(one.refs), inner)
        parts.append(Row([Cell(0, reason)], inner, above=2 * PT))
    return speech(css, parts, width, setting)


def _sign(sign: str, setting: Setting) -> Whole:
    color, ground = LOOKS.get(sign, (setting.accent, setting.soft))

    def draw(canvas: Canvas, x: float, y: float) -> None:
        circle = QRectF(x + (MIDDLE - SIGN) / 2, y, SIGN, SIGN)
        canvas.fill(circle, ground, SIGN / 2)
        edge = 3.2 * PT
        canvas.icon(SIGNS[sign], circle.adjusted(edge, edge, -edge, -edge), color)

    return Whole(SIGN, draw)
