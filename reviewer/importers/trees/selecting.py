"""Pages whose program names the parts of a turn by class or attribute: selectors in, rows out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from reviewer.importers.base import Options
from reviewer.importers.trees.moments import is_moment
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import VENDOR, Reading, TreePreset
from reviewer.importers.trees.rows import Row, Setting, laid_out, setting_of
from reviewer.importers.trees.wording import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_LOOKED_AT: Final = 100

_PART: Final = re.compile(r"^(?P<tag>[a-z][\w-]*)|\.(?P<class>[\w-]+)|\[(?P<attribute>[\w-]+)(?:=(?P<value>[^\]]*))?\]")
_TIME_ATTRIBUTES: Final = ("datetime", "title", "data-ts", "data-timestamp", "data-time", "aria-label")


@dataclass(frozen=True, slots=True)
class Selectors:
    """Where the parts of a turn stand, each as `tag.class[attribute=value]`, alternatives after commas.

    `outside`: an author or time in there belongs to something quoted. `system`: rows, or rows that hold such a node, by
    the chat program. `media` speaks when there is no text. `key`: the attribute of the author node, or of the row, that
    holds an id.
    """

    row: str
    author: str
    text: str
    time: str = ""
    system: str = ""
    outside: str = ""
    without: str = ""
    media: str = ""
    key: str = ""


def selected(key: str, title: str, selectors: Selectors, *, newest_first: bool = False) -> TreePreset:
    """A preset of selectors alone; `newest_first`: the page runs backwards."""

    def _read(page: Page, options: Options) -> Reading:
        setting = setting_of(page)
        setting.newest_first = newest_first
        return read(page, options, selectors, setting)

    return TreePreset(key, title, lambda page: fits(page, selectors), _read)


def fits(page: Page, selectors: Selectors) -> float:
    """Sure when the page has rows and authors, or rows of the chat program, of this kind."""
    if page.xml:
        return 0.0
    rows = nodes(page.root, selectors.row)[:MOST_LOOKED_AT]
    named = any(nodes(row, selectors.author) for row in rows)
    said = sum(bool(nodes(row, ",".join(filter(None, (selectors.text, selectors.media))))) for row in rows)
    return VENDOR if named and said * 2 >= sum(not _is_system(row, selectors) for row in rows) else 0.0


def read(
    page: Page, options: Options, selectors: Selectors, setting: Setting | None = None,
    change: Callable[["Element", Row], None] = lambda _node, _row: None,
) -> Reading:  # fmt: skip
    """Every row; `change` may put a row right by what else stands in its node."""
    rows = []
    for node in outermost(nodes(page.root, selectors.row)):
        row = _row(node, selectors)
        change(node, row)
        rows.append(row)
    return laid_out(page, rows, options, setting)


def nodes(root: "Element", selector: str) -> list["Element"]:
    """All nodes in there that a selector means, the root among them."""
    if not selector:
        return []
    found: list[Element] = _compiled(selector)(root)
    return found


def first(root: "Element", selector: str, outside: Sequence["Element"] = ()) -> "Element | None":
    """The first node that a selector means and that is in none of the others."""
    return next((node for node in nodes(root, selector) if not _is_inside(node, outside, root)), None)


def outermost(found: list["Element"]) -> list["Element"]:
    """Without those that are inside others of them."""
    known = set(found)
    return [node for node in found if not any(above in known for above in node.iterancestors())]


def time_words(node: "Element | None") -> str:
    """The fullest time that a node gives."""
    if node is None:
        return ""
    for one in (node, *node):
        for attribute in _TIME_ATTRIBUTES:
            value = (one.get(attribute) or "").strip()
            if value and is_moment(value):
                return value
    return text_of(node)


def _row(node: "Element", selectors: Selectors) -> Row:
    outside = nodes(node, selectors.outside)
    without = nodes(node, selectors.without)
    author = first(node, selectors.author, outside)
    time = first(node, selectors.time, outside)
    texts = outermost(nodes(node, selectors.text))
    taken = [*without, *(one for one in (author, time) if one is not None)]
    words = [text_of(one, taken) for one in texts]
    text = "\n".join(word for word in words if word)
    if not text:
        text = "\n".join(filter(None, (text_of(one, taken) for one in outermost(nodes(node, selectors.media)))))
    name = (
        text_of(author, [one for one in without if one is not author]).strip().removesuffix(":").strip()
        if author is not None
        else ""
    )
    key = _key(author, node, selectors.key) if selectors.key else None
    is_system = _is_system(node, selectors)
    if is_system and not text:
        text = text_of(node, without)
    return Row([node], text or attached(node), name or None, time_words(time), key if name else None, system=is_system)


def _is_system(node: "Element", selectors: Selectors) -> bool:
    return bool(nodes(node, selectors.system))


def _key(author: "Element | None", node: "Element", attribute: str) -> str | None:
    return (author.get(attribute) if author is not None else None) or node.get(attribute)


def attached(node: "Element") -> str:
    """What stands in the place of words: the name of a picture, a sound or a file."""
    for one in node.iter("img", "video", "audio", "a"):
        address = one.get("src") or one.get("href") or ""
        words = one.get("alt") or one.get("title") or address.split("?")[0].rstrip("/").rpartition("/")[2]
        if words and "avatar" not in (one.get("class") or ""):
            return f"[{words[:100]}]"
    return ""


def _is_inside(node: "Element", others: Sequence["Element"], root: "Element") -> bool:
    if not others:
        return False
    if node in others:
        return True
    for above in node.iterancestors():
        if above in others:
            return True
        if above is root:
            return False
    return False


@lru_cache(maxsize=512)
def _compiled(selector: str) -> Callable[["Element"], Any]:
    from lxml.etree import XPath

    return XPath(" | ".join(f"descendant-or-self::{_path(one.strip())}" for one in selector.split(",")))


def _path(selector: str) -> str:
    tag, tests = "*", []
    for part in _PART.finditer(selector):
        if part["tag"]:
            tag = part["tag"]
        elif part["class"]:
            tests.append(f"contains(concat(' ', normalize-space(@class), ' '), ' {part['class']} ')")
        elif part["value"] is not None:
            tests.append(f"@{part['attribute']}='{part['value']}'")
        else:
            tests.append(f"@{part['attribute']}")
    return tag + "".join(f"[{test}]" for test in tests)
