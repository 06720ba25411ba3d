"""Any page on which a name stands above each piece of text: lists of terms, headings, chats sent by mail."""

from typing import Final

from reviewer.importers.base import Options
from reviewer.importers.trees.headed import best_headed
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import Reading, TreePreset
from reviewer.importers.trees.rows import laid_out


def _fits(page: Page) -> float:
    found = None if page.xml else best_headed(page)
    return found.score if found else 0.0


def _read(page: Page, options: Options) -> Reading:
    found = None if page.xml else best_headed(page)
    if found is None:
        return Reading(confidence=0.0)
    reading = laid_out(page, found.rows, options)
    reading.confidence = found.score
    return reading


PRESET: Final = TreePreset("page_headed", "Page with names above messages", _fits, _read)
