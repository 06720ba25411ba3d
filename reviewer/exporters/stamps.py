"""Rows of long pages: a macro is asked once for all rows that differ in their words alone, and filled in for each.

The macros of `parts.html.jinja` stay the only place that says how a row looks. Where they meet a text in place of a
part, that is markup which stands already.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final

from jinja2 import Environment
from jinja2.runtime import Macro
from markupsafe import Markup

from reviewer.exporters.signs import written
from reviewer.exporters.view_model import Mark, Page, Piece

MOST_PATTERNS: Final = 4096
MACROS: Final = "parts.html.jinja"
PIECE: Final = 32_768
"""Rows go out together in pieces of so many signs."""

Fill = Callable[[Any], str]
_HOLE: Final = re.compile("\0(\\d)\0")


class Stamp:
    """The markup of views by a macro.

    `kind` names the fields that decide how it looks, `holes` those that only stand in it, with what writes them. The
    macro may ask whether a hole is empty and print it, alone or by the macro of its parts; nothing else.
    """

    def __init__(self, macro: Callable[[Any], str], kind: tuple[str, ...], holes: Mapping[str, Fill]) -> None:
        self._macro = macro
        self._kind = attrgetter(*kind)
        self._names = tuple(holes)
        self._values = _getter(tuple(holes))
        self._fills = tuple(holes.values())
        self._patterns: dict[Hashable, str] = {}

    def __call__(self, view: Any) -> str:
        """The markup of one view."""
        values = self._values(view)
        fills = [fill(value) for fill, value in zip(self._fills, values, strict=True)]
        key = (self._kind(view), *map(bool, values))
        pattern = self._patterns.get(key)
        if pattern is None:
            if len(self._patterns) >= MOST_PATTERNS:
                self._patterns.clear()
            pattern = self._patterns[key] = self._pattern(view, values)
        return pattern.format(*fills)

    def _pattern(self, view: Any, values: tuple[object, ...]) -> str:
        holes: dict[str, object] = {}
        for place, (name, value) in enumerate(zip(self._names, values, strict=True)):
            hole = Markup(f"\0{place}\0")  # noqa: S704
            if value:
                holes[name] = (hole,) if isinstance(value, tuple) else hole
        made = str(self._macro(replace(view, **holes)))
        return _HOLE.sub(r"{\1}", made.replace("{", "{{").replace("}", "}}"))


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """The values of these fields; `attrgetter` gives one value alone without a tuple around it."""
    if len(names) > 1:
        return attrgetter(*names)
    (name,) = names
    return lambda view: (getattr(view, name),)


class Stamps:
    """The rows of a page by the macros of a module of templates."""

    def __init__(self, macros: Any, page: Page) -> None:
        self._mark = Stamp(lambda one: macros.words((one,)), ("slot",), {"nodes": self._words})
        self._ref = Stamp(lambda one: macros.words((one,)), ("slot",), {"number": str, "spoken": written})
        self._link = Stamp(lambda one: macros.refs((one,)), ("slot",), {"number": str})
        self._piece = Stamp(lambda one: macros.pieces((one,)), ("tag",), {"text": written})
        kind = ("slot", "name", "place", "verdict", "icon", "replies")
        comment: dict[str, Fill] = {"number": str, "text": written, "lost": written}
        comment |= {"original": self._pieces, "suggested": self._pieces}
        self._comment = Stamp(macros.card, kind, comment)
        said: dict[str, Fill] = {"number": str, "pieces": self._pieces, "reason": written, "refs": _each(self._link)}
        say = _each(Stamp(lambda one: macros.says(page, (one,)), ("icon", "name"), said))
        self.rows: dict[str, Fill] = {
            "turn_row": Stamp(
                lambda one: macros.turn_row(page, one),
                ("css", "icon", "name", "time", "gap", "brackets", "room"),
                {"number": str, "nodes": self._words, "comments": _each(self._comment, end="\n")},
            ),
            "revised_row": Stamp(
                lambda one: macros.revised_row(page, one),
                ("css", "change", "sign", "void_before", "void_after"),
                {"before": say, "after": say, "void_reason": written},
            ),
            "clean_row": Stamp(lambda one: macros.clean_row(page, one), ("css", "icon", "name"), {"text": written}),
        }

    def _words(self, nodes: tuple[Any, ...]) -> str:
        return "".join(
            [
                written(one) if isinstance(one, str) else self._mark(one) if isinstance(one, Mark) else self._ref(one)
                for one in nodes
            ]
        )

    def _pieces(self, pieces: tuple[Piece, ...]) -> str:
        return "".join([self._piece(one) if one.tag else written(one.text) for one in pieces])


def stamped(environment: Environment, views: Iterable[Any], row: Macro, page: Page) -> Iterator[Markup]:
    """The rows that a macro makes of views, many in each piece, each ended by a line feed."""
    write = Stamps(environment.get_template(MACROS).module, page).rows[row.name]
    held: list[str] = []
    size = 0
    for view in views:
        made = write(view)
        held.append(made)
        size += len(made)
        if size > PIECE:
            yield Markup("\n".join((*held, "")))  # noqa: S704
            held, size = [], 0
    yield Markup("\n".join((*held, "")))  # noqa: S704


def plain(views: Iterable[Any], row: Macro, page: Page) -> Iterator[Markup]:
    """The same row by row, by whatever the macro says."""
    for view in views:
        yield Markup(f"{row(page, view)}\n")  # noqa: S704


def _each(stamp: Stamp, end: str = "") -> Fill:
    """All of some views; those that were asked for last, as where both sides of a row say the same, are known."""
    last: tuple[Any, ...] = ()
    made = ""

    def write(views: tuple[Any, ...]) -> str:
        nonlocal last, made
        if views is not last:
            last, made = views, "".join([stamp(one) + end for one in views])
        return made

    return write
