"""One row of the revision: the original words and the new ones, laid out with what changed between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from reviewer.domain.alignment import AlignedLine
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.transcript import Speaker
from reviewer.domain.worddiff import Mark, Piece
from reviewer.gui import fonts
from reviewer.gui.conversation.columns import TEXT_TRAILING, Arrangement, Columns
from reviewer.gui.conversation.marks import NumberedPin, TurnMarks
from reviewer.gui.conversation.pinned_text import PinnedText
from reviewer.gui.conversation.review_row import Spoken

ABOVE, NAME, BELOW = 9, 18, 10
BETWEEN = 4
BUTTON = 24
VOID = 25
ALWAYS = ("remove", "insert", "rewrite", "more")
RESTORE = "Restore"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in one of the columns: where they begin below the top of the row, and their changed code points."""

    words: PinnedText
    top: float
    changed: tuple[Span, ...]
    commented: tuple[Span, ...] = ()
    """Words of comments that the revision kept."""

    @property
    def bottom(self) -> float:
        """Where they end."""
        return self.top + self.words.block.height


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands in place of words in a column, and the names beside a name; empty for nothing."""

    original: str = ""
    revised: str = ""
    tag: str = ""


class RevisionRow:
    """All px count from the top of the row. Where a column has no turn, its side of `spoken` is None."""

    def __init__(
        self,
        aligned: AlignedLine,
        speakers: tuple[Speaker | None, Speaker | None],
        marks: TurnMarks,
        columns: Columns,
        *,
        pins: bool = True,
        aside: Aside | None = None,
    ) -> None:
        self.aligned = aligned
        self.change = aligned.change
        self.marks = marks
        self.aside = aside or Aside()
        self.arrangement = columns.arrangement
        self.before = Spoken(aligned.original, speakers[0]) if aligned.original else None
        self.after = Spoken(aligned.revised, speakers[1]) if aligned.revised else None
        self.name_height = 0 if self.spoken and self.spoken.system else fonts.scaled(NAME)
        first = ABOVE + self.name_height + (1 if self.name_height else 0)
        self._lay_out(columns, first, marks.pins if pins else ())

    def _lay_out(self, columns: Columns, first: float, pins: Sequence[NumberedPin]) -> None:
        aligned = self.aligned
        inline, clean = columns.arrangement is Arrangement.INLINE, columns.arrangement is Arrangement.CLEAN
        gone, added = spans(aligned.before, Mark.DELETED), () if clean else spans(aligned.after, Mark.INSERTED)
        text = aligned.original.text if aligned.original else None
        hidden = text is None or clean or (inline and self.change is None)
        self.original = None if hidden or text is None else self._cell(text, first, gone, columns, pins)
        top = self.original.bottom + BETWEEN if inline and self.original else first
        new = aligned.revised.text if aligned.revised else None
        kept = () if clean or self.change is None else self._kept_comments()
        self.revised = None if new is None else self._cell(new, top, added, columns, (), kept)
        ends = [one.bottom for one in (self.original, self.revised) if one]
        self.revised_top = top
        void = top + fonts.scaled(VOID) if self.revised is None and not clean else 0
        self.height = max([*ends, void, first + fonts.scaled(VOID)]) + BELOW

    @property
    def spoken(self) -> Spoken | None:
        """Who says it in the revision, else who said it."""
        return self.after or self.before

    @property
    def position(self) -> int | None:
        """The number of the original turn on the left."""
        return self.aligned.line.position

    @property
    def removed(self) -> bool:
        """Whether the turn is gone in the revision."""
        return self.change is not None and self.change.kind is ChangeKind.REMOVED

    @property
    def revised_text(self) -> str:
        """What the turn says in the revision; where it is gone, what it would say again."""
        if self.aligned.revised:
            return self.aligned.revised.text
        said = self.change.text if self.change and self.removed else ""
        return said or (self.aligned.original.text if self.aligned.original else "")

    def _kept_comments(self) -> tuple[Span, ...]:
        """Where words of comments stand in the revised words."""
        if self.aligned.original is None:
            return ()
        found = []
        for old, new, length in _kept_places(self.aligned.before, self.aligned.after):
            for one in self.marks.highlights:
                start, end = max(old, one.start), min(old + length, one.end)
                if start < end:
                    found.append((new + start - old, new + end - old))
        return tuple(found)

    def _cell(
        self,
        text: str,
        top: float,
        changed: tuple[Span, ...],
        columns: Columns,
        pins: Sequence[NumberedPin],
        commented: tuple[Span, ...] = (),
    ) -> Cell:
        system = self.spoken is not None and self.spoken.system
        size, line = (13, 20) if system else (15, 25)
        measure = columns.text_width, fonts.scaled(line)
        words = PinnedText(text, pins, fonts.font(size, italic=system), measure, mirrored=columns.mirrored)
        return Cell(words, top, changed, commented)


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


def _kept_places(before: Sequence[Piece], after: Sequence[Piece]) -> list[tuple[int, int, int]]:
    """Where kept pieces begin in the old and the new text, and how long they are; where both sides agree on them."""
    left, right = _kept(before), _kept(after)
    if [text for _, text in left] != [text for _, text in right]:
        return []
    return [(old, new, len(text)) for (old, text), (new, _) in zip(left, right, strict=True)]


def _kept(pieces: Sequence[Piece]) -> list[tuple[int, str]]:
    found, at = [], 0
    for piece in pieces:
        if piece.mark is Mark.KEPT:
            found.append((at, piece.text))
        at += len(piece.text)
    return found


def buttons(row: RevisionRow, columns: Columns) -> dict[str, QRectF]:
    """The small buttons of the focused row, in the revised column, as far as they apply."""
    side = fonts.scaled(BUTTON)
    end = columns.column(revised=True) + columns.column_width - TEXT_TRAILING + 8
    middle = ABOVE + (row.name_height or fonts.scaled(20)) / 2
    if row.removed:
        wide = side + QFontMetricsF(fonts.font(12.5, 500)).horizontalAdvance(RESTORE) + 8
        return {"restore": columns.rect(end - wide, row.height / 2 - side / 2, wide, side)}
    names = ["revert"] if row.after is None else [*(["revert"] if row.change else []), *ALWAYS]
    return {
        name: columns.rect(end - (len(names) - number) * (side + 2), middle - side / 2, side, side)
        for number, name in enumerate(names)
    }


def place_words(change: RevisedTurn, number: int | None) -> str:
    """What stands at the old place of a turn that stands elsewhere now, with number `number` there."""
    if change.kind is ChangeKind.JOINED:
        return f"Joined with turn {number}" if number else "Joined"
    return f"Moved to {number}" if number else "Turn deleted"
