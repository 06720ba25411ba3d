"""A page whose chat is plain text: its words, line by line, in the styles of plain text."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reviewer.errors import NoConversation, Unreadable
from reviewer.importers.base import DEFAULTS, SNIFFED, Found, Importer, LineKind, Options, Problem, Score, Source, Unit
from reviewer.importers.lines.family import TextFamily
from reviewer.importers.refusal import page_without_chat
from reviewer.importers.trees.parsing import Page, page_of
from reviewer.importers.trees.preset import EXCERPT
from reviewer.importers.trees.rows import setting_of
from reviewer.importers.trees.wording import lines_of, plain, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FORMAT: Final = "page_text"
LESS_SURE: Final = 0.88
"""Marks of the page itself tell more than its words."""

FEWEST_LINES: Final = 4
"""So many lines for each tag make a text rather than a page."""

_ASIDE: Final = frozenset(("nav", "aside", "footer", "form"))
_LEFT_OUT: Final = "Menus, side columns and forms of the page were left out."


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of pages as an importer, over all styles of plain text."""

    styles: TextFamily

    @property
    def format(self) -> str:
        """The key of the format."""
        return FORMAT

    @property
    def title(self) -> str:
        """The format as people see it."""
        return "Text of a page"

    def score(self, page: Page) -> Score:
        """How well the words fit the best of the styles."""
        best = _best(self.styles, page.name, "\n".join(_shown(page)[0])[:SNIFFED])
        return Score(best[0].value * LESS_SURE, best[0].reasons) if best else Score(0.0)

    def read(self, source: Source, options: Options = DEFAULTS, most: int | None = None) -> Found:
        """Every line of the words understood; with `most`, only those in about so many bytes.

        Raises:
            Unreadable: it is damaged, or nested too deep.
            NoConversation: it is no page, or its words are no chat.
        """
        page = page_of(source, most, options.encoding)
        if page is None:
            raise NoConversation(f"{source.name} is not a web page, so it cannot be read as one.")
        lines, left_out = _shown(page)
        text = "\n".join(lines)
        best = _best(self.styles, page.name, text[:SNIFFED])
        if best is None or not best[0].value:
            raise page_without_chat(source)
        try:
            found = best[1].read(_source(page.name, text), replace(options, encoding=None))
        except Unreadable:
            raise page_without_chat(source) from None
        return _as_page(found, page, left_out)


@lru_cache(maxsize=4)
def _best(styles: TextFamily, name: str, text: str) -> tuple[Score, Importer] | None:
    """The style that the words fit best; a page is looked at once to choose its format, and again to be read."""
    try:
        return max(styles.sniff(_source(name, text)), key=lambda one: one[0].value, default=None)
    except Unreadable:
        return None


def _source(name: str, text: str) -> Source:
    return Source(name, text.encode("utf-8"))


def _shown(page: Page) -> tuple[list[str], list[str]]:
    """The lines of the page, and the words of its menus, side columns and forms."""
    aside = _aside(page.root)
    lines = lines_of(page.root, aside, as_written=_is_sparse(page.text))
    left_out = [words for line in lines if line.node is not None and (words := text_of(line.node))]
    return [line.text for line in lines if line.node is None], left_out


def _is_sparse(text: str) -> bool:
    """Whether it is plain text with a few tags in it, so that its lines are lines."""
    return text.count("\n") > FEWEST_LINES * (text.count("</") + text.count("<br"))


def _aside(root: "Element") -> Collection["Element"]:
    """What stands beside the words of a page; a form that holds most of them does not."""
    whole = len(plain(root))
    return {node for node in root.iter(*_ASIDE) if len(plain(node)) * 2 < whole}


def _as_page(found: Found, page: Page, left_out: list[str]) -> Found:
    stem = PurePath(page.name).stem or page.name
    title = setting_of(page).title
    conversations = tuple(
        replace(one, title=one.title.replace(stem, title, 1) if one.title.startswith(stem) else one.title)
        for one in found.conversations
    )
    first, last = len(found.lines) + 1, len(found.lines) + len(left_out)
    beside = (Problem((first, last), _LEFT_OUT, left_out[0][:EXCERPT]),) if left_out else ()
    return replace(
        found,
        format=FORMAT,
        encoding=page.encoding,
        conversations=conversations,
        lines=(*found.lines, *(LineKind.SKIPPED for _ in left_out)),
        problems=(*found.problems, *beside),
        unit=Unit.PARAGRAPH,
        texts=[*found.texts, *left_out],
        partial=page.partial,
    )
