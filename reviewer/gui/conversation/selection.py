"""Caret and selection over the turns of a conversation, in code points; knows no window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Before code point `point` of the turn at position `turn`."""

    turn: int
    point: int


class Selection:
    """From where it was begun (`anchor`) to the caret; `whole_turns` when turns as such are meant."""

    def __init__(self) -> None:
        self.anchor = self.caret = Spot(1, 0)
        self.whole_turns = False

    @property
    def first(self) -> Spot:
        """The end nearer to the start of the conversation."""
        return min(self.anchor, self.caret)

    @property
    def last(self) -> Spot:
        """The end nearer to the end of the conversation."""
        return max(self.anchor, self.caret)

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.caret and not self.whole_turns

    def put(self, caret: Spot, *, extend: bool = False) -> None:
        """Move the caret; `extend` keeps the other end where it is."""
        if extend and self.whole_turns:
            self.anchor = Spot(self.anchor.turn, 0) if caret >= self.anchor else self.anchor
        self.caret = caret
        self.whole_turns = False
        if not extend:
            self.anchor = caret

    def put_both(self, anchor: Spot, caret: Spot) -> None:
        """Select from one spot to another."""
        self.anchor, self.caret, self.whole_turns = anchor, caret, False

    def put_turns(self, first: int, last: int, last_length: int) -> None:
        """Select whole turns; the caret is at the end of `last`, which may come before `first`."""
        if last >= first:
            self.anchor, self.caret = Spot(first, 0), Spot(last, last_length)
        else:
            self.anchor, self.caret = Spot(first, last_length), Spot(last, 0)
        self.whole_turns = True

    def clear(self) -> bool:
        """Drop the selection, keep the caret; says whether there was one."""
        had = not self.empty
        self.anchor, self.whole_turns = self.caret, False
        return had

    def holds_turn(self, position: int) -> bool:
        """Whether the turn at a position is touched."""
        return not self.empty and self.first.turn <= position <= self.last.turn

    def span_in(self, position: int, length: int) -> tuple[int, int] | None:
        """The selected code points of one turn, whose text has `length`; None when none are, or turns are meant."""
        if not self.holds_turn(position) or self.whole_turns:
            return None
        start = self.first.point if position == self.first.turn else 0
        end = self.last.point if position == self.last.turn else length
        return (start, end) if start < end else None
