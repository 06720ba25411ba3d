"""One turn of the revision: the original words and the new ones, laid out with what changed between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.worddiff import Mark, Piece, word_differences
from reviewer.gui import fonts
from reviewer.gui.conversation.columns import TEXT_TRAILING, Arrangement, Columns
from reviewer.gui.conversation.marks import TurnMarks
from reviewer.gui.conversation.pinned_text import PinnedText
from reviewer.gui.conversation.review_row import Spoken

ABOVE, NAME, BELOW = 9, 18, 10
BETWEEN = 4
BUTTON = 24

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in one of the columns: where they begin below the top of the row, and their changed code points."""

    words: PinnedText
    top: float
    changed: tuple[Span, ...]

    @property
    def bottom(self) -> float:
        """Where they end."""
        return self.top + self.words.block.height


class RevisionRow:
    """All px count from the top of the row."""

    def __init__(self, spoken: Spoken, change: RevisedTurn | None, marks: TurnMarks, columns: Columns) -> None:
        self.spoken = spoken
        self.change = change
        self.marks = marks
        self.arrangement = columns.arrangement
        self.name_height = 0 if spoken.system else fonts.scaled(NAME)
        first = ABOVE + self.name_height + (0 if spoken.system else 1)
        text = spoken.turn.text
        self.pieces: tuple[Piece, ...] = word_differences(text, change.text) if change and not self.removed else ()
        gone = ((0, len(text)),) if self.removed else spans(self.pieces, Mark.DELETED)
        new = change.text if change and not self.removed else text
        inline, clean = columns.arrangement is Arrangement.INLINE, columns.arrangement is Arrangement.CLEAN
        self.original = None if clean or (inline and not change) else self._cell(text, first, gone, columns, marks)
        top = self.original.bottom + BETWEEN if inline and self.original else first
        added = () if clean else spans(self.pieces, Mark.INSERTED)
        self.revised = None if self.removed else self._cell(new, top, added, columns, None)
        ends = [one.bottom for one in (self.original, self.revised) if one]
        self.revised_top = top
        self.height = max(ends, default=first + fonts.scaled(25)) + BELOW

    @property
    def position(self) -> int:
        """The number of the original turn."""
        return self.spoken.turn.position

    @property
    def removed(self) -> bool:
        """Whether the turn is gone in the revision."""
        return self.change is not None and self.change.kind is ChangeKind.REMOVED

    @property
    def revised_text(self) -> str:
        """What the turn says in the revision."""
        return self.change.text if self.change else self.spoken.turn.text

    def _cell(
        self, text: str, top: float, changed: tuple[Span, ...], columns: Columns, marks: TurnMarks | None
    ) -> Cell:
        size, line = (13, 20) if self.spoken.system else (15, 25)
        font = fonts.font(size, italic=self.spoken.system)
        pins = marks.pins if marks else ()
        measure = columns.text_width, fonts.scaled(line)
        return Cell(PinnedText(text, pins, font, measure, mirrored=columns.mirrored), top, changed)


def spans(pieces: Iterable[Piece], mark: Mark) -> tuple[Span, ...]:
    """Where the pieces under `mark` lie: in the old text for deleted ones, in the new text for inserted ones."""
    found: list[Span] = []
    at = 0
    for piece in pieces:
        if piece.mark in (Mark.KEPT, mark):
            if piece.mark is mark:
                found.append((at, at + len(piece.text)))
            at += len(piece.text)
    return tuple(found)


def buttons(row: RevisionRow, columns: Columns) -> dict[str, QRectF]:
    """The small buttons of the focused row, in the revised column: rewrite, and revert where something changed."""
    names = ["rewrite"] if row.change is None else ["revert", "rewrite"]
    side = fonts.scaled(BUTTON)
    end = columns.column(revised=True) + columns.column_width - TEXT_TRAILING
    middle = ABOVE + (row.name_height or fonts.scaled(20)) / 2
    return {
        name: columns.rect(end - (len(names) - number) * (side + 2), middle - side / 2, side, side)
        for number, name in enumerate(names)
    }
