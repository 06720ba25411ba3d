"""Logs of Adium in XML: `<message sender alias time>`, `<event>`, `<status>`."""

import re
from typing import TYPE_CHECKING, Final

from reviewer.importers.base import Options
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import VENDOR, Reading, TreePreset
from reviewer.importers.trees.rows import Row, Setting, laid_out, setting_of
from reviewer.importers.trees.selecting import attached
from reviewer.importers.trees.wording import name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TURNS: Final = frozenset(("message", "action"))
_NOTICES: Final = frozenset(("event", "status"))
_INNER_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _fits(page: Page) -> float:
    if not page.xml or name_of(page.root) != "chat":
        return 0.0
    named = any(name_of(one) in _TURNS | _NOTICES and one.get("sender") for one in page.root)
    return VENDOR if named or page.root.get("account") else 0.0


def _read(page: Page, options: Options) -> Reading:
    rows = [_row(one) for one in page.root if name_of(one) in _TURNS | _NOTICES]
    setting = Setting(setting_of(page).title, None, page.root.get("service"))
    return laid_out(page, rows, options, setting)


def _row(node: "Element") -> Row:
    sender, time = node.get("sender") or "", node.get("time") or ""
    text = text_of(node)
    if name_of(node) in _NOTICES:
        return Row([node], text or _INNER_CAPITAL.sub(" ", node.get("type") or "").lower(), time=time, system=True)
    return Row([node], text or attached(node), node.get("alias") or sender or None, time, sender or None)


PRESET: Final = TreePreset("adium", "Adium log", _fits, _read)
