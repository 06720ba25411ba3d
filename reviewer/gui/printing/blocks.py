"""What pages are made of: things with a height that can be painted, and most of which can go on over a page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from PySide6.QtCore import QRectF

from reviewer.gui.printing.canvas import Canvas

Halves = tuple["Block | None", "Block | None"]


class Block(Protocol):
    """Anything on a page. Heights and places are tenths of a point."""

    @property
    def height(self) -> float:
        """From top to bottom."""
        ...

    def split(self, room: float) -> Halves:
        """What fits into `room`, None if nothing does, and the rest."""
        ...

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """With its top left corner there."""
        ...


@dataclass(frozen=True)
class Whole:
    """Something of a height that cannot be split, painted by a function."""

    height: float
    draw: Callable[[Canvas, float, float], None]

    def split(self, room: float) -> Halves:
        """All or nothing."""
        return (self, None) if self.height <= room else (None, self)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """By the function."""
        self.draw(canvas, x, y)


def space(height: float) -> Whole:
    """Room."""
    return Whole(height, lambda canvas, x, y: None)


class Stack:
    """Blocks below each other, `gap` apart."""

    def __init__(self, blocks: Iterable[Block], gap: float = 0.0) -> None:
        self.blocks = tuple(blocks)
        self.gap = gap

    @property
    def height(self) -> float:
        """With the gaps."""
        return sum(one.height for one in self.blocks) + self.gap * max(0, len(self.blocks) - 1)

    def split(self, room: float) -> Halves:
        """Between two blocks, or within one."""
        left = room
        for place, block in enumerate(self.blocks):
            if block.height <= left + 1:
                left -= block.height + self.gap
                continue
            first, rest = block.split(left)
            before = (*self.blocks[:place], *((first,) if first else ()))
            after = (*((rest,) if rest else ()), *self.blocks[place + 1 :])
            return (Stack(before, self.gap) if before else None), Stack(after, self.gap)
        return self, None

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """From the top."""
        for block in self.blocks:
            block.paint(canvas, x, y)
            y += block.height + self.gap


@dataclass(frozen=True)
class Cell:
    """A block in a row, `left` from its edge."""

    left: float
    block: Block


Ornament = Callable[[Canvas, QRectF, bool, bool], None]
"""Painted over the room of a row; it is said whether the row begins and whether it ends there."""


@dataclass(frozen=True)
class Row:
    """Cells beside each other, with room above and below, and a line above if wanted."""

    cells: Sequence[Cell]
    width: float
    above: float = 0.0
    below: float = 0.0
    line: str = ""
    thick: float = 6.0
    ornament: Ornament | None = None
    begins: bool = field(default=True)
    ends: bool = field(default=True)

    @property
    def height(self) -> float:
        """That of the highest cell."""
        return self.above + max((one.block.height for one in self.cells), default=0.0) + self.below

    def split(self, room: float) -> Halves:
        """Every cell where it can be split; not at all where one that has something cannot begin."""
        left = room - self.above - self.below
        halves = [(cell, *cell.block.split(left)) for cell in self.cells]
        if any(first is None for _, first, _ in halves):
            return None, self
        before = [Cell(cell.left, first) for cell, first, _ in halves if first]
        after = [Cell(cell.left, rest) for cell, _, rest in halves if rest]
        if not after:
            return self, None
        return replace(self, cells=before, ends=False), replace(self, cells=after, begins=False, line="")

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """The line, the cells, and what lies over them."""
        if self.line:
            canvas.rule(x, y, self.width, self.line, self.thick)
        for cell in self.cells:
            cell.block.paint(canvas, x + cell.left, y + self.above)
        if self.ornament:
            self.ornament(canvas, QRectF(x, y, self.width, self.height), self.begins, self.ends)


@dataclass(frozen=True)
class Inset:
    """A block with room around it, and something painted behind it over that room."""

    block: Block
    width: float
    behind: Ornament
    left: float = 0.0
    above: float = 0.0
    below: float = 0.0
    begins: bool = True
    ends: bool = True

    @property
    def height(self) -> float:
        """With the room."""
        return self.above + self.block.height + self.below

    def split(self, room: float) -> Halves:
        """Where the block can be split."""
        first, rest = self.block.split(room - self.above - self.below)
        if rest is None:
            return self, None
        if first is None:
            return None, self
        return replace(self, block=first, ends=False), replace(self, block=rest, begins=False)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """What is behind first."""
        self.behind(canvas, QRectF(x, y, self.width, self.height), self.begins, self.ends)
        self.block.paint(canvas, x + self.left, y + self.above)


@dataclass(frozen=True)
class Named:
    """A block that links and the table of contents lead to; `bookmark` is its level and title."""

    block: Block
    name: str = ""
    bookmark: tuple[int, str] | None = None

    @property
    def height(self) -> float:
        """That of the block."""
        return self.block.height

    def split(self, room: float) -> Halves:
        """The name stays with the beginning."""
        first, rest = self.block.split(room)
        return (replace(self, block=first) if first else None), (rest if first else self)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """The block, noted."""
        if self.name:
            canvas.place(self.name, y)
        if self.bookmark:
            canvas.bookmark(*self.bookmark, y)
        self.block.paint(canvas, x, y)


NOTHING: Final = space(0)
