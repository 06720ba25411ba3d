"""Pages that tell the part of each turn in an attribute, as assistants in the browser do."""

from typing import TYPE_CHECKING, Final

from reviewer.importers.base import Options
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import VENDOR, Reading, TreePreset
from reviewer.importers.trees.rows import Row
from reviewer.importers.trees.selecting import Selectors, nodes, read

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ATTRIBUTE: Final = "data-message-author-role"
_SELECTORS: Final = Selectors(row=f"[{_ATTRIBUTE}]", author="", text=f"[{_ATTRIBUTE}]", time="time")


def _fits(page: Page) -> float:
    return VENDOR if not page.xml and len(nodes(page.root, f"[{_ATTRIBUTE}]")) > 1 else 0.0


def _read(page: Page, options: Options) -> Reading:
    return read(page, options, _SELECTORS, change=_named)


def _named(node: "Element", row: Row) -> None:
    row.author = (node.get(_ATTRIBUTE) or "").strip().capitalize() or None


PRESET: Final = TreePreset("role_page", "Page of an assistant", _fits, _read)
