"""What a zip file is by what stands in it: a text document, a sheet, or an archive."""

from enum import StrEnum
from functools import lru_cache
from typing import Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.importers.containers.zips import is_zip, opened_zip


class Document(StrEnum):
    """Documents that are zip files, by the format of what is inside."""

    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    ODS = "ods"
    OTHER = "other"


_OPEN_DOCUMENT: Final = {b"opendocument.text": Document.ODT, b"opendocument.spreadsheet": Document.ODS}
_LONGEST_TYPE: Final = 200


def is_document(source: Source) -> bool:
    """Whether it is a zip file that is one document."""
    return document_of(source) is not None


def document_of(source: Source) -> Document | None:
    """The kind of document, or None for an archive and for what is no zip file."""
    return _document_of(source) if is_zip(source) else None


@lru_cache(maxsize=4)
def _document_of(source: Source) -> Document | None:
    try:
        with opened_zip(source) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    kind = stream.read(_LONGEST_TYPE)
                return next((one for sign, one in _OPEN_DOCUMENT.items() if sign in kind), Document.OTHER)
    except Unreadable:
        return None
    if "[Content_Types].xml" not in names:
        return None
    if any(name.startswith("word/") for name in names):
        return Document.DOCX
    return Document.XLSX if any(name.startswith("xl/") for name in names) else Document.OTHER
