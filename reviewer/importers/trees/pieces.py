"""What stands in one row of a run: its elements and attributes, each under every name that rows may share."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from reviewer.importers.trees.wording import UNSEEN, name_of, plain

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_PIECES: Final = 120
LONGEST: Final = 20_000

AUTHOR: Final = re.compile(
    r"(?:^|[-_])(?:author|sender|user|username|name|nick|nickname|from|who|speaker|agent|by|byline|participant|person"
    r"|contact|operator|customer|visitor|member|handle|role|owner|creator|actor)(?:$|[-_])"
)
BODY: Final = re.compile(
    r"(?:^|[-_])(?:text|body|content|contents|message|msg|comment|bubble|utterance|value|words|said|line|transcript|html"
    r"|description)(?:$|[-_])"
)
TIME: Final = re.compile(
    r"(?:^|[-_])(?:time|timestamp|date|datetime|when|ts|created|sent|at|start|readable-date|clock)(?:$|[-_])"
)
JUNK: Final = re.compile(
    r"(?:^|[-_])(?:avatar|initials|reaction|reactions|toolbar|actions|menu|tooltip|sr-only|visually-hidden|screen-reader"
    r"|badge|receipt|copy)(?:$|[-_])"
)
_INNER_CAPITAL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SHARED: Final = re.compile(r"[A-Za-z_][\w-]{0,60}")


@dataclass(frozen=True, slots=True)
class Piece:
    """An element with its words, or an attribute of one with its value; `keys` are the names it goes by."""

    keys: tuple[str, ...]
    text: str
    node: "Element"
    attribute: str = ""


def local(node: "Element") -> str:
    """The name of a node without namespace, as written."""
    return str(node.tag).rpartition("}")[2]


def words_of(name: str) -> str:
    """A class or tag name in small letters, its words apart by hyphens."""
    return _INNER_CAPITAL.sub("-", name).replace("__", "-").lower()


def classes_of(node: "Element") -> list[str]:
    """All classes of a node."""
    return (node.get("class") or "").split()


def tokens_of(node: "Element") -> list[str]:
    """The classes of a node that other nodes may share."""
    return [token for token in classes_of(node) if _SHARED.fullmatch(token)]


def pieces_of(row: "Element", *, xml: bool) -> list[Piece]:
    """The attributes of a row and the elements in it, of each the words, in document order."""
    found = list(_attributes(row, "", xml=xml))
    todo: list[tuple[Element, str]] = [(child, "") for child in reversed(row)]
    while todo and len(found) < MOST_PIECES:
        node, above = todo.pop()
        name = name_of(node)
        if not name or (name in UNSEEN and not xml):
            continue
        tag = local(node)
        before = sum(1 for one in node.itersiblings(str(node.tag), preceding=True))
        chain = f"{above}>{tag}#{before + 1}"
        keys = [chain, *(f"{tag}.{token}" for token in tokens_of(node))]
        found.append(Piece(tuple(keys), " ".join(plain(node)[:LONGEST].split()), node))
        found += _attributes(node, chain, xml=xml)
        todo += [(child, chain) for child in reversed(node)]
    return found


def _attributes(node: "Element", chain: str, *, xml: bool) -> Iterator[Piece]:
    for name, value in node.attrib.items():
        key = str(name).rpartition("}")[2]
        known = words_of(key).removeprefix("data-")
        named = AUTHOR.search(known) or TIME.search(known) or key in ("title", "datetime")
        if value and len(value) < LONGEST and (named if not xml else True) and (xml or key not in ("name", "for")):
            yield Piece((f"{chain}@{key}",), " ".join(str(value).split()), node, str(name))


def piece_at(row: "Element", key: str) -> tuple["Element", str] | None:
    """The first node in a row that goes by this key, with the value when it is an attribute."""
    path, _, attribute = key.partition("@")
    found = _finder(path)(row) if path else [row]
    if not found:
        return None
    node: Element = found[0]
    return node, str(
        next((value for name, value in node.attrib.items() if _is(name, attribute)), "")
    ) if attribute else ""


def _is(name: object, attribute: str) -> bool:
    return str(name).rpartition("}")[2] == attribute


@lru_cache(maxsize=512)
def _finder(path: str) -> Callable[["Element"], Any]:
    from lxml.etree import XPath

    if path.startswith(">"):
        return XPath("./" + "/".join(map(_step, path[1:].split(">"))))
    tag, dot, token = path.partition(".")
    if dot:
        return XPath(f"descendant::{tag}[contains(concat(' ', normalize-space(@class), ' '), ' {token} ')]")
    return XPath(f"descendant::{path}")


def _step(step: str) -> str:
    tag, _, place = step.partition("#")
    return f"*[local-name()='{tag}'][{place}]"
