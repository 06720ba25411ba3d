"""OpenDocument sheets: the cells of each table as text."""

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.importers.containers.zips import member_bytes, opened_zip
from reviewer.importers.tables.sheets import Sheet, as_text, damaged

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_REPEATED: Final = 10_000

_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def open_document_sheets(source: Source) -> Generator[Sheet, None, None]:
    """Every table in order.

    Raises:
        Unreadable: the file is damaged, locked with a password, or unpacks to more than is sound.
    """
    from lxml import etree

    with opened_zip(source) as archive:
        names = set(archive.namelist())
        manifest = "META-INF/manifest.xml"
        if manifest in names and b"encryption-data" in member_bytes(archive, manifest, source.name):
            raise Unreadable(f"{source.name} is locked with a password. Save it without one.")
        content = member_bytes(archive, "content.xml", source.name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise damaged(source) from error
    hidden = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for one in style.iter(f"{_STYLE}table-properties")
        if one.get(f"{_TABLE}display") == "false"
    }
    for table in root.iter(f"{_TABLE}table"):
        yield Sheet(table.get(f"{_TABLE}name") or "", _rows(table), table.get(f"{_TABLE}style-name") in hidden)


def _rows(table: "Element") -> Iterator[list[str]]:
    empty = 0
    for row in table.iter(f"{_TABLE}table-row"):
        cells = [cell for one in row for cell in _cells(one)]
        while cells and not cells[-1]:
            cells.pop()
        count = min(_count(row, "rows"), MOST_REPEATED)
        if not cells:
            empty += count
            continue
        for _ in range(min(empty, MOST_REPEATED)):
            yield []
        empty = 0
        for _ in range(count):
            yield list(cells)


def _cells(cell: "Element") -> list[str]:
    if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        return []
    count = min(_count(cell, "columns"), MOST_REPEATED)
    return [_value(cell)] * count


def _count(element: "Element", what: str) -> int:
    number = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(1, int(number)) if number.isdecimal() and len(number) < 9 else 1


def _value(cell: "Element") -> str:
    kind = cell.get(f"{_OFFICE}value-type")
    if kind == "date":
        return cell.get(f"{_OFFICE}date-value") or ""
    if kind == "float":
        try:
            return as_text(float(cell.get(f"{_OFFICE}value") or ""))
        except ValueError:
            return ""
    return "\n".join("".join(_words(paragraph)) for paragraph in cell.iterchildren(f"{_TEXT}p", f"{_TEXT}h"))


def _words(element: "Element") -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        if inner.tag == f"{_TEXT}s":
            yield " " * min(_spaces(inner), MOST_REPEATED)
        elif inner.tag == f"{_TEXT}tab":
            yield "\t"
        elif inner.tag == f"{_TEXT}line-break":
            yield "\n"
        elif inner.tag != f"{_OFFICE}annotation":
            yield from _words(inner)
        yield inner.tail or ""


def _spaces(element: "Element") -> int:
    number = element.get(f"{_TEXT}c", "1")
    return int(number) if number.isdecimal() and len(number) < 9 else 1
