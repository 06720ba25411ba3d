"""Original and revised dialogue as aligned rows, worked out from the changes alone."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer.domain.order_keys import order_key
from reviewer.domain.revision import ChangeKind, RevisedTurn

IN_PLACE = (ChangeKind.REWORDED, ChangeKind.REMOVED)
"""Changes that stand where the original does."""


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
        self._changes_of: dict[int, tuple[RevisedTurn, ...]] = {}
        self._groups = groups(ordered)
        for change in ordered:
            self._place(change)
        for change in ordered:
            for position in change.origins:
                self._changes_of[position] = (*self._changes_of.get(position, ()), change)
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
        at_home = change.kind in IN_PLACE or change.order_key == order_key(origin or 0)
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

    def changes_of(self, position: int) -> tuple[RevisedTurn, ...]:
        """The changes of the original turn at `position`: several where it is split."""
        return self._changes_of.get(position, ())

    def tied_to(self, change: RevisedTurn) -> list[RevisedTurn]:
        """A change and all others that hold words of the same original turns, through splits and joins."""
        found, wanted = [change], list(change.origins)
        for origin in wanted:
            for one in self.changes_of(origin):
                if one not in found:
                    found.append(one)
                    wanted += [other for other in one.origins if other not in wanted]
        return found

    @property
    def change_rows(self) -> list[int]:
        """The row of each change, as people count them, in order."""
        return sorted(self._rows[group[0].id] for group in self._groups if group[0].id in self._rows)

    @property
    def changed_rows(self) -> list[int]:
        """All rows with a change, in order; a move counts at both places."""
        return sorted({*self._rows.values(), *self._silent})

    def stretches(self) -> Iterator[range]:
        """All rows in order: each with a change alone, untouched ones that follow each other together.

        Along untouched rows positions and numbers go up by one.
        """
        row = 0
        for changed in self.changed_rows:
            if row < changed:
                yield range(row, changed)
            yield range(changed, changed + 1)
            row = changed + 1
        if row < len(self):
            yield range(row, len(self))

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


def groups(changes: Iterable[RevisedTurn]) -> list[list[RevisedTurn]]:
    """The changes as people count them: all parts of one split together, else each for itself."""
    found: dict[object, list[RevisedTurn]] = {}
    for change in changes:
        key = change.origin if change.kind is ChangeKind.SPLIT else change.id
        found.setdefault(key, []).append(change)
    return list(found.values())


def tally(changes: Iterable[RevisedTurn]) -> Counter[ChangeKind]:
    """How many changes there are of each kind, as people count them."""
    return Counter(group[0].kind for group in groups(changes))
