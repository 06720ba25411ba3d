"""Whether text is a page or XML, by what is in it, and in which encoding it was written."""

import codecs
import re
from enum import StrEnum
from typing import Final

from reviewer.importers.decoding import Decoded, decode

HEAD: Final = 65536
FEWEST_TAGS: Final = 4

_KNOWN: Final = (
    r"(?:html|head|body|meta|title|link|style|script|div|span|p|br|b|i|u|em|strong|font|a|table|thead|tbody|tr|td|th|ul|ol"
    r"|li|dl|dt|dd|h[1-6]|center|pre|blockquote|section|article|header|footer|main|nav|aside|form|img|hr|small|code|time"
    r"|details|summary|figure)"
)
_START: Final = re.compile(rf"</?{_KNOWN}(?=[\s/>])|<!doctype\s{{1,9}}html|<!--", re.IGNORECASE)
_TAG: Final = re.compile(rf"</?{_KNOWN}(?:\s[^<>]{{0,300}})?/?>", re.IGNORECASE)
_HTML_IN_XML: Final = re.compile(r"<html[\s>]|<!doctype\s{1,9}html", re.IGNORECASE)
_ROOT: Final = re.compile(r"<([A-Za-z_][\w.:-]{0,60})(?:\s[^<>]{0,2000})?>")
_FRAGMENT: Final = re.compile(r"<!--\s{0,9}StartFragment\s{0,9}-->", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"<meta\b[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED: Final = re.compile(
    rb"\A\s{0,99}<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})", re.IGNORECASE
)
_CHARSET_HEAD: Final = 4096
_LATIN: Final = ("iso8859", "cp125", "ascii", "latin")


class Markup(StrEnum):
    """Two kinds of marked text."""

    HTML = "html"
    XML = "xml"


def markup_of(text: str) -> Markup | None:
    """The kind, or None for text that is neither; the file's name tells nothing."""
    head = text[:HEAD].lstrip("\ufeff \t\r\n\f")
    if head[:5].lower() == "<?xml":
        return Markup.HTML if _HTML_IN_XML.search(head[:4096]) else Markup.XML
    if _START.match(head) or _FRAGMENT.search(head[:4096]):
        return Markup.HTML
    if head.startswith("<!DOCTYPE") or _is_element(head, text):
        return Markup.XML
    if head.startswith(("{", "[{", "[[")):
        return None
    first = head.split("\n", 1)[0]
    tags = len(_TAG.findall(head))
    lines = sum(1 for line in head.split("\n") if line.strip())
    return Markup.HTML if tags >= FEWEST_TAGS and tags * 2 >= lines and _TAG.search(first[:4096]) else None


def decode_markup(content: bytes, most: int | None, encoding: str | None) -> Decoded:
    """As a person chose, else byte order mark, then what the page declares, then UTF-8, then cp1252.

    A page that declares a Latin encoding and yet is proper UTF-8 is taken as UTF-8.
    """
    chosen = encoding or _unmarked(content) or _declared(content)
    if not encoding and chosen and _is_latin(chosen) and _is_utf8(content[:most] if most else content):
        chosen = None
    marked = content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return decode(content, most, encoding or (None if marked else chosen))


def _is_element(head: str, text: str) -> bool:
    root = _ROOT.match(head)
    return bool(root) and (f"</{root[1]}" in text or root[0].endswith("/>")) if root else False


def _unmarked(content: bytes) -> str | None:
    if content.startswith(b"<\0"):
        return "utf-16-le"
    return "utf-16-be" if content.startswith(b"\0<") else None


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_CHARSET_HEAD]) or _CHARSET.search(content[:_CHARSET_HEAD])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf", "ascii")):
        return None
    return "cp1252" if name in ("iso8859-1", "latin-1") else name


def _is_latin(name: str) -> bool:
    return codecs.lookup(name).name.startswith(_LATIN)


def _is_utf8(content: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        return False
    return True
