"""Summary and scorecard."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF, Qt

from reviewer.exporters.view_model import CriterionView, Page, PointView, SummaryList
from reviewer.gui.printing.blocks import Block, Cell, Row, Stack, Whole
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.filling import Flow
from reviewer.gui.printing.ink import slot
from reviewer.gui.printing.lettering import BODY, CELL, LABEL, LIST_HEADING, PT, SMALL, Lettering
from reviewer.gui.printing.passage import Passage
from reviewer.gui.printing.setting import Setting, heading, remark
from reviewer.gui.printing.words import Words, words

LIST_GAP: Final = 18 * PT
LIST_LOOKS: Final = {"g": ("thumbs-up", "inserted"), "r": ("circle-alert", "deleted"), "b": ("arrow-right", "accent")}
RIGHT: Final = Qt.AlignmentFlag.AlignRight
LETTER: Final = Lettering(9, 13.5, 700, "badge_text")
LETTER_SIDE: Final = 15 * PT
COLUMN: Final = LABEL.but(weight=600)
TAG: Final = Lettering(7.6, 13.5, 600, "deleted")
PIP: Final = (9.6 * PT, 5.4 * PT, 2 * PT)
NAME, WEIGHT, PIPS, RATING, POINTS, REASON = (one * PT for one in (0, 178, 188, 250, 352, 364))
"""Where the columns begin; weight and points end there."""
NARROW_REASON: Final = 330 * PT


def summary(page: Page, setting: Setting) -> Iterator[Flow]:
    """The short lists beside each other."""
    if not page.summary:
        return
    yield from heading(setting, setting.language.say("Summary"))
    width = (setting.width - 2 * LIST_GAP) / 3
    cells = [Cell(place * (width + LIST_GAP), _list(one, width, setting)) for place, one in enumerate(page.summary)]
    yield Flow(Row(cells, setting.width))


def scorecard(page: Page, setting: Setting) -> Iterator[Flow]:
    """A row a criterion, the total, and how it is made."""
    if not page.criteria:
        return
    say = setting.language.say
    yield from heading(setting, say("Scorecard"), page.rated)
    reason = REASON if page.weighted else NARROW_REASON
    names = [Cell(NAME, words(say("Criterion"), COLUMN)), Cell(PIPS, words(say("Rating"), COLUMN))]
    names.append(Cell(reason, words(say("Reason"), COLUMN)))
    if page.weighted:
        names += [_right(say("Weight"), COLUMN, WEIGHT), _right(say("Points"), COLUMN, POINTS)]
    yield Flow(Row(names, setting.width, below=3 * PT), keeps=True)
    for row in page.criteria:
        yield Flow(_criterion(row, setting, reason))
    if page.score:
        bold = CELL.but(weight=650)
        cells = [Cell(NAME, words(say("Total"), bold)), _right(page.score.total, bold, POINTS)]
        if page.weighted:
            cells.append(_right(page.whole, bold, WEIGHT))
        cells.append(Cell(reason, words(page.score.rounding, CELL, setting.width - reason)))
        yield Flow(Row(cells, setting.width, above=5 * PT, below=3 * PT, line="text", thick=1.5 * PT))
    yield Flow(remark(page.scoring, setting, SMALL))


def badge(letter: str, number: int, side: float = LETTER_SIDE, lettering: Lettering = LETTER) -> Whole:
    """The letter of a criterion on its colour."""
    sign = words(letter, lettering, side, align=Qt.AlignmentFlag.AlignHCenter)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        top = y + (sign.height - side) / 2
        canvas.fill(QRectF(x, top, side, side), slot(number).strong, 3 * PT)
        sign.paint(canvas, x, y)

    return Whole(sign.height, draw)


def _list(one: SummaryList, width: float, setting: Setting) -> Stack:
    icon, color = LIST_LOOKS[one.css]
    color = setting.accent if color == "accent" else color
    title = words(one.title, LIST_HEADING.but(color=color), width - 16 * PT)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.icon(icon, QRectF(x, y + 1.5 * PT, 11 * PT, 11 * PT), color)

    head = Row([Cell(0, Whole(title.height, draw)), Cell(16 * PT, title)], width, below=3 * PT)
    return Stack([head, *(_point(point, width) for point in one.points)], gap=2 * PT)


def _point(point: PointView, width: float) -> Row:
    said = Words(Passage(BODY).add(point.text).refs(point.refs), width - 10 * PT)

    def dot(canvas: Canvas, x: float, y: float) -> None:
        canvas.fill(QRectF(x + PT, y + 5.4 * PT, 3.4 * PT, 3.4 * PT), "line_strong", 1.7 * PT)

    return Row([Cell(0, Whole(10 * PT, dot)), Cell(10 * PT, said)], width)


def _criterion(row: CriterionView, setting: Setting, reason: float) -> Row:
    name = Passage(CELL.but(weight=600)).add(row.name)
    if row.critical:
        name.add(" ").tag(setting.language.say("critical"), TAG)
    cells = [
        Cell(NAME, badge(row.letter, row.slot)),
        Cell(NAME + 21 * PT, Words(name, (WEIGHT - 32 * PT if row.weight else WEIGHT) - 25 * PT)),
        Cell(PIPS, _pips(row.pips, setting.accent)),
        Cell(reason, Words(Passage(CELL).add(row.reason).refs(row.refs), setting.width - reason)),
    ]
    said = RATING if row.pips else PIPS
    until = POINTS - 30 * PT if row.points else reason - 6 * PT
    cells.append(Cell(said, words(row.rating, CELL, until - said)))
    if row.weight:
        cells += [_right(row.weight, CELL, WEIGHT), _right(row.points, CELL, POINTS)]
    return Row(cells, setting.width, above=4.5 * PT, below=4.5 * PT, line="line")


def _right(text: str, lettering: Lettering, until: float) -> Cell:
    room = 60 * PT
    return Cell(until - room, words(text, lettering, room, align=RIGHT))


def _pips(pips: tuple[bool, ...], color: str) -> Block:
    wide, high, gap = PIP
    if len(pips) * (wide + gap) > RATING - PIPS:
        wide = (RATING - PIPS) / len(pips) - gap

    def draw(canvas: Canvas, x: float, y: float) -> None:
        for place, on in enumerate(pips):
            rect = QRectF(x + place * (wide + gap), y + 4 * PT, wide, high)
            canvas.fill(rect, color if on else "line", 1.2 * PT)

    return Whole(13.5 * PT, draw)
