"""Original and revised dialogue as aligned rows, worked out from the changes alone."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer.domain.order_keys import order_key
from reviewer.domain.revision import ChangeKind, RevisedTurn


@dataclass(frozen=True, slots=True)
class Line:
    """One row of original and revision.

    `position` is the original turn on its left, None where there is none; `number` counts the turns of the revision
    from 1, None where no revised words stand in the row.
    """

    position: int | None
    change: RevisedTurn | None
    number: int | None

    @property
    def stands(self) -> bool:
        """Whether revised words stand in this row."""
        return self.number is not None

    @property
    def key(self) -> str:
        """Where the row sorts."""
        if self.position is not None:
            return order_key(self.position)
        return self.change.order_key if self.change else ""


class RevisedDialogue:
    """Rows count from 0. Takes time and room by the number of changes, not of turns.

    A turn that moved has a row at its old place and one at the new; one that was joined to another keeps its own row,
    without revised words; each further part of a split has a row of its own.
    """

    def __init__(self, turn_count: int, changes: Iterable[RevisedTurn]) -> None:
        self.turn_count = turn_count
        self._home: dict[int, RevisedTurn] = {}
        self._elsewhere: list[RevisedTurn] = []
        self._left: dict[int, RevisedTurn] = {}
        ordered = sorted(changes, key=lambda one: (one.order_key, one.id))
        for change in ordered:
            self._place(change)
        for change in ordered:
            for position in change.origins:
                if position not in self._home and 1 <= position <= turn_count:
                    self._left.setdefault(position, change)
        originals = range(1, turn_count + 1)
        self._after = [bisect_right(originals, one.order_key, key=order_key) for one in self._elsewhere]
        self._extra_rows = [after + number for number, after in enumerate(self._after)]
        gone = [one for one, change in self._home.items() if change.kind is ChangeKind.REMOVED]
        self._silent = sorted(self.row_of(position) for position in (*gone, *self._left))
        self._rows = {change.id: row for row, change in zip(self._extra_rows, self._elsewhere, strict=True)}
        self._rows |= {change.id: self.row_of(position) for position, change in self._home.items()}

    def _place(self, change: RevisedTurn) -> None:
        origin = change.origin if change.origin and 1 <= change.origin <= self.turn_count else None
        at_home = change.kind is ChangeKind.REMOVED or change.order_key == order_key(origin or 0)
        if origin and at_home and origin not in self._home:
            self._home[origin] = change
        elif change.kind is not ChangeKind.REMOVED:
            self._elsewhere.append(change)

    def __len__(self) -> int:
        return self.turn_count + len(self._elsewhere)

    def __getitem__(self, row: int) -> Line:
        """The row; raises IndexError beyond the last."""
        if not 0 <= row < len(self):
            raise IndexError(row)
        before = bisect_left(self._extra_rows, row)
        number = None if self._is_silent(row) else row + 1 - bisect_left(self._silent, row)
        if before < len(self._extra_rows) and self._extra_rows[before] == row:
            return Line(None, self._elsewhere[before], number)
        position = row - before + 1
        return Line(position, self._home.get(position) or self._left.get(position), number)

    def __iter__(self) -> Iterator[Line]:
        return (self[row] for row in range(len(self)))

    @property
    def count(self) -> int:
        """How many turns the revision has."""
        return len(self) - len(self._silent)

    def row_of(self, position: int) -> int:
        """The row with this original turn on its left."""
        return position - 1 + bisect_left(self._after, position)

    def row_of_change(self, change_id: str) -> int | None:
        """The row in which a change stands; None for one that is not of this revision."""
        return self._rows.get(change_id)

    @property
    def changed_rows(self) -> list[int]:
        """All rows with a change, in order; a move counts at both places."""
        return sorted({*self._rows.values(), *self._silent})

    def standing(self, row: int, step: int) -> int | None:
        """The nearest row after (`step` 1) or before (-1) this one in which revised words stand."""
        row += step
        while 0 <= row < len(self):
            if not self._is_silent(row):
                return row
            row += step
        return None

    def key_at(self, row: int) -> str:
        """Where a row sorts; before the first and after the last row lie keys too."""
        if row < 0:
            return order_key(0)
        return self[row].key if row < len(self) else order_key(self.turn_count + 1)

    def _is_silent(self, row: int) -> bool:
        place = bisect_left(self._silent, row)
        return place < len(self._silent) and self._silent[place] == row


def tally(changes: Iterable[RevisedTurn]) -> Counter[ChangeKind]:
    """How many changes there are of each kind; all parts of one split are one."""
    found: Counter[ChangeKind] = Counter()
    split = set()
    for change in changes:
        if change.kind is not ChangeKind.SPLIT:
            found[change.kind] += 1
        elif change.origin not in split:
            split.add(change.origin)
            found[ChangeKind.SPLIT] += 1
    return found
