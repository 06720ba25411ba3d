"""The rows of the Review paper, laid out when they come on screen and kept until they change."""

from collections import OrderedDict
from typing import Final

from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.gui import fonts
from reviewer.gui.conversation import times
from reviewer.gui.conversation.header import ABOVE_PAPER, Header, facts
from reviewer.gui.conversation.marks import Marks
from reviewer.gui.conversation.paper import Paper
from reviewer.gui.conversation.review_row import ReviewRow, Spoken
from reviewer.gui.conversation.turn_source import TurnSource

KEPT: Final = 512
BELOW_WORDS, BELOW_PAPER = 12, 24

Key = tuple[int, int, float, bool]


class ReviewRows:
    """Row 0 is the header, row n the turn at position n, the last row the end of the paper."""

    def __init__(self, full: FullReview, turns: TurnSource, paper: Paper) -> None:
        self.full = full
        self.turns = turns
        self.paper = paper
        self.marks = Marks(full)
        self._speakers = {one.id: one for one in full.shown_speakers}
        self._rows: OrderedDict[Key, ReviewRow] = OrderedDict()
        self._header: tuple[object, Header] | None = None

    def set_review(self, full: FullReview) -> None:
        """Use what `full` marks; rows whose marks and speakers stay the same are kept."""
        self.full = full
        self.marks = Marks(full)
        speakers = {one.id: one for one in full.shown_speakers}
        if speakers != self._speakers:
            self._rows.clear()
        self._speakers = speakers
        self._header = None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.turns.count + 2

    def height(self, row: int) -> float:
        """The height of a row in px."""
        if row == 0:
            return self.header.height
        if row > self.turns.count:
            return BELOW_WORDS + BELOW_PAPER
        return self.turn(row).height

    def turn(self, position: int) -> ReviewRow:
        """The row of one turn."""
        turn = self.turns.turn(position)
        marks = self.marks.of(turn)
        key = position, self.paper.text_width, fonts.scale(), self.paper.mirrored
        row = self._rows.pop(key, None)
        if row is None or row.marks != marks:
            row = ReviewRow(self._spoken(turn), marks, self.paper.text_width, mirrored=self.paper.mirrored)
        self._rows[key] = row
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)
        return row

    @property
    def header(self) -> Header:
        """The first row."""
        key = self.paper, fonts.scale()
        if self._header is None or self._header[0] != key:
            count = self.turns.count
            last = self.turns.turn(count).sent_at if count else None
            self._header = key, Header(self.full.transcript.title, facts(self.full, last), self.paper)
        return self._header[1]

    def paper_edges(self, rows: list[tuple[int, float]], height: int) -> tuple[float, float]:
        """Top and bottom of the paper in viewport px; beyond the viewport where it goes on."""
        tops = dict(rows)
        top = tops[0] + ABOVE_PAPER if 0 in tops else -32.0
        end = self.count - 1
        bottom = tops[end] + BELOW_WORDS if end in tops else height + 32.0
        return top, bottom

    def _spoken(self, turn: Turn) -> Spoken:
        before = self.turns.turn(turn.position - 1).sent_at if turn.position > 1 else None
        speaker = self._speakers.get(turn.speaker) if turn.speaker else None
        return Spoken(turn, speaker, times.pause(before, turn.sent_at))
