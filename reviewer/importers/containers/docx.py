"""Word documents: paragraphs and tables in their order, with what was inserted and without what was deleted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from zipfile import BadZipFile

from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.importers.containers.container import Member
from reviewer.importers.containers.documents import Document, document_of
from reviewer.importers.containers.paragraphs import Body
from reviewer.importers.containers.zips import opened_zip

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_LEFT_OUT: Final = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}pPr", f"{_W}rPr", _FALLBACK})


@dataclass(frozen=True, slots=True)
class Docx:
    """DOCX, read with python-docx."""

    def opens(self, source: Source) -> bool:
        """Whether it is a Word document by what stands in the zip file."""
        return document_of(source) is Document.DOCX

    def unpack(self, source: Source) -> Iterator[Member]:
        """Its text.

        Raises:
            Unreadable: it is damaged, or holds no text.
        """
        body = Body()
        for block in _blocks(source):
            if block.tag == f"{_W}p":
                body.paragraph(_text(block))
            elif block.tag == f"{_W}tbl":
                for row in block.iter(f"{_W}tr"):
                    body.row(_cell(cell) for cell in row.findall(f"{_W}tc"))
        yield body.member(source)


def _blocks(source: Source) -> list[Any]:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    with opened_zip(source), source.opened() as stream:
        try:
            return list(_flat(docx.Document(stream).element.body))
        except (OpcError, XMLSyntaxError, BadZipFile, KeyError, ValueError, AttributeError) as trouble:
            raise Unreadable(
                f"{source.name} could not be read: it is no whole Word document. Open it in a word processor and save "
                "it again."
            ) from trouble


def _flat(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those within content controls and insertions."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _flat(child)


def _text(node: Any) -> str:
    return "".join(_pieces(node))


def _pieces(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _LEFT_OUT:
            yield from _pieces(child)


def _cell(cell: Any) -> str:
    return "\n".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p")).strip("\n")
