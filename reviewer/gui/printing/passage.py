"""The words of one block with what is to be seen in them: marks, changes, numbers of comments."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reviewer.exporters.signs import shown
from reviewer.exporters.view_model import Mark, Node, Piece, Ref
from reviewer.gui.printing.lettering import BADGE, Lettering

LINE: Final = "\u2028"
EDGE: Final = "\u00a0"
"""Room at the sides of a badge, where no line breaks."""
BREAK: Final = "\u200b"
OBJECT: Final = "\ufffc"
LAST_OF_PLANE_0: Final = "\uffff"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are set in another way than the block; positions are UTF-16 units."""

    first: int
    last: int
    lettering: Lettering


@dataclass(frozen=True, slots=True)
class Span:
    """Words with something behind, under or through them.

    `kind` is mark (a highlight, `depth` counts those around it), ins, del, tag, or badge (`target` is where it leads,
    `name` how others find it).
    """

    first: int
    last: int
    kind: str
    slot: int = 0
    depth: int = 0
    target: str = ""
    name: str = ""


class Passage:
    """Text that grows at its end, with its runs and spans; `grounds` lays colour behind changed words."""

    def __init__(self, lettering: Lettering, *, grounds: bool = True) -> None:
        self.lettering = lettering
        self.grounds = grounds
        self.runs: list[Run] = []
        self.spans: list[Span] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)

    @property
    def both_ways(self) -> bool:
        """Whether some of it reads from the right."""
        return any(
            "\u0590" <= sign <= "\u08ff"
            or "\u202b" <= sign <= "\u202e"
            or "\u2066" <= sign <= "\u2068"
            or "\ufb1d" <= sign <= "\ufeff"
            or sign >= "\U00010800"
            for sign in self.text
        )

    def add(self, words: str, lettering: Lettering | None = None) -> "Passage":
        """More words, in the lettering of the block or their own."""
        first = self._length
        self._append(printable(words))
        if lettering is not None and self._length > first:
            self.runs.append(Run(first, self._length, lettering))
        return self

    def tag(self, words: str, lettering: Lettering) -> "Passage":
        """Words on a ground of their own."""
        first = self._length
        self.add(f"{EDGE}{words}{EDGE}", lettering)
        self.spans.append(Span(first, self._length, "tag"))
        return self

    def nodes(self, nodes: Iterable[Node], depth: int = 0) -> "Passage":
        """The words of a turn with its highlights and the numbers of its comments."""
        for node in nodes:
            if isinstance(node, Mark):
                first = self._length
                self.nodes(node.nodes, depth + 1)
                self.spans.append(Span(first, self._length, "mark", node.slot, depth))
            elif isinstance(node, Ref):
                self.badge(node, target=f"c{node.number}", name=f"r{node.number}")
            else:
                self.add(node)
        return self

    def pieces(self, pieces: Iterable[Piece]) -> "Passage":
        """Words that stayed, went or came."""
        for piece in pieces:
            first = self._length
            color = {"ins": "inserted", "del": "deleted"}.get(piece.tag)
            self.add(piece.text, self.lettering.but(color=color) if color else None)
            if color:
                self.spans.append(Span(first, self._length, piece.tag))
        return self

    def refs(self, refs: Iterable[Ref]) -> "Passage":
        """The numbers of comments after words."""
        for place, ref in enumerate(refs):
            if not place and self._length:
                self.add(" ")
            self.badge(ref, target=f"c{ref.number}")
        return self

    def badge(self, ref: Ref, *, target: str = "", name: str = "") -> "Passage":
        """The number of a comment in its colour."""
        first = self._length
        self.add(f"{EDGE}{EDGE}{ref.number}{EDGE}{EDGE}", BADGE)
        self.spans.append(Span(first, self._length, "badge", ref.slot, target=target, name=name))
        self._append(BREAK)
        return self

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words) + sum(sign > LAST_OF_PLANE_0 for sign in words)


def printable(words: str) -> str:
    """Words as paper shows them: lines end where they did, and signs that are none become U+FFFD."""
    lines = str(shown(words.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")))
    return lines.replace("\n", LINE).replace("\u2029", LINE).replace("\t", " ").replace(OBJECT, "\ufffd")
