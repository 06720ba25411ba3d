"""From bytes to a tree, without network, entities or unbounded depth."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from reviewer.errors import Unreadable
from reviewer.importers import refusal
from reviewer.importers.base import SNIFFED, Source
from reviewer.importers.decoding import Decoded
from reviewer.importers.trees.markup import Markup, decode_markup, markup_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEAN_FROM: Final = 2 * 1024 * 1024
"""So many bytes are freed of scripts, styles and pictures before the head is cut from them."""

_CODE: Final = re.compile(r"<(/?)(script|style|svg)(?=[\s/>])", re.IGNORECASE)
_EMBEDDED: Final = re.compile(r"(?<=[\"'(])data:[\w/+.;=-]{0,100},[^\"'()\s<>]{200,}")
_FRAGMENT: Final = re.compile(r"<!--\s{0,9}(Start|End)Fragment\s{0,9}-->", re.IGNORECASE)
_INLINE: Final = re.compile(r"</?(?:font|span|b|i|u|em|strong|small|big|a)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_CONTROL: Final = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page or XML document; `text` is what it was parsed from."""

    name: str
    root: "Element"
    xml: bool
    encoding: str
    text: str = field(repr=False)
    partial: bool = False


def page_of(source: Source, most: int | None = None, encoding: str | None = None) -> Page | None:
    """The source as a tree, or None when it is neither a page nor XML; with `most`, about so many bytes of it.

    Raises:
        Unreadable: it is damaged XML, declares entities, or is nested too deep.
    """
    if most and not _may_be(source.content[:SNIFFED], encoding):
        return None
    whole = source.content if most else source.whole()
    decoded = decode_markup(whole, LEAN_FROM if most else None, encoding)
    kind = markup_of(decoded.text)
    if kind is None:
        return None
    refusal.refuse_text(source, decoded.text)
    if kind is Markup.XML:
        return _xml(source, decoded, most)
    text = _lean(_fragment(decoded.text))
    partial = most is not None and (source.size > LEAN_FROM or len(text) > most)
    return Page(source.name, _html(source.name, text[:most]), False, decoded.encoding, text, partial)


def _may_be(head: bytes, encoding: str | None) -> bool:
    return b"<" in head and markup_of(decode_markup(head, SNIFFED, encoding).text) is not None


def _xml(source: Source, decoded: Decoded, most: int | None) -> Page:
    from lxml import etree

    text = _CONTROL.sub("\ufffd", decoded.text)
    entity = _ENTITY.search(text)
    if entity:
        line = text.count("\n", 0, entity.start()) + 1
        raise Unreadable(
            f"{source.name} declares entities of its own (line {line}), which can be misused and are not read. "
            "Save the chat without them, or as text."
        )
    partial = most is not None and (source.size > LEAN_FROM or len(text) > most)
    content = text[:most].strip().encode("utf-8")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True, recover=partial,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(source.name, error.msg or "", *error.position) from None
    limit = next((one for one in parser.error_log if one.type_name == "ERR_RESOURCE_LIMIT"), None)
    if limit:
        raise _broken(source.name, limit.message, limit.line, limit.column)
    if root is None:
        raise _broken(source.name, "there is no element", 1, 1)
    return Page(source.name, root, True, decoded.encoding, text, partial)


def _broken(name: str, why: str, line: int, column: int) -> Unreadable:
    if "xcessive depth" in why or "esource limit" in why or "huge" in why:
        return Unreadable(f"{name} is nested too deep, or has a part that is too long (line {line}). It was not read.")
    return Unreadable(f"{name} is damaged XML at line {line}, column {column}. Save the chat again, or as text.")


def _html(name: str, text: str) -> "Element":
    """The tree; tags that nobody closed nest deep, so the limit is widened once, then tags of style are left out."""
    from lxml import etree

    for attempt, wide in ((text, False), (text, True), (_INLINE.sub("", text), True)):
        parser = etree.HTMLParser(
            encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=wide
        )
        root = etree.fromstring(attempt.encode("utf-8"), parser)
        if not any(one.type_name == "ERR_RESOURCE_LIMIT" for one in parser.error_log):
            return root if root is not None else etree.Element("html")
    raise Unreadable(f"{name} is nested too deep, or has a part that is too long. Save the chat as text.")


def _fragment(text: str) -> str:
    """What was copied, of what a clipboard holds."""
    marks = {found[1].lower(): found for found in _FRAGMENT.finditer(text)}
    if "start" not in marks:
        return text
    end = marks["end"].start() if "end" in marks else len(text)
    return text[marks["start"].end() : end] if end > marks["start"].end() else text


def _lean(text: str) -> str:
    """Without scripts, styles and embedded pictures, which can be larger than all else; unclosed ones stay."""
    parts: list[str] = []
    at, opened = 0, None
    for found in _CODE.finditer(text):
        if opened is None and not found[1]:
            opened = found
        elif opened is not None and found[1] and found[2].lower() == opened[2].lower():
            parts.append(text[at : opened.start()])
            at, opened = text.find(">", found.end()) + 1 or len(text), None
    return _EMBEDDED.sub("", "".join(parts) + text[at:])
