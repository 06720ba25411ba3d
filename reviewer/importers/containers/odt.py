"""OpenDocument texts: paragraphs, headings and tables in their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.importers.containers.container import Member
from reviewer.importers.containers.documents import Document, document_of
from reviewer.importers.containers.paragraphs import Body
from reviewer.importers.containers.zips import member_bytes, opened_zip

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPHS: Final = (f"{_TEXT}p", f"{_TEXT}h")
_LEFT_OUT: Final = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation"})
MOST_BLANKS: Final = 1000


@dataclass(frozen=True, slots=True)
class Odt:
    """ODT, read with zipfile and lxml; the element names are those of OpenDocument 1.3."""

    def opens(self, source: Source) -> bool:
        """Whether the zip file says that it is an OpenDocument text."""
        return document_of(source) is Document.ODT

    def unpack(self, source: Source) -> Iterator[Member]:
        """Its text.

        Raises:
            Unreadable: it is damaged, locked, or holds no text.
        """
        from lxml import etree

        with opened_zip(source) as archive:
            content = member_bytes(archive, "content.xml", source.name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as trouble:
            raise Unreadable(
                f"{source.name} could not be read: it is damaged, or locked with a password. Open it in a word "
                "processor and save it again without one."
            ) from trouble
        body = Body()
        found = root.find(f"{_OFFICE}body")
        _fill(body, found if found is not None else root)
        yield body.member(source)


def _fill(body: Body, parent: Any) -> None:
    for child in parent:
        if child.tag in _PARAGRAPHS:
            body.paragraph("".join(_pieces(child)))
        elif child.tag == f"{_TABLE}table-row":
            body.row(_cell(cell) for cell in child.findall(f"{_TABLE}table-cell"))
        elif child.tag not in _LEFT_OUT:
            _fill(body, child)


def _pieces(node: Any) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(int(count), MOST_BLANKS) if count.isdecimal() else " "
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""


def _cell(cell: Any) -> str:
    return "\n".join("".join(_pieces(one)) for one in cell.iter(*_PARAGRAPHS))
