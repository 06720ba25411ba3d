"""What one row of the table shows: its words, personal details as chips, joined lines with their number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reviewer.importers.base import Found, FoundTurn, LineKind, Unit
from reviewer.importers.personal import Detail

MOST_SHOWN: Final = 1500
SPACE: Final = "\u00a0"
PADDING: Final = {True: SPACE * 2, False: SPACE}
_SHOWN: Final[dict[str, str | int | None]] = {"\n": "\u2028", "\u2029": "\u2028", "\r": "\u200b", "\ufffc": "\ufffd"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text from `start` to `end` (code points) and how it is shown; `detail` makes it a chip.

    `line` is the number of a joined line that begins here; such a piece stands for no text.
    """

    start: int
    end: int
    shown: str
    detail: Detail | None = None
    replaced: bool = False
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """One row; `odd` rows hold something to look at."""

    turn: FoundTurn
    name: str
    pieces: tuple[Piece, ...]
    odd: bool

    @property
    def words(self) -> str:
        """All that is shown, as a screen reader says it."""
        return "".join(piece.shown for piece in self.pieces).replace("\u2028", "\n")


def pieces_of(
    turn: FoundTurn, details: Sequence[tuple[Detail, bool]], joined: Sequence[tuple[int, int]], unit: Unit
) -> tuple[Piece, ...]:
    """The text in pieces. `details` say whether they are replaced; `joined` are places with numbers of lines."""
    text = turn.text[:MOST_SHOWN]
    marks: list[tuple[int, int, Piece]] = []
    for one, replaced in details:
        if one.end <= len(text):
            pad = PADDING[replaced]
            words = f"{pad}{one.label if replaced else one.text}{pad}"
            marks.append((one.start, one.end, Piece(one.start, one.end, words, one, replaced)))
    for place, number in joined:
        if place < len(text):
            marks.append((place, place, Piece(place, place, f"↳ {unit.value} {number}: ", line=number)))
    pieces, last = [], 0
    for start, end, piece in sorted(marks, key=lambda one: one[:2]):
        if start < last:
            continue
        if start > last:
            pieces.append(Piece(last, start, text[last:start].translate(_TABLE)))
        pieces.append(piece)
        last = end
    rest = text[last:].translate(_TABLE) + ("…" if len(turn.text) > len(text) else "")
    return (*pieces, Piece(last, len(text), rest)) if rest or not pieces else tuple(pieces)


def joined_lines(found: Found, turn: FoundTurn, odd: Sequence[int]) -> list[tuple[int, int]]:
    """Where in the text the lines begin that were joined to the turn though they name nobody, with their numbers."""
    places = []
    start = 0
    for number in odd:
        if turn.where[0] < number <= turn.where[1] and found.lines[number - 1] is LineKind.CONTINUATION:
            words = found.texts[number - 1].strip() if number <= len(found.texts) else ""
            at = turn.text.find(words, start) if words else -1
            if at > 0:
                places.append((at, number))
                start = at + len(words)
    return places


_TABLE: Final = str.maketrans(_SHOWN)
