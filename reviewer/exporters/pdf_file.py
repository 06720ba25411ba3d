"""What a painted PDF still needs: a table of contents, links, its facts, and words that search and copying find.

Form: ISO 32000-1, 7.7.2, 12.3, 12.4.2, 12.5.6.5 and 14.3. Positions are points from the top left corner of a page,
pages count from 0.
"""

import io
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from reviewer.exporters.painting import Bookmark, Painted
from reviewer.exporters.pdf_words import add_hidden, name_fonts, set_meanings
from reviewer.exporters.signs import shown

ABOVE: Final = 8.0
"""So many points of what stands above a place are shown with it."""


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What the file says about itself; `language` is an ISO 639-1 code."""

    title: str
    author: str
    subject: str
    language: str
    generator: str
    day: date


def finished(painted: Painted, facts: PdfFacts) -> bytes:
    """The whole file. Equal arguments but for Qt's date and identity in `content` give equal bytes."""
    reader = PdfReader(io.BytesIO(painted.content))
    reader.root_object.pop("/Metadata", None)
    writer = PdfWriter(clone_from=reader)
    name_fonts(writer)
    set_meanings(writer, painted.signs, painted.aliases)
    add_hidden(writer, painted.hidden)
    _add_links(writer, painted)
    _add_bookmarks(writer, painted.bookmarks)
    writer.set_page_label(0, painted.pages - 1, style="/D")  # type: ignore[arg-type]
    _say_facts(writer, facts)
    _identify(writer, facts)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _add_links(writer: PdfWriter, painted: Painted) -> None:
    pages = list(writer.pages)
    found: dict[int, ArrayObject] = {}
    for link in painted.links:
        place = painted.places.get(link.target)
        if place is None:
            continue
        height = float(pages[link.page].mediabox.height)
        box = link.box
        rect = (box.left, height - box.bottom, box.right, height - box.top)
        dictionary = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Rect"): ArrayObject(FloatObject(round(one, 2)) for one in rect),
                NameObject("/Border"): ArrayObject(NumberObject(0) for _ in range(3)),
                NameObject("/Dest"): _destination(pages[place.page], place.top),
            }
        )
        found.setdefault(link.page, ArrayObject()).append(writer._add_object(dictionary))
    for number, annotations in found.items():
        pages[number][NameObject("/Annots")] = annotations


def _add_bookmarks(writer: PdfWriter, bookmarks: tuple[Bookmark, ...]) -> None:
    pages = list(writer.pages)
    root, parent = DictionaryObject(), DictionaryObject()
    root_reference = parent_reference = writer._add_object(root)
    last: dict[int, DictionaryObject] = {}
    for bookmark in bookmarks:
        entry = DictionaryObject({NameObject("/Title"): TextStringObject(_one_line(bookmark.title))})
        reference = writer._add_object(entry)
        owner, owner_reference = (root, root_reference) if not bookmark.level else (parent, parent_reference)
        entry[NameObject("/Parent")] = owner_reference
        entry[NameObject("/Dest")] = _destination(pages[bookmark.place.page], bookmark.place.top)
        _append(owner, reference, last.get(id(owner)), entry)
        last[id(owner)] = entry
        if not bookmark.level:
            parent, parent_reference = entry, reference
    if bookmarks:
        root[NameObject("/Type")] = NameObject("/Outlines")
        writer.root_object[NameObject("/Outlines")] = root_reference
        writer.root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")


def _append(
    owner: DictionaryObject, reference: IndirectObject, before: DictionaryObject | None, entry: DictionaryObject
) -> None:
    """Put an entry behind its elder sister; parts are closed, so their count is negative (12.3.3)."""
    if before is None:
        owner[NameObject("/First")] = reference
    else:
        before[NameObject("/Next")] = reference
        entry[NameObject("/Prev")] = owner["/Last"].indirect_reference or NullObject()
    owner[NameObject("/Last")] = reference
    step = -1 if "/Title" in owner else 1
    owner[NameObject("/Count")] = NumberObject(int(owner.get("/Count", 0)) + step)


def _destination(page: DictionaryObject, top: float) -> ArrayObject:
    height = float(page["/MediaBox"][3])  # type: ignore[index]
    reference = page.indirect_reference or NullObject()
    y = FloatObject(round(height - top + ABOVE, 2))
    return ArrayObject([reference, NameObject("/XYZ"), NumberObject(0), y, NullObject()])


def _one_line(words: str) -> str:
    return " ".join(str(shown(words)).split())


def _say_facts(writer: PdfWriter, facts: PdfFacts) -> None:
    moment = f"D:{facts.day:%Y%m%d}000000Z"
    writer.metadata = None
    writer.add_metadata(
        {
            "/Title": _one_line(facts.title),
            "/Author": _one_line(facts.author),
            "/Subject": _one_line(facts.subject),
            "/Creator": facts.generator,
            "/Producer": facts.generator,
            "/CreationDate": moment,
            "/ModDate": moment,
        }
    )
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(facts.language)
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    root[NameObject("/ViewerPreferences")] = shown


def _identify(writer: PdfWriter, facts: PdfFacts) -> None:
    """An identity (14.4) that follows from what the file holds, so that equal files stay equal."""
    digest = sha256(repr(facts).encode("utf-8", "replace"))
    for page in writer.pages:
        contents = page.get_contents()
        digest.update(contents.get_data() if contents else b"")
    identity = ByteStringObject(digest.digest()[:16])
    writer._ID = ArrayObject([identity, identity])
