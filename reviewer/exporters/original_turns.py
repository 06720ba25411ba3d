"""Original turns by position for rows that are read in order, without holding the whole chat."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from reviewer.domain.alignment import AlignedLine, Alignment
from reviewer.domain.dialogue import Line
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import ChangeKind
from reviewer.domain.transcript import Turn

Turns = Callable[[], Iterable[Turn]]
Told = TypeVar("Told")


def reader(full: FullReview, turns: Turns) -> Callable[[int], Turn | None]:
    """Original turns by position: those with a change are held, the others read once, in order."""
    held = changed_turns(full, turns)
    rest = iter(turns())
    last: Turn | None = None

    def turn_at(position: int) -> Turn | None:
        nonlocal last
        if position in held:
            return held[position]
        while last is None or last.position < position:
            last = next(rest, None)
            if last is None:
                return None
        return last if last.position == position else None

    return turn_at


def changed_turns(full: FullReview, turns: Turns) -> dict[int, Turn]:
    """The original turns that the shown revision changes, by position."""
    wanted = {position for change in full.changes for position in change.origins}
    return {turn.position: turn for turn in turns() if turn.position in wanted} if wanted else {}


def revised_turns(full: FullReview, turns: Turns) -> Iterator[Turn]:
    """The shown revision as it would have been said; positions count in it."""

    def untouched(stayed: Iterable[Turn], shift: int) -> Iterable[Turn]:
        return (replace(turn, position=turn.position + shift) for turn in stayed) if shift else stayed

    def changed(lines: list[AlignedLine]) -> Iterator[Turn]:
        return (line.revised for line in lines if line.revised is not None)

    return aligned(full, turns, untouched, changed)


def aligned(
    full: FullReview,
    turns: Turns,
    untouched: Callable[[Iterable[Turn], int], Iterable[Told]],
    changed: Callable[[list[AlignedLine]], Iterable[Told]],
) -> Iterator[Told]:
    """Original and shown revision in the order of the dialogue.

    `untouched` is asked for turns that stayed and follow each other, with what their numbers in the revision are more
    than their positions, `changed` for the lines of each change: several where turns were split or joined.
    """
    dialogue, turn_at, after = full.dialogue, reader(full, turns), 0
    alignment = Alignment(full, turn_at)
    for rows in dialogue.stretches():
        line = dialogue[rows.start]
        if line.change is None and line.position is not None and line.number is not None:
            shift = line.number - line.position
            stayed = (turn_at(position) for position in range(line.position, line.position + len(rows)))
            yield from untouched((turn for turn in stayed if turn is not None), shift)
        elif rows.start >= after:
            after = rows.stop
            while after < len(dialogue) and _shares(line, dialogue[after]):
                after += 1
            yield from changed([alignment.line(row) for row in range(rows.start, after)])


def _shares(first: Line, line: Line) -> bool:
    """Whether a line shows more of the change that stands in the `first`: another part, or a turn joined to it."""
    change = first.change
    if change is None or line.change is None or not first.stands:
        return False
    if line.position is None:
        return line.change.kind is ChangeKind.SPLIT is change.kind and line.change.origin == change.origin
    return line.change is change and not line.stands
