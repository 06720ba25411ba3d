"""What passes between a page, the painter that knows a screen, and the file: so exporters need not know Qt.

Positions are points from the top left corner of a sheet; sheets count from 0.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.page_theme import PLAIN, PageTheme
from reviewer.exporters.paper import Paper
from reviewer.exporters.view_model import Page


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is laid out: the `feedback` or the `revised` page, on which paper, in which language, and whose it is."""

    kind: str
    paper: Paper
    language: PageLanguage
    theme: PageTheme = PLAIN

    def title_of(self, page: Page) -> str:
        """What the file and its footer are called."""
        if self.kind == "revised":
            return self.language.say("Revised dialogue: %(title)s", title=page.title)
        return self.language.say("Chat review: %(title)s", title=page.title)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the top left corner of its page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words that are there to be found, where a picture of them stands; `baseline` as in `Box`."""

    page: int
    box: Box
    baseline: float
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something begins."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the table of contents; level 0 is a part, 1 something in it."""

    level: int
    title: str
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads to a place by its name."""

    page: int
    box: Box
    target: str


@dataclass(frozen=True, slots=True)
class Painted:
    """A PDF as it was painted, and what else was on its pages.

    `signs` is every sign that was set, `aliases` gives for a code point that has the same glyph as others the one that
    was meant.
    """

    content: bytes
    pages: int
    bookmarks: tuple[Bookmark, ...]
    links: tuple[Link, ...]
    places: Mapping[str, Place]
    hidden: tuple[Hidden, ...]
    signs: frozenset[str]
    aliases: Mapping[str, str]


Step = Callable[[int, int, str], None]
"""Called with pages done, all pages (0: not known yet) and a sentence; it raises Cancelled to stop."""

PaintPdf = Callable[[Callable[[], Page], Sheets, Step], Painted]
"""Lays out and paints a page, which is given anew each time: by what knows a screen, so that exporters need not."""
