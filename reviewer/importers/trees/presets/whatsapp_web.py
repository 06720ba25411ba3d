"""Chats of WhatsApp, saved from the browser: `data-pre-plain-text="[10:02, 3/12/2020] Name: "`."""

import re
from typing import TYPE_CHECKING, Final

from reviewer.importers.base import Options
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import VENDOR, Reading, TreePreset
from reviewer.importers.trees.rows import Row
from reviewer.importers.trees.selecting import Selectors, nodes, read

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROW: Final = "[data-pre-plain-text]"
_SELECTORS: Final = Selectors(
    row=_ROW, author="", text="span.selectable-text,div.selectable-text", outside="[role=button]"
)
_BEFORE: Final = re.compile(r"\s*\[(?P<time>[^\]]{3,60})\]\s?(?P<name>.{1,200}?):?\s*", re.DOTALL)


def _fits(page: Page) -> float:
    found = [] if page.xml else nodes(page.root, _ROW)
    return VENDOR if found and _BEFORE.fullmatch(found[0].get("data-pre-plain-text") or "") else 0.0


def _read(page: Page, options: Options) -> Reading:
    return read(page, options, _SELECTORS, change=_named)


def _named(node: "Element", row: Row) -> None:
    found = _BEFORE.fullmatch(node.get("data-pre-plain-text") or "")
    if found:
        row.author, row.time = found["name"].strip(), found["time"]


PRESET: Final = TreePreset("whatsapp_web", "WhatsApp page", _fits, _read)
