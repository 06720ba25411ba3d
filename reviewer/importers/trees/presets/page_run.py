"""Any page or XML in which nodes of one kind, each with a name and words, stand one after the other."""

from typing import TYPE_CHECKING, Final

from reviewer.importers.base import Options
from reviewer.importers.trees.moments import is_moment
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.pieces import piece_at
from reviewer.importers.trees.preset import Reading, TreePreset
from reviewer.importers.trees.rows import Row, is_heading_row, laid_out
from reviewer.importers.trees.runs import Recipe, all_rows, best_run, part_of
from reviewer.importers.trees.selecting import attached, outermost
from reviewer.importers.trees.wording import plain, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


ALL_NAMED: Final = 0.95


def _fits(page: Page) -> float:
    recipe = best_run(page)
    return recipe.score if recipe else 0.0


def _read(page: Page, options: Options) -> Reading:
    recipe = best_run(page)
    if recipe is None:
        return Reading(confidence=0.0)
    rows = [_row(node, recipe) for node in outermost(all_rows(page, recipe)) if not is_heading_row(node)]
    reading = laid_out(page, _within([row for row in rows if row.text or row.author]), options)
    reading.confidence = recipe.score
    return reading


def _within(rows: list[Row]) -> list[Row]:
    """Without what looks like turns above the first name, and below the last where nearly all turns have one."""
    named = [at for at, row in enumerate(rows) if row.author]
    if not named:
        return []
    all_named = len(named) >= ALL_NAMED * (named[-1] + 1 - named[0])
    return rows[named[0] : named[-1] + 1 if all_named else None]


def _row(node: "Element", recipe: Recipe) -> Row:
    author = piece_at(node, recipe.author) if recipe.author else None
    time = piece_at(node, recipe.time) if recipe.time else None
    body = piece_at(node, recipe.body) if recipe.body else None
    junk = [piece_at(node, key) for key in recipe.junk]
    without = [one[0] for one in (author, time, *junk) if one and one[0] is not node and _stands_alone(one)]
    if body:
        text = body[1] or text_of(body[0], [one for one in without if one is not body[0]])
    else:
        text = text_of(node, without).lstrip(": ").strip()
    name = _words(author).removesuffix(":").strip() if author else ""
    if not recipe.author:
        name = (part_of(node) or "").capitalize()
    return Row([node], text or attached(node), name or None, _words(time))


def _stands_alone(piece: tuple["Element", str]) -> bool:
    """Whether the words of a node are the piece itself, rather than its attribute."""
    return not piece[1] or is_moment(" ".join(plain(piece[0]).split()))


def _words(piece: tuple["Element", str] | None) -> str:
    return "" if piece is None else piece[1] or " ".join(text_of(piece[0]).split())


PRESET: Final = TreePreset("page_run", "Page with names and messages", _fits, _read)
