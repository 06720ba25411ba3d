"""A page as blocks of a sketch: each bar is as long as the words that it stands for."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import ceil
from typing import Final

from reviewer.exporters.view_model import (
    CleanView,
    CommentView,
    CriterionView,
    Mark,
    MarkedView,
    Node,
    Page,
    RevisedView,
    SayView,
    SummaryList,
    TurnView,
)
from reviewer.gui.dialogs.exporting.sketch_marks import Bar, Block, Ring, Shape, Words

LINE: Final = 10.0
THICK: Final = 5.0
SIGN: Final = 3.6
"""How wide a sign of the page is in the sketch, on average."""
MARGIN_WIDTH, MARGIN_GAP = 116.0, 14.0
MOST_ROWS: Final = 60
BANDS: Final = {"failed": "deleted", "low": "warning", "high": "inserted"}
LISTS: Final = {"g": "inserted", "r": "deleted", "b": "accent"}
CHANGED: Final = {"ed": "accent", "add": "inserted", "cut": "deleted"}


class SketchPage:
    """Lays out for a page `width` px wide; a `narrow` one has one thing below the other, as on a phone."""

    def __init__(self, width: float, *, narrow: bool = False) -> None:
        self._width = width
        self._narrow = narrow

    def feedback(self, page: Page) -> Iterator[Block]:
        """The parts that the page has, one after the other."""
        yield self._head(page)
        if page.summary:
            yield self._heading("Summary")
            yield from self._summary(page.summary)
        if page.criteria:
            yield self._heading("Scorecard")
            yield from map(self._criterion, page.criteria)
        if page.conversation is not None:
            yield self._heading("Conversation")
            yield from map(self._turn, islice(page.conversation, MOST_ROWS))
            yield from (self._stacked(self._comment(one, 0, self._width)) for one in page.unplaced)
        for revision in page.revisions:
            yield self._heading(revision.heading)
            yield from map(self._revised, islice(revision.rows, MOST_ROWS))
        if page.discussion:
            yield self._heading("Discussion")
            for answer in page.discussion:
                yield self._lines([(answer.name, "line_strong"), (answer.value, "line")])
        if page.legend:
            yield self._heading("Legend")
            yield from (self._named(one.slot, one.name) for one in page.legend)

    def revised(self, page: Page) -> Iterator[Block]:
        """The revised dialogue alone, with or without what was changed."""
        yield Block(34, (Words(0, 4, self._width, page.title, 15, 650),))
        if page.marked is not None:
            yield from map(self._marked, islice(page.marked, MOST_ROWS))
        else:
            yield from map(self._clean, islice(page.clean, MOST_ROWS))

    def _head(self, page: Page) -> Block:
        ring = 62.0 if page.score else 0.0
        room = self._width - (ring + 14 if ring else 0)
        kick = " · ".join(filter(None, (page.brand.name if page.brand else "", "Chat review")))
        shapes: list[Shape] = [
            Words(0, 0, room, kick, 9, 600, "accent"),
            Words(0, 13, room, page.title, 15, 650),
        ]
        bars, y = self._bars(page.lede, 0, 38, room, "line") if page.lede else ((), 38.0)
        shapes += bars
        y += 8
        place, step = 0.0, 52.0
        for fact in page.facts:
            if place + step > max(room, step):
                place, y = 0.0, y + 26
            shapes.append(Bar(place, y, min(42, _length(fact.name)), THICK, "line"))
            shapes.append(Bar(place, y + LINE, min(44, _length(fact.value)), THICK, "line_strong"))
            place += step
        if page.score:
            ink = BANDS.get(page.score.css, "warning")
            shapes.append(Ring(self._width - ring - 4, 4, ring, page.score.shown, ink))
        return Block(max(y + 20, ring + 10), tuple(shapes))

    def _heading(self, words: str) -> Block:
        return Block(36, (Words(0, 10, self._width, words, 10.5, 650), Bar(0, 27, self._width, 1.5, "text", 0)))

    def _summary(self, lists: Sequence[SummaryList]) -> Iterator[Block]:
        columns = 1 if self._narrow else len(lists)
        gap = 14.0
        width = (self._width - gap * (columns - 1)) / columns
        blocks = []
        for at, one in enumerate(lists):
            x = 0.0 if self._narrow else at * (width + gap)
            shapes: list[Shape] = [Bar(x, 2, width * 0.62, THICK, LISTS.get(one.css, "accent"))]
            y = 12.0
            for point in one.points:
                bars, y = self._bars(point.text, x, y, width, "line")
                shapes += bars
            blocks.append(Block(y + 4, tuple(shapes)))
        if self._narrow:
            yield from blocks
        elif blocks:
            yield Block(max(one.height for one in blocks), tuple(shape for one in blocks for shape in one.shapes))

    def _criterion(self, row: CriterionView) -> Block:
        pips = row.pips or (False,) * 5
        shapes: list[Shape] = [Bar(0, 2, 9, 9, row.slot), Bar(17, 4, min(70, _length(row.name)), THICK, "line")]
        x = 96.0
        shapes += [Bar(x + 12 * at, 4, 10, THICK, "accent" if on else "line", 1) for at, on in enumerate(pips)]
        x += 12 * len(pips) + 8
        if not row.reason:
            return Block(13, tuple(shapes))
        below = self._narrow
        bars, y = self._bars(
            row.reason, 17 if below else x, 14 if below else 4, self._width - (17 if below else x), "line"
        )
        return Block(max(13, y + 1), (*shapes, *bars))

    def _turn(self, turn: TurnView) -> Block:
        beside = not self._narrow
        width = self._width - (MARGIN_WIDTH + MARGIN_GAP if beside else 0) - 9
        ink = {"ag": "accent", "cu": "line_strong"}.get(turn.css, "")
        shapes: list[Shape] = [Bar(0, 0, self._width, 1, "line", 0)]
        y = 7.0
        if turn.name:
            shapes.append(Bar(9, y, min(width, 12 + _length(turn.name)), THICK, "line_strong"))
            y += LINE
        bars, bottom = self._bars(words_of(turn.nodes), 9, y, width, "line")
        shapes += bars
        if ink:
            shapes.append(Bar(0, 4, 2, max(12, bottom - 6), ink, 1))
        left, top = (self._width - MARGIN_WIDTH, 5.0) if beside else (9.0, bottom + 2)
        for comment in turn.comments:
            marks, top = self._comment(comment, left, MARGIN_WIDTH if beside else width, top)
            shapes += marks
        return Block(max(bottom, top) + 3, tuple(shapes))

    def _comment(self, one: CommentView, x: float, width: float, top: float = 0.0) -> tuple[tuple[Shape, ...], float]:
        texts = (one.text, *("".join(piece.text for piece in one.suggested),), *(reply.text for reply in one.replies))
        shapes: list[Shape] = [Bar(x + 8, top + 2, min(width - 8, _length(one.name)), THICK, "line_strong")]
        y = top + 2 + LINE
        for text in filter(None, texts):
            bars, y = self._bars(text, x + 8, y, width - 8, "line")
            shapes += bars
        return (Bar(x, top, 2.5, y - top - 3, one.slot, 1), *shapes), y + 3

    def _revised(self, row: RevisedView) -> Block:
        ink = CHANGED.get(row.css.partition(" ")[0], "line_strong")
        half = self._width if self._narrow else (self._width - 26) / 2
        shapes: list[Shape] = [Bar(0, 0, self._width, 1, "line", 0)]
        y = 6.0
        before, bottom = self._said(row.before, 0, y, half)
        unchanged = not row.change
        if self._narrow and unchanged:
            return Block(bottom + 3, (*shapes, *before))
        left, top = (0.0, bottom + 4) if self._narrow else (half + 26, y)
        after, end = self._said(row.after, left, top, half)
        sign = () if unchanged else (Bar(self._width / 2 - 4, y, 8, 8, ink, 4),) if not self._narrow else ()
        return Block(max(bottom, end) + 3, (*shapes, *before, *sign, *after))

    def _said(self, says: Iterable[SayView], x: float, top: float, width: float) -> tuple[tuple[Shape, ...], float]:
        shapes: list[Shape] = []
        y = top
        for say in says:
            shapes.append(Bar(x, y, min(width, 12 + _length(say.name)), THICK, "line_strong"))
            y += LINE
            ink = {"del": "deleted", "ins": "inserted"}
            place = 0.0
            for piece in say.pieces:
                bars, place, y = _run(piece.text, ink.get(piece.tag, "line"), x, y, width, place)
                shapes += bars
            y += LINE
        return tuple(shapes), max(y, top + LINE)

    def _clean(self, turn: CleanView) -> Block:
        bars, y = self._bars(turn.text, 9, 6 + LINE, self._width - 9, "line")
        ink = "accent" if turn.css == "ag" else "line_strong"
        name = Bar(9, 6, min(self._width - 9, 12 + _length(turn.name)), THICK, "line_strong")
        return Block(y + 4, (Bar(0, 4, 2, y - 6, ink, 1), name, *bars))

    def _marked(self, turn: MarkedView) -> Block:
        beside = not self._narrow
        width = self._width - (MARGIN_WIDTH + MARGIN_GAP if beside else 0) - 9
        say = SayView(turn.number or 0, turn.icon, turn.name, turn.pieces)
        said, bottom = self._said([say], 9, 6, width)
        ink = "accent" if "ag" in turn.css.split() else "line_strong"
        shapes: list[Shape] = [Bar(0, 0, self._width, 1, "line", 0), Bar(0, 4, 2, bottom - 6, ink, 1), *said]
        left, top = (self._width - MARGIN_WIDTH, 6.0) if beside else (9.0, bottom + 2)
        room = MARGIN_WIDTH if beside else width
        for text, ink in ((turn.change, "line_strong"), (turn.reason, "line")):
            if text:
                bars, top = self._bars(text, left, top, room, ink)
                shapes += bars
        return Block(max(bottom, top) + 3, tuple(shapes))

    def _named(self, slot: int, name: str) -> Block:
        return Block(14, (Bar(0, 2, 9, 9, slot), Bar(17, 4, _length(name), THICK, "line")))

    def _lines(self, texts: Sequence[tuple[str, str]]) -> Block:
        shapes: list[Shape] = []
        y = 2.0
        for text, ink in texts:
            bars, y = self._bars(text, 0, y, self._width, ink)
            shapes += bars
        return Block(y + 6, tuple(shapes))

    def _stacked(self, made: tuple[tuple[Shape, ...], float]) -> Block:
        shapes, height = made
        return Block(height + 3, shapes)

    def _bars(self, text: str, x: float, y: float, width: float, ink: str) -> tuple[tuple[Shape, ...], float]:
        """Lines for words, and where the next thing may begin."""
        bars, _, last = _run(text, ink, x, y, width, 0.0)
        return bars, last + LINE


def words_of(nodes: Iterable[Node]) -> str:
    """The words of marked text."""
    return "".join(
        words_of(one.nodes) if isinstance(one, Mark) else one if isinstance(one, str) else "" for one in nodes
    )


def _length(text: str) -> float:
    return max(6.0, len(text) * SIGN)


def _run(text: str, ink: str, x: float, y: float, width: float, start: float) -> tuple[tuple[Shape, ...], float, float]:
    """Lines from `start` px on in the first of them; gives where the words end: px in the last line, and its top."""
    bars: list[Shape] = []
    left, place = len(text) * SIGN, start
    for _ in range(ceil((left + start) / width) + 1):
        if left <= 0:
            break
        if width - place < 1:
            place, y = 0.0, y + LINE
        long = min(left, width - place)
        bars.append(Bar(x + place, y, long, THICK, ink))
        left -= long
        place += long
    return tuple(bars), place, y
