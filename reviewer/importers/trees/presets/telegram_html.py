"""Chats that Telegram Desktop exports as pages."""

import re
from typing import TYPE_CHECKING, Final

from reviewer.importers.base import Options
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import Reading, TreePreset
from reviewer.importers.trees.rows import Row, Setting, setting_of
from reviewer.importers.trees.selecting import Selectors, first, fits, read
from reviewer.importers.trees.wording import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SELECTORS: Final = Selectors(
    row="div.message.default,div.message.service",
    author="div.from_name",
    text="div.text,div.game_text",
    time="div.date.details",
    system="div.message.service",
    outside="div.forwarded",
    without="span.details,div.reply_to,span.reactions,div.reactions",
    media="div.media_wrap,div.media_poll,div.media",
)
_DATED: Final = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?")


def _fits(page: Page) -> float:
    return fits(page, _SELECTORS)


def _read(page: Page, options: Options) -> Reading:
    name = first(page.root, "div.page_header")
    title = " ".join(text_of(name).split())[:100] if name is not None else ""
    return read(page, options, _SELECTORS, Setting(title or setting_of(page).title), _dated)


def _dated(node: "Element", row: Row) -> None:
    """Day before month, whatever else the page seems to say."""
    found = _DATED.fullmatch(row.time.strip())
    if found:
        row.time = f"{found[3]}-{found[2]}-{found[1]}T{found[4]}{found[5] or ''}"
    if row.system:
        details = first(node, "div.body")
        row.text = text_of(details) if details is not None else row.text


PRESET: Final = TreePreset("telegram_html", "Telegram page", _fits, _read)
