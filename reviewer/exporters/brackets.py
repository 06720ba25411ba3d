"""Brackets beside whole turns that have a comment, next to each other where they overlap."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from reviewer.domain.annotation import Annotation
from reviewer.exporters.view_model import Bracket, Ref

MOST_LANES: Final = 4
"""Where more brackets than this overlap, the last ones share a lane."""


def bracket_lanes(annotations: Iterable[Annotation]) -> dict[str, int]:
    """The lane of each whole-turn comment by its id; 0 is outermost."""
    last_turn_in = [0] * MOST_LANES
    lanes: dict[str, int] = {}
    for one in sorted((one for one in annotations if one.anchor.whole_turns), key=_first_then_longest):
        free = (lane for lane, last in enumerate(last_turn_in) if last < one.anchor.first_turn)
        lane = next(free, MOST_LANES - 1)
        last_turn_in[lane] = max(last_turn_in[lane], one.anchor.last_turn)
        lanes[one.id] = lane
    return lanes


def brackets_at(
    annotations: Iterable[Annotation], position: int, lanes: Mapping[str, int], ref: Callable[[Annotation], Ref]
) -> tuple[Bracket, ...]:
    """The brackets beside the turn at `position`."""
    return tuple(
        Bracket(_part(one, position), lanes[one.id], ref(one).slot) for one in annotations if one.anchor.whole_turns
    )


def room_for(brackets: Sequence[Bracket]) -> str:
    """The classes of the words beside the brackets: room for the lanes, and whether one goes on below."""
    if not brackets:
        return ""
    goes_on = any(one.part in ("b1", "bm") for one in brackets)
    return f" w{max(one.lane for one in brackets)}" + (" far" if goes_on else "")


def _part(annotation: Annotation, position: int) -> str:
    first, last = annotation.anchor.first_turn == position, annotation.anchor.last_turn == position
    return "b0" if first and last else "b1" if first else "b2" if last else "bm"


def _first_then_longest(annotation: Annotation) -> tuple[int, int, str]:
    return annotation.anchor.first_turn, -annotation.anchor.last_turn, annotation.id
