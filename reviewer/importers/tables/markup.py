"""Cells that hold pieces of web pages: their words alone."""

import html
import re
from collections.abc import Sequence
from typing import Final

SHARE: Final = 0.6

_IS_MARKUP: Final = re.compile(
    r"\s{0,20}<(?:p|div|span|html|body|blockquote|ul|ol|h\d|!DOCTYPE)\b[^<>]{0,500}>", re.IGNORECASE
)
_BLOCK: Final = re.compile(r"</(?:p|div|li|h\d|blockquote|tr)\s{0,9}>\s{0,20}|<br\s{0,9}/?>\n?", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-z!][^<>]{0,2000}>", re.IGNORECASE)


def are_markup(cells: Sequence[str]) -> bool:
    """Whether most of these cells are pieces of web pages."""
    return bool(cells) and sum(map(bool, map(_IS_MARKUP.match, cells))) >= SHARE * len(cells)


def words_of(cell: str) -> str:
    """The words without tags, a line for each paragraph; a cell that is no markup stays as it is."""
    if "<" not in cell:
        return html.unescape(cell) if "&" in cell else cell
    return html.unescape(_TAG.sub("", _BLOCK.sub("\n", cell))).strip()
