"""Rows of long pages: a macro is asked once for all rows that differ in their words alone, and filled in for each.

The macros of `parts.html.jinja` stay the only place that says how a row looks. Where they meet a text in place of a
part, that is markup which stands already.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter, call
from typing import Any, Final

from jinja2 import Environment
from jinja2.runtime import Macro
from markupsafe import Markup

from reviewer.exporters.alike import Alike, Kind, Rows
from reviewer.exporters.signs import all_written, written
from reviewer.exporters.view_model import Mark, Page, Piece

MOST_PATTERNS: Final = 4096
MACROS: Final = "parts.html.jinja"
TOGETHER: Final = 64
"""So many rows go out together."""

Fill = Callable[[Any], str]
_HOLE: Final = re.compile("\0(\\d)\0")


class Stamp:
    """The markup of views by a macro.

    `kind` names the fields that decide how it looks, `holes` those that only stand in it, with what writes them. The
    macro may print a hole, alone or by the macro of its parts, and ask whether one of `asked` is empty; nothing else.
    """

    def __init__(
        self, macro: Callable[[Any], str], kind: tuple[str, ...], holes: Mapping[str, Fill], asked: tuple[str, ...] = ()
    ) -> None:
        self._macro = macro
        self._kind = attrgetter(*kind)
        self._names = tuple(holes)
        self._values = _getter(self._names)
        self._fills = tuple(holes.values())
        self._asked = tuple(map(self._names.index, asked))
        self._patterns: dict[Hashable, str] = {}

    def __call__(self, view: Any) -> str:
        """The markup of one view."""
        values = self._values(view)
        key: Hashable = self._kind(view)
        if self._asked:
            key = (key, *[not values[place] for place in self._asked])
        pattern = self._patterns.get(key)
        if pattern is None:
            if len(self._patterns) >= MOST_PATTERNS:
                self._patterns.clear()
            pattern = self._patterns[key] = self._pattern(view, values)
        return pattern.format(*map(call, self._fills, values))

    def _pattern(self, view: Any, values: tuple[Any, ...]) -> str:
        holes: dict[str, object] = {}
        for place, (name, value) in enumerate(zip(self._names, values, strict=True)):
            hole = _hole(place)
            if value or place not in self._asked:
                holes[name] = (hole,) if isinstance(value, tuple) else hole
        made = str(self._macro(replace(view, **holes)))
        return _with_holes(made)


class AlikeStamp:
    """The markup of rows that are alike, by a macro that is asked once for each kind."""

    def __init__(self, macro: Callable[[Any], str]) -> None:
        self._macro = macro
        self._patterns: dict[Kind, str] = {}

    def __call__(self, some: Alike[Any]) -> list[str]:
        """The markup of each row."""
        patterns = [self._patterns.get(kind) or self._pattern(kind, some.view) for kind in some.kinds]
        texts, shift = all_written([turn.text for turn in some.turns]), some.shift
        return [
            pattern.format(turn.position, text, turn.position + shift)
            for pattern, turn, text in zip(patterns, some.turns, texts, strict=True)
        ]

    def _pattern(self, kind: Kind, view: Callable[[Kind, Any, Any, Any], Any]) -> str:
        if len(self._patterns) >= MOST_PATTERNS:
            self._patterns.clear()
        holes = [_hole(place) for place in range(3)]
        self._patterns[kind] = made = _with_holes(str(self._macro(view(kind, *holes))))
        return made


def _hole(place: int) -> Markup:
    return Markup(f"\0{place}\0")  # noqa: S704


def _with_holes(made: str) -> str:
    """A pattern for `str.format` of markup that has holes."""
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
        self._comment = Stamp(macros.card, kind, comment, asked=("text", "lost", "original", "suggested"))
        said: dict[str, Fill] = {"number": str, "pieces": self._pieces, "reason": written, "refs": _each(self._link)}
        say = _each(Stamp(lambda one: macros.says(page, (one,)), ("icon", "name"), said, asked=("reason", "refs")))
        self.rows: dict[str, Fill] = {
            "turn_row": Stamp(
                lambda one: macros.turn_row(page, one),
                ("css", "icon", "name", "time", "gap", "brackets", "room"),
                {"number": str, "nodes": self._words, "comments": _each(self._comment, end="\n")},
                asked=("comments",),
            ),
            "revised_row": Stamp(
                lambda one: macros.revised_row(page, one),
                ("css", "change", "sign", "void_before", "void_after"),
                {"before": say, "after": say, "void_reason": written},
                asked=("void_reason",),
            ),
            "clean_row": Stamp(lambda one: macros.clean_row(page, one), ("css", "icon", "name"), {"text": written}),
        }

    def _words(self, nodes: tuple[Any, ...]) -> str:
        if len(nodes) == 1 and isinstance(nodes[0], str):
            return written(nodes[0])
        return "".join(
            [
                written(one) if isinstance(one, str) else self._mark(one) if isinstance(one, Mark) else self._ref(one)
                for one in nodes
            ]
        )

    def _pieces(self, pieces: tuple[Piece, ...]) -> str:
        if len(pieces) == 1 and not pieces[0].tag:
            return written(pieces[0].text)
        return "".join([self._piece(one) if one.tag else written(one.text) for one in pieces])


def stamped(environment: Environment, views: Iterable[Any], row: Macro, page: Page) -> Iterator[Markup]:
    """The rows that a macro makes of views, many in each piece, each ended by a line feed."""
    write = Stamps(environment.get_template(MACROS).module, page).rows[row.name]
    write_alike = AlikeStamp(lambda view: row(page, view))
    made: list[str] = []
    for one in views.told if isinstance(views, Rows) else views:
        made += write_alike(one) if isinstance(one, Alike) else (write(one),)
        if len(made) >= TOGETHER:
            yield _lines(made)
            made = []
    if made:
        yield _lines(made)


def _lines(made: list[str]) -> Markup:
    return Markup("\n".join((*made, "")))  # noqa: S704


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
