"""Turns of two neighbours: a node that holds a name, then nodes with what was said."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reviewer.importers.names import can_be_name, is_label, key_of
from reviewer.importers.trees.moments import is_moment
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.rows import Row
from reviewer.importers.trees.selecting import attached
from reviewer.importers.trees.wording import BOLD, name_of, plain, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FEWEST: Final = 3
LONGEST_HEAD: Final = 120
MOST_PARENTS: Final = 20_000
PLAIN: Final = 0.55
FOR_TIME: Final = 0.15
FOR_LIST: Final = 0.1

_PARENTS: Final = ("body", "div", "td", "tbody", "table", "dl", "section", "article", "main")
_HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6", "dt"))
_SMALL: Final = frozenset(("small", "time", "em", "i", "span", "font", "p", "div", "sub"))


@dataclass(frozen=True, slots=True)
class Headed:
    """Turns found under one parent, and how sure it is that they are a chat."""

    rows: tuple[Row, ...]
    score: float


@dataclass(slots=True)
class _Head:
    node: "Element"
    name: str
    time: str


def best_headed(page: Page) -> Headed | None:
    """The nodes under one parent that are most like a chat."""
    best: Headed | None = None
    for children in _families(page):
        found = _headed(children)
        if found and (best is None or found.score > best.score):
            best = found
    return best


def _families(page: Page) -> Iterator[list["Element"]]:
    for number, parent in enumerate(
        page.root.iter("body", "div", "td", "tbody", "table", "dl", "section", "article", "main")
    ):
        if number > MOST_PARENTS:
            return
        if len(parent) >= 2 * FEWEST:
            yield list(parent)


def _headed(children: list["Element"]) -> Headed | None:
    heads = [_head(child) for child in children]
    named = [head for head in heads if head]
    if len(named) < FEWEST:
        return None
    counts = Counter(key_of(head.name) for head in named)
    recurrence = sum(count for count in counts.values() if count > 1) / len(named)
    rows = _rows(children, heads)
    spoken = sum(bool(row.text) for row in rows) / len(named)
    if recurrence < 0.5 or spoken < 0.8:
        return None
    timed = sum(bool(row.time) for row in rows) > 0.5 * len(rows)
    in_list = name_of(named[0].node) == "dt"
    value = (PLAIN + (FOR_TIME if timed else 0) + (FOR_LIST if in_list else 0)) * recurrence * spoken
    return Headed(tuple(rows), value * (1 if len(counts) > 1 else 0.5) * min(1, len(rows) / 4))


def _head(node: "Element") -> _Head | None:
    """A node with a name in strong words and at most a time beside it."""
    words = " ".join(plain(node).split()) if len(node) < FEWEST + 2 or name_of(node) in _HEADINGS else ""
    if not words or len(words) > LONGEST_HEAD:
        return None
    if name_of(node) in _HEADINGS:
        return _named(node, words, "")
    strong = next((one for one in node.iter(*BOLD)), None)
    if strong is None:
        return None
    name = " ".join(plain(strong).split())
    rest = words.removeprefix(name).strip(" :-–—|·,")
    return _named(node, name, rest) if words.startswith(name) and (not rest or is_moment(rest)) else None


def _named(node: "Element", name: str, time: str) -> _Head | None:
    name = name.removesuffix(":").strip()
    return _Head(node, name, time) if can_be_name(name) and not is_label(name) and not is_moment(name) else None


def _rows(children: list["Element"], heads: list[_Head | None]) -> list[Row]:
    rows: list[Row] = []
    bodies: list[list[Element]] = []
    for child, head in zip(children, heads, strict=True):
        if head:
            rows.append(Row([head.node], "", head.name, head.time))
            bodies.append([])
        elif rows and name_of(child) != "hr":
            bodies[-1].append(child)
    if len(bodies) > 1:
        usual = max(map(len, bodies[:-1]))
        bodies[-1] = bodies[-1][:usual]
    for row, said in zip(rows, bodies, strict=True):
        _fill(row, said)
    return rows


def _fill(row: Row, said: list["Element"]) -> None:
    clock = None if row.time or not said else _last_time(said[-1])
    if clock is not None:
        row.time = text_of(clock)
    texts = [text_of(one, () if clock is None else (clock,)) for one in said]
    row.text = "\n".join(text for text in texts if text) or next(filter(None, map(attached, said)), "")
    row.nodes += said
    row.system = bool(said) and all(
        len(one) == 1 and name_of(one[0]) == "i" and not (one.text or "").strip() for one in said
    )


def _last_time(node: "Element") -> "Element | None":
    """A small time below what was said."""
    for one in reversed(list(node.iter())):
        if one is not node and name_of(one) in _SMALL and (words := text_of(one)):
            return one if is_moment(words) else None
    return None
