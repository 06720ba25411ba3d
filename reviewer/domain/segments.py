"""Overlapping highlights of one turn, cut into pieces that can be drawn or nested."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reviewer.domain.annotation import Annotation


@dataclass(frozen=True, slots=True)
class Highlight:
    """Where one annotation lies in one turn, in code points; `lane` 0 is nearest to the words."""

    annotation: Annotation
    start: int
    end: int
    lane: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a turn that the same highlights cover, the shortest anchor first; none: plain text."""

    start: int
    end: int
    highlights: tuple[Highlight, ...]


def highlights_in(annotations: Iterable[Annotation], position: int, length: int) -> tuple[Highlight, ...]:
    """Highlights of word anchors in the turn at `position`, the shortest first, each with its underline lane."""
    placed: list[Highlight] = []
    for annotation in sorted(annotations, key=lambda one: (*one.anchor.extent, one.id)):
        span = None if annotation.anchor.whole_turns else annotation.anchor.span_in(position, length)
        if span is None or span[0] >= span[1]:
            continue
        start, end = span
        taken = {other.lane for other in placed if other.start < end and start < other.end}
        lane = next(free for free in range(len(taken) + 1) if free not in taken)
        placed.append(Highlight(annotation, start, end, lane))
    return tuple(placed)


def segments(highlights: Iterable[Highlight], length: int) -> tuple[Segment, ...]:
    """The whole turn, 0 to `length`, cut at each border of a highlight; the pieces join without gaps."""
    placed = tuple(highlights)
    borders = sorted({0, length, *(one.start for one in placed), *(one.end for one in placed)})
    return tuple(
        Segment(start, end, tuple(one for one in placed if one.start <= start and end <= one.end))
        for start, end in pairwise(borders)
    )
