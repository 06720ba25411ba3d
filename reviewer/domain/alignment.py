"""Original and revised words of each row, with what changed between them; for window and pages alike."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reviewer.domain.dialogue import Line
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.transcript import Turn, TurnKind
from reviewer.domain.worddiff import Mark, Piece, differences_across, word_differences


@dataclass(frozen=True, slots=True)
class AlignedLine:
    """One row: the original turn if it has one, the turn of the revision if one stands there.

        The position of `revised` counts in the revision. `before` are the kept and deleted pieces of the original,
    `after` the kept and inserted ones of the revised words; an unchanged turn has neither.
    """

    line: Line
    original: Turn | None
    revised: Turn | None
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    pieces: tuple[Piece, ...] = ()
    """Both in one, deletions before insertions, where one turn became one turn; else what is marked on either side."""

    @property
    def change(self) -> RevisedTurn | None:
        """What became of the turn, if anything."""
        return self.line.change

    @property
    def speaker_changed(self) -> bool:
        """Whether somebody else says it in the revision."""
        both = self.original and self.revised
        return bool(both and self.original and self.revised and self.original.speaker != self.revised.speaker)


class Alignment:
    """Rows count from 0, as in `full.dialogue`; `turn_at` gives the original turn at a position."""

    def __init__(self, full: FullReview, turn_at: Callable[[int], Turn | None]) -> None:
        self._full = full
        self._turn_at = turn_at
        self._groups: dict[str, _Compared] = {}

    def line(self, row: int) -> AlignedLine:
        """What stands in one row."""
        line = self._full.dialogue[row]
        original = self._turn_at(line.position) if line.position else None
        change = line.change
        if change is None:
            return AlignedLine(line, original, replace(original, position=line.number or 0) if original else None)
        revised = self._revised(line, change, original)
        found = self._pieces(change)
        before = found.before.get(original.position, ()) if original else ()
        after = found.after.get(change.id, ()) if revised else ()
        marked = tuple(one for one in (*before, *after) if one.mark is not Mark.KEPT)
        return AlignedLine(line, original, revised, before, after, found.both or marked)

    def _revised(self, line: Line, change: RevisedTurn, original: Turn | None) -> Turn | None:
        if line.number is None:
            return None
        own = original or (self._turn_at(change.origin) if change.origin else None)
        kind = own.kind if own else TurnKind.MESSAGE
        sent = original.sent_at if original else None
        transcript = self._full.transcript.id
        return Turn(transcript, line.number, change.speaker, sent, kind, change.text)

    def _pieces(self, change: RevisedTurn) -> "_Compared":
        if change.id not in self._groups:
            self._compare(change)
        return self._groups[change.id]

    def _compare(self, change: RevisedTurn) -> None:
        """Differences between the original turns and all changes that hold their words, which may share turns."""
        changes = self._full.dialogue.tied_to(change)
        origins = {origin for one in changes for origin in one.origins}
        turns = [turn for origin in sorted(origins) if (turn := self._turn_at(origin))]
        said = sorted(
            (one for one in changes if one.kind is not ChangeKind.REMOVED), key=lambda one: (one.order_key, one.id)
        )
        pieces: tuple[Piece, ...] = ()
        if len(turns) <= 1 and len(said) <= 1:
            pieces = word_differences(turns[0].text if turns else "", said[0].text if said else "")
            old = [tuple(one for one in pieces if one.mark is not Mark.INSERTED)] * len(turns)
            new = [tuple(one for one in pieces if one.mark is not Mark.DELETED)] * len(said)
        else:
            old, new = differences_across([turn.text for turn in turns], [one.text for one in said])
        before = {turn.position: pieces for turn, pieces in zip(turns, old, strict=True)}
        after = {one.id: pieces for one, pieces in zip(said, new, strict=True)}
        for one in changes:
            self._groups[one.id] = _Compared(before, after, pieces)


@dataclass(frozen=True, slots=True)
class _Compared:
    """Pieces of original turns by position, and of changes by id."""

    before: dict[int, tuple[Piece, ...]]
    after: dict[str, tuple[Piece, ...]]
    both: tuple[Piece, ...]
