"""Blocks onto pages, one page at a time, so that long chats need no more memory than short ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reviewer.gui.printing.blocks import Block
from reviewer.gui.printing.lettering import PT

LARGE_SHARE: Final = 0.45
"""What is higher than this share of a page may be split; the rest moves to the next page whole."""
WORTHWHILE: Final = 90 * PT
"""In less room than this nothing is begun that has to be split."""


@dataclass(frozen=True)
class Flow:
    """A block on its way: one that `keeps` stays with what follows; `vanishes` at the top of a page."""

    block: Block
    keeps: bool = False
    vanishes: bool = False


@dataclass(frozen=True)
class Placed:
    """A block and how far below the top margin it begins."""

    block: Block
    top: float


def pages(flows: Iterable[Flow], height: float) -> Iterator[list[Placed]]:
    """The blocks of each page; a page has room for `height`."""
    filling = _Filling(height)
    held: list[Flow] = []
    for flow in flows:
        held.append(flow)
        if not flow.keeps or sum(one.block.height for one in held) > height * LARGE_SHARE:
            yield from filling.take(held)
            held = []
    yield from filling.take(held)
    if filling.page:
        yield filling.page


class _Filling:
    def __init__(self, height: float) -> None:
        self.height = height
        self.page: list[Placed] = []
        self._used = 0.0

    def take(self, flows: list[Flow]) -> Iterator[list[Placed]]:
        """Place flows that belong together; gives the pages that are full."""
        waiting = list(flows)
        while waiting:
            if not self.page:
                waiting = _without_first_room(waiting)
            if not waiting or self._fits(waiting):
                self._place(waiting)
                return
            waiting = self._begin(waiting)
            yield self.page
            self.page, self._used = [], 0.0

    def _fits(self, flows: list[Flow]) -> bool:
        return self._used + sum(one.block.height for one in flows) <= self.height + 1

    def _begin(self, flows: list[Flow]) -> list[Flow]:
        """Fill the page with what can be split; gives what is left."""
        *heads, last = flows
        room = self.height - self._used - sum(one.block.height for one in heads)
        may_split = not self.page or last.block.height > self.height * LARGE_SHARE
        first, rest = last.block.split(room) if may_split and room >= WORTHWHILE else (None, last.block)
        if first is not None:
            self._place([*heads, Flow(first)])
            return [Flow(rest)] if rest is not None else []
        if not self.page:
            self._place(flows)
            return []
        return flows

    def _place(self, flows: list[Flow]) -> None:
        for one in flows:
            self.page.append(Placed(one.block, self._used))
            self._used += one.block.height


def _without_first_room(flows: list[Flow]) -> list[Flow]:
    first = next((place for place, one in enumerate(flows) if not one.vanishes), len(flows))
    return flows[first:]
