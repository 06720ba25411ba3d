"""Which words the glyphs of a PDF stand for, so that they can be searched, copied and read aloud.

Qt notes one code point for each glyph. Where several share a glyph it may not be the one that was written, and pictures
and signs without a typeface have none. Form: ISO 32000-1, 9.6.5 and 9.10.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from reviewer.exporters.painting import Hidden

MOST_IN_A_FONT: Final = 250
"""Codes are one byte."""
_CODES: Final = re.compile(rb"\[([^\]]*)\]")
_CODE: Final = re.compile(rb"<([0-9A-Fa-f]+)>")
_NO_GLYPH: Final = b"<0000> <0000> <0000>"
_NO_WIDTH: Final = b"<0000> <0000> <200B>"
"""What a reader finds where a sign has no typeface is nothing, as its words are hidden there."""
_MAP: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Hidden def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{rows}
endcmap
end
end
"""


def set_meanings(writer: PdfWriter, signs: frozenset[str], aliases: Mapping[str, str]) -> None:
    """Give every glyph the signs that were written: `signs` are all of them, `aliases` the meant ones by the noted."""

    def meant(code: re.Match[bytes]) -> bytes:
        noted = bytes.fromhex(code[1].decode()).decode("utf-16-be", "replace")
        if noted in signs:
            return code[0]
        plain = unicodedata.normalize("NFKC", noted)
        wanted = aliases.get(noted) or (plain if signs.issuperset(plain) else noted)
        return b"<" + wanted.encode("utf-16-be", "replace").hex().upper().encode() + b">"

    for font in _fonts(writer):
        reference = font.raw_get("/ToUnicode")
        stream = reference.get_object()
        if isinstance(stream, StreamObject):
            lists = _CODES.sub(lambda found: _CODE.sub(meant, found[0]), stream.get_data())
            lists = lists.replace(_NO_GLYPH, _NO_WIDTH)
            writer._replace_object(reference, _stream(lists))


def name_fonts(writer: PdfWriter) -> None:
    """Name parts of typefaces in their order, with the six letters that 9.6.4 asks for; Qt draws lots for them."""
    for number, font in enumerate(_fonts(writer)):
        letters = "".join(chr(ord("A") + number // 26**place % 26) for place in reversed(range(6)))
        descendant = font["/DescendantFonts"][0].get_object()  # type: ignore[index]
        descriptor = descendant["/FontDescriptor"].get_object()
        name = NameObject(f"/{letters}+{str(descriptor['/FontName']).rpartition('+')[2].removeprefix('/')}")
        font[NameObject("/BaseFont")] = descendant[NameObject("/BaseFont")] = name
        descriptor[NameObject("/FontName")] = name


def add_hidden(writer: PdfWriter, hidden: Sequence[Hidden]) -> None:
    """Put words that nobody sees where a picture of them stands."""
    texts = list(dict.fromkeys(one.text for one in hidden))
    groups = [texts[first : first + MOST_IN_A_FONT] for first in range(0, len(texts), MOST_IN_A_FONT)]
    codes = {text: (number, code) for number, group in enumerate(groups) for code, text in enumerate(group, start=1)}
    fonts = [writer._add_object(_font(writer, group)) for group in groups]
    by_page: dict[int, list[Hidden]] = {}
    for one in hidden:
        by_page.setdefault(one.page, []).append(one)
    pages = list(writer.pages) if hidden else []
    for number, here in by_page.items():
        page = pages[number]
        _add_fonts(page, {f"/H{codes[one.text][0]}": fonts[codes[one.text][0]] for one in here})
        height = float(page.mediabox.height)
        drawn = "".join(_drawn(one, *codes[one.text], height) for one in here)
        behind = writer._add_object(_stream(f"q BT {drawn}ET Q\n".encode()))
        page[NameObject("/Contents")] = ArrayObject([behind, page.raw_get("/Contents")])


def _fonts(writer: PdfWriter) -> Iterable[DictionaryObject]:
    for one in writer._objects:
        if isinstance(one, DictionaryObject) and one.get("/Subtype") == "/Type0" and "/ToUnicode" in one:
            yield one


def _drawn(one: Hidden, font: int, code: int, height: float) -> str:
    size = max(one.box.right - one.box.left, 1.0)
    return f"/H{font} {size:.2f} Tf 1 0 0 1 {one.box.left:.2f} {height - one.baseline:.2f} Tm <{code:02X}> Tj "


def _font(writer: PdfWriter, texts: Sequence[str]) -> DictionaryObject:
    """A typeface (type 3) of glyphs without a line; code 1 is the first of `texts`."""
    names = [NameObject(f"/h{code}") for code in range(1, len(texts) + 1)]
    nothing = writer._add_object(_stream(b"1000 0 d0\n"))
    rows = "".join(
        f"1 beginbfchar\n<{code:02X}> <{text.encode('utf-16-be', 'replace').hex().upper()}>\nendbfchar\n"
        for code, text in enumerate(texts, start=1)
    )
    differences = ArrayObject([NumberObject(1), *names])
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type3"),
            NameObject("/FontBBox"): ArrayObject(NumberObject(one) for one in (0, -200, 1000, 800)),
            NameObject("/FontMatrix"): ArrayObject(FloatObject(one) for one in (0.001, 0, 0, 0.001, 0, 0)),
            NameObject("/FirstChar"): NumberObject(1),
            NameObject("/LastChar"): NumberObject(len(texts)),
            NameObject("/Widths"): ArrayObject(NumberObject(1000) for _ in texts),
            NameObject("/CharProcs"): DictionaryObject(dict.fromkeys(names, nothing)),
            NameObject("/Resources"): DictionaryObject(),
            NameObject("/Encoding"): DictionaryObject(
                {NameObject("/Type"): NameObject("/Encoding"), NameObject("/Differences"): differences}
            ),
            NameObject("/ToUnicode"): writer._add_object(_stream(_MAP.format(rows=rows).encode())),
        }
    )


def _add_fonts(page: PageObject, fonts: Mapping[str, IndirectObject]) -> None:
    """Pages may share what they hold, so each gets its own."""
    resources = DictionaryObject(_dictionary(page.get("/Resources")))
    own = DictionaryObject(_dictionary(resources.get("/Font")))
    for name, font in fonts.items():
        own[NameObject(name)] = font
    resources[NameObject("/Font")] = own
    page[NameObject("/Resources")] = resources


def _dictionary(found: PdfObject | None) -> DictionaryObject:
    held = found.get_object() if found is not None else None
    return held if isinstance(held, DictionaryObject) else DictionaryObject()


def _stream(content: bytes) -> StreamObject:
    stream = StreamObject()
    stream.set_data(content)
    return stream.flate_encode()
