"""Discussion, legend, and how the page was made."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF

from reviewer.exporters.view_model import LegendView, Mark, Page, Piece
from reviewer.gui.printing.blocks import Block, Cell, Row, Stack, Whole
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.filling import Flow
from reviewer.gui.printing.lettering import ANSWER, CARD, LABEL, PT, QUESTION, SMALL, Lettering
from reviewer.gui.printing.passage import Passage
from reviewer.gui.printing.rating_parts import badge
from reviewer.gui.printing.setting import Setting, heading
from reviewer.gui.printing.words import Words, words

QUESTIONS: Final = 124 * PT
QUESTION_GAP: Final = 18 * PT
COLUMNS: Final = 4
KEY: Final = CARD.but(leading=15)
KEY_LETTER: Final = Lettering(7.5, 15, 700, "badge_text")


def discussion(page: Page, setting: Setting) -> Iterator[Flow]:
    """Questions and their answers."""
    if not page.discussion:
        return
    yield from heading(setting, setting.language.say("Discussion"))
    left = QUESTIONS + QUESTION_GAP
    for place, one in enumerate(page.discussion):
        cells = [
            Cell(0, words(one.name, QUESTION, QUESTIONS)),
            Cell(left, words(one.value, ANSWER, setting.width - left)),
        ]
        yield Flow(Row(cells, setting.width, above=6 * PT if place else 0, below=6 * PT, line="line" if place else ""))


def legend(page: Page, setting: Setting) -> Iterator[Flow]:
    """What letters, underlines and signs mean."""
    if not page.legend:
        return
    say = setting.language.say
    yield from heading(setting, say("Legend"))
    width = setting.width / COLUMNS
    criteria: list[Block] = [_criterion(one, width) for one in page.legend]
    keys: list[Block] = [
        _change(Piece("ins", say("inserted words")), width),
        _change(Piece("del", say("deleted words")), width),
    ]
    keys += [_verdict("thumbs-up", say("strength"), width), _verdict("circle-alert", say("concern"), width)]
    rows: list[list[Block]] = [criteria[first : first + COLUMNS] for first in range(0, len(criteria), COLUMNS)]
    rows.append(keys)
    grid = [Row([Cell(place * width, key) for place, key in enumerate(row)], setting.width) for row in rows]
    yield Flow(Stack(grid, gap=4 * PT))


def making(page: Page, setting: Setting, *, underlined: bool) -> Iterator[Flow]:
    """By which program and when; `underlined`: criteria were told apart by underlines."""
    text = page.made
    if page.legend and underlined:
        text += " " + setting.language.say("Underline style and letter carry the same meaning as colour.")
    yield Flow(Row([], setting.width, above=14 * PT), keeps=True, vanishes=True)
    yield Flow(Row([Cell(0, words(text, SMALL, setting.width))], setting.width, above=5 * PT, line="line"))


def _criterion(one: LegendView, width: float) -> Row:
    name = Words(Passage(KEY).nodes([Mark(one.slot, (one.name,))]), width - 26 * PT)
    return Row([Cell(0, badge(one.letter, one.slot, 13 * PT, KEY_LETTER)), Cell(19 * PT, name)], width)


def _change(piece: Piece, width: float) -> Words:
    return Words(Passage(KEY).pieces([piece]), width - 8 * PT)


def _verdict(icon: str, word: str, width: float) -> Row:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.icon(icon, QRectF(x + 1.5 * PT, y + 3 * PT, 9 * PT, 9 * PT), LABEL.color)

    return Row([Cell(0, Whole(15 * PT, draw)), Cell(19 * PT, words(word, KEY, width - 26 * PT))], width)
