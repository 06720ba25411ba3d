"""The head of the page: title, lede, facts, and the ring with the score."""

from base64 import b64decode
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPen

from reviewer.exporters.view_model import BrandView, Fact, Page, ScoreView
from reviewer.gui.printing.blocks import Block, Cell, Row, Stack, Whole, space
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.filling import Flow
from reviewer.gui.printing.lettering import FACT, KICKER, LABEL, LEDE, PT, SMALL, TITLE, Lettering
from reviewer.gui.printing.passage import Passage
from reviewer.gui.printing.setting import Setting
from reviewer.gui.printing.words import Words, words

RING: Final = 100 * PT
STROKE: Final = 7.7 * PT
SCORE_ROOM: Final = 120 * PT
GAP: Final = 24 * PT
FACT_GAP: Final = 16 * PT
TOTAL: Final = Lettering(31, 34, 680)
OF: Final = Lettering(8.4, 11, color="text3")
BRAND: Final = Lettering(11, 15, 650)
HIGHEST_LOGO: Final = 36 * PT
BAND: Final = Lettering(10, 15, 650)
CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
COLORS: Final = {"high": "inserted", "low": "warning", "failed": "deleted"}


def head(page: Page, setting: Setting, kicker: str, aside: str) -> Iterator[Flow]:
    """Everything above the first part; `aside` stands beside the `kicker`."""
    score = page.score if aside else None
    width = setting.width - (SCORE_ROOM + GAP if score else 0)
    above = Passage(KICKER).add(kicker, KICKER.but(weight=600, color=setting.accent))
    if aside:
        above.add("   ").add(aside)
    brand = [_brand(page.brand, width), space(8 * PT)] if page.brand and (page.brand.logo or page.brand.name) else []
    parts: list[Block] = [*brand, Words(above, width), space(3 * PT), words(page.title, TITLE, width)]
    if aside and page.lede:
        parts += [space(5 * PT), words(page.lede, LEDE, width)]
    parts += [space(10 * PT), *_facts(page.facts, width)]
    cells = [Cell(0, Stack(parts))]
    if score:
        cells.append(Cell(setting.width - SCORE_ROOM, _score(score)))
    yield Flow(Row(cells, setting.width, below=4 * PT))


def _brand(brand: BrandView, width: float) -> Block:
    """The organisation's logo, under which its name can be found; the name alone where there is none."""
    if not brand.logo:
        return words(brand.name, BRAND, width)
    image = QImage.fromData(b64decode(brand.logo.partition(",")[2]))
    scale = min(HIGHEST_LOGO / brand.height, width / brand.width)
    size = QSizeF(brand.width * scale, brand.height * scale)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        place = QRectF(QPointF(x, y), size)
        canvas.painter.drawImage(place, image)
        if brand.name:
            canvas.hide(brand.name, place, place.bottom())

    return Whole(size.height(), draw)


def _facts(facts: tuple[Fact, ...], width: float) -> Iterator[Row]:
    cells: list[Cell] = []
    left = 0.0
    for fact in facts:
        room = max(words(fact.name, LABEL).natural_width, words(fact.value, FACT).natural_width) + 1
        if cells and left + room > width:
            yield Row(cells, width, below=4 * PT)
            cells, left = [], 0.0
        room = min(room, width)
        cells.append(Cell(left, Stack([words(fact.name, LABEL, room), words(fact.value, FACT, room)])))
        left += room + FACT_GAP
    if cells:
        yield Row(cells, width)


def _score(score: ScoreView) -> Stack:
    color = COLORS[score.css]
    parts: list[Block] = [Whole(RING, lambda canvas, x, y: _ring(canvas, score, color, x, y)), space(7 * PT)]
    if score.band:
        parts.append(_band(score.band, color))
    if score.critical:
        parts += [space(3 * PT), words(score.critical, SMALL, SCORE_ROOM, align=CENTRE)]
    return Stack(parts)


def _ring(canvas: Canvas, score: ScoreView, color: str, x: float, y: float) -> None:
    left = x + (SCORE_ROOM - RING) / 2
    ring = QRectF(left, y, RING, RING).adjusted(STROKE / 2, STROKE / 2, -STROKE / 2, -STROKE / 2)
    painter = canvas.painter
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(canvas.color("line"), STROKE))
    painter.drawEllipse(ring)
    if score.shown:
        round_ends = QPen(canvas.color(color), STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(round_ends)
        painter.drawArc(ring, 90 * 16, -round(score.shown / 100 * 360 * 16))
    middle = QPointF(x, y + RING / 2 - 22 * PT)
    words(str(score.shown), TOTAL, SCORE_ROOM, align=CENTRE).paint(canvas, middle.x(), middle.y())
    words(score.of, OF, SCORE_ROOM, align=CENTRE).paint(canvas, middle.x(), middle.y() + 35 * PT)


def _band(band: str, color: str) -> Whole:
    name = words(band, BAND.but(color=color), SCORE_ROOM - 16 * PT, align=CENTRE)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        room = name.natural_width + 20 * PT
        pill = QRectF(x + (SCORE_ROOM - room) / 2, y, room, name.height + 4 * PT)
        canvas.fill(pill, f"{color}_ground", min(pill.height() / 2, 10 * PT))
        name.paint(canvas, x + 8 * PT, y + 2 * PT)

    return Whole(name.height + 4 * PT, draw)
