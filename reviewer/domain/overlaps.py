"""Comments by several people on the same words: under one criterion, with at least half of the shorter in common."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.anchor import Anchor, anchor_at, turn_anchor
from reviewer.domain.annotation import Annotation

Texts = Mapping[int, str]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A comment with a place, by `person` (id); `criterion` is what versions of its criterion share, None a note."""

    person: str
    criterion: str | None
    annotation: Annotation

    @property
    def anchor(self) -> Anchor:
        """Its place."""
        return self.annotation.anchor


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Comments of two people or more that match; `anchor` reaches from the first to the last words that two marked."""

    criterion: str | None
    anchor: Anchor
    marked: tuple[Marked, ...]

    @property
    def people(self) -> int:
        """How many people marked them."""
        return len({one.person for one in self.marked})


def shared_words(marked: Iterable[Marked], texts: Texts) -> list[SharedWords]:
    """The words that several people marked, in reading order; `texts` holds the turns that the comments touch."""
    by_criterion: dict[str | None, list[Marked]] = {}
    for one in marked:
        by_criterion.setdefault(one.criterion, []).append(one)
    found = [shared for ours in by_criterion.values() for shared in _shared(ours, texts)]
    return sorted(found, key=lambda one: (*_end(one.anchor), one.anchor.extent, one.criterion or ""))


def matches(first: Anchor, second: Anchor, texts: Texts) -> bool:
    """Whether two places have at least half of the shorter in common, in code points."""
    turns = range(max(first.first_turn, second.first_turn), min(first.last_turn, second.last_turn) + 1)
    common = sum(_common(first, second, turn, len(texts[turn])) for turn in turns)
    return common > 0 and 2 * common >= min(_size(first, texts), _size(second, texts))


def _shared(marked: Sequence[Marked], texts: Texts) -> Iterator[SharedWords]:
    """The groups under one criterion: whoever matches one of a group belongs to it."""
    order = sorted(marked, key=lambda one: (_start(one.anchor), _end(one.anchor), one.annotation.id))
    group = list(range(len(order)))
    edges: list[tuple[int, int]] = []
    for at, one in enumerate(order):
        for other in range(at + 1, len(order)):
            if _start(order[other].anchor) >= _end(one.anchor):
                break
            if one.person != order[other].person and matches(one.anchor, order[other].anchor, texts):
                edges.append((at, other))
                _unite(group, at, other)
    for root in sorted({_root(group, at) for at, _ in edges}):
        pairs = [(order[one].anchor, order[two].anchor) for one, two in edges if _root(group, one) == root]
        ours = tuple(one for at, one in enumerate(order) if _root(group, at) == root)
        yield SharedWords(ours[0].criterion, _hull(pairs, texts), ours)


def _hull(pairs: Sequence[tuple[Anchor, Anchor]], texts: Texts) -> Anchor:
    first, start = min(max(_start(one), _start(two)) for one, two in pairs)
    last, end = max(min(_end(one), _end(two)) for one, two in pairs)
    if all(one.whole_turns for pair in pairs for one in pair):
        return turn_anchor(texts, first, last)
    return anchor_at(texts, first, start, last, end)


def _root(group: list[int], at: int) -> int:
    while group[at] != at:
        at = group[at]
    return at


def _unite(group: list[int], one: int, two: int) -> None:
    low, high = sorted((_root(group, one), _root(group, two)))
    group[high] = low


def _start(anchor: Anchor) -> Place:
    return anchor.first_turn, anchor.start


def _end(anchor: Anchor) -> Place:
    return anchor.last_turn, anchor.end


def _size(anchor: Anchor, texts: Texts) -> int:
    return sum(
        _common(anchor, anchor, turn, len(texts[turn])) for turn in range(anchor.first_turn, anchor.last_turn + 1)
    )


def _common(first: Anchor, second: Anchor, turn: int, length: int) -> int:
    """Code points of one turn that lie in both."""
    one, two = first.span_in(turn, length), second.span_in(turn, length)
    return max(0, min(one[1], two[1]) - max(one[0], two[0])) if one and two else 0
