"""Words of a turn with nested marks and the numbers of comments after them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from reviewer.domain.annotation import Annotation
from reviewer.domain.segments import Highlight, Segment, highlights_in, segments
from reviewer.exporters.view_model import Mark, Node, Ref

RefOf = Callable[[Annotation], Ref]


def marked_text(annotations: Sequence[Annotation], position: int, text: str, ref: RefOf) -> tuple[Node, ...]:
    """The turn's text cut into nodes; overlapping marks are cut at each border and nested, the longest outside.

    A comment that ends before the first word of the turn has its number there.
    """
    if len(annotations) == 1 and (once := _marked_once(annotations[0], position, text, ref)):
        return once
    highlights = highlights_in(annotations, position, len(text))
    here = [one.id for one in annotations if one.anchor.last_turn == position]
    nodes = list(_nested(segments(highlights, len(text)), 0, text, ref, here))
    marked = {one.annotation.id for one in highlights}
    ended = [one for one in annotations if one.id in here and one.id not in marked]
    before = (ref(one) for one in ended if not one.anchor.whole_turns)
    return (*before, *nodes, *(ref(one) for one in ended if one.anchor.whole_turns))


def _marked_once(one: Annotation, position: int, text: str, ref: RefOf) -> tuple[Node, ...]:
    """The nodes of a turn with one mark, which most have that have any; empty where it marks no words of the turn."""
    start, end = one.anchor.span_in(position, len(text)) or (0, 0)
    if one.anchor.whole_turns or start >= end:
        return ()
    link = ref(one)
    ended = link if one.anchor.last_turn == position else ""
    return tuple(filter(None, (text[:start], Mark(link.slot, (text[start:end],)), ended, text[end:])))


def _nested(pieces: Iterable[Segment], depth: int, text: str, ref: RefOf, here: Sequence[str]) -> Iterable[Node]:
    for key, group in groupby(pieces, key=lambda piece: _at_depth(piece, depth)):
        run = list(group)
        if key is None:
            yield text[run[0].start : run[-1].end]
            continue
        yield Mark(ref(key.annotation).slot, tuple(_nested(run, depth + 1, text, ref, here)))
        if run[-1].end == key.end and key.annotation.id in here:
            yield ref(key.annotation)


def _at_depth(piece: Segment, depth: int) -> Highlight | None:
    outermost_first = tuple(reversed(piece.highlights))
    return outermost_first[depth] if depth < len(outermost_first) else None
