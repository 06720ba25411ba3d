"""Original turns by position for rows that are read in order, without holding the whole chat."""

from collections.abc import Callable, Iterable, Iterator

from reviewer.domain.alignment import Alignment
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn

Turns = Callable[[], Iterable[Turn]]


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
    alignment = Alignment(full, reader(full, turns))
    for row in range(len(full.dialogue)):
        revised = alignment.line(row).revised
        if revised is not None:
            yield revised
