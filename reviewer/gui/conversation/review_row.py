"""One turn in Review: its words laid out with room for pins, and where everything in it stands."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from reviewer.domain.segments import Highlight
from reviewer.domain.transcript import Role, Speaker, Turn, TurnKind
from reviewer.gui import fonts
from reviewer.gui.conversation.marks import TurnMarks
from reviewer.gui.conversation.pinned_text import PinnedText
from reviewer.gui.conversation.underlines import LANES

THIRD_LANE = 4
PAUSE_HEIGHT = 26
MORE_WIDTH, MORE_HEIGHT = 18, 14


@dataclass(frozen=True, slots=True)
class Spoken:
    """A turn with who said it and the pause before it, in words or empty."""

    turn: Turn
    speaker: Speaker | None
    pause: str = ""

    @property
    def system(self) -> bool:
        """Whether it is a line of the chat program itself."""
        return self.turn.kind is TurnKind.SYSTEM

    @property
    def role(self) -> Role:
        """The part of who speaks."""
        if self.system:
            return Role.SYSTEM
        return self.speaker.role if self.speaker else Role.OTHER


class ReviewRow:
    """All px count from the top of the row; `text_left` of the paper is x 0 for words, pins and carets."""

    def __init__(self, spoken: Spoken, marks: TurnMarks, width: int, *, mirrored: bool = False) -> None:
        self.spoken = spoken
        self.marks = marks
        self.top = fonts.scaled(PAUSE_HEIGHT) if spoken.pause else 0
        self.name_top = self.top + (8 if spoken.system else 9)
        self.name_height = 0 if spoken.system else fonts.scaled(18)
        self.text_top = self.name_top + self.name_height + (0 if spoken.system else 1)
        size, line = (13, 20) if spoken.system else (15, 25)
        self._pinned = PinnedText(
            spoken.turn.text,
            marks.pins,
            fonts.font(size, italic=spoken.system),
            (width, fonts.scaled(line)),
            mirrored=mirrored,
            extra=self._third_lane,
        )
        self.block = self._pinned.block
        self.pins = self._pinned.pins
        self.height = self.text_top + self.block.height + (8 if spoken.system else 10)

    @property
    def position(self) -> int:
        """The turn's number."""
        return self.spoken.turn.position

    @property
    def text(self) -> str:
        """The turn's own words."""
        return self.spoken.turn.text

    def caret(self, point: int) -> QRectF:
        """Where the caret before code point `point` stands, x from the text's left."""
        return self.block.caret(point).translated(0, self.text_top)

    def point_at(self, x: float, y: float) -> int:
        """The code point nearest to a place."""
        return self.block.point_at(x, y - self.text_top)

    def rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles that code points `start` to `end` cover, line by line, a line high."""
        return [
            QRectF(one.left, self.text_top + one.line.top, one.width, one.line.height)
            for one in self.block.stretches(start, end)
        ]

    @property
    def deep(self) -> list[Highlight]:
        """The highlights that have no lane of their own; “+2” says how many."""
        return [one for one in self.marks.highlights if one.lane >= len(LANES)]

    @property
    def more_rect(self) -> QRectF:
        """Where “+2” stands, at the end of the words of the last highlight without a lane; empty without one."""
        deep = self.deep
        ends = self.block.stretches(deep[-1].start, deep[-1].end)[-1:] if deep else []
        if not ends:
            return QRectF()
        bottom = self.text_top + ends[0].line.baseline + fonts.scaled(LANES[-1] + 8)
        width, height = fonts.scaled(MORE_WIDTH), fonts.scaled(MORE_HEIGHT)
        return QRectF(ends[0].right - width, bottom - height, width + 4, height)

    def annotations_under_more(self) -> list[str]:
        """All comments on the words where “+2” stands, the innermost first."""
        last = self.deep[-1]
        return [one.annotation.id for one in self.marks.highlights if one.start < last.end and last.start < one.end]

    def annotations_at(self, x: float, y: float) -> list[str]:
        """The annotations whose pin or words are at a place, the innermost first."""
        for placed in self.pins:
            if placed.rect.translated(0, self.text_top).contains(x, y):
                return [placed.pin.annotation_id]
        return [
            one.annotation.id
            for one in self.marks.highlights
            if any(rect.contains(x, y) for rect in self.rects(one.start, one.end))
        ]

    def _third_lane(self, first: int, last: int) -> float:
        deep = (one.lane for one in self.marks.highlights if one.start < last and first < one.end)
        return fonts.scaled(THIRD_LANE) if max(deep, default=0) >= len(LANES) - 1 else 0
