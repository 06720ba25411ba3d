"""Old Office files, and new ones that are locked: both are OLE files, and neither can be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.importers.containers.container import Member

_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class OldOffice:
    """OLE files, by their first eight bytes (MS-CFB)."""

    def opens(self, source: Source) -> bool:
        """Whether it begins as an OLE file does."""
        return source.content.startswith(_MAGIC)

    def unpack(self, source: Source) -> Iterator[Member]:
        """Nothing.

        Raises:
            Unreadable: always; the sentence tells a locked file from an old one.
        """
        if _LOCKED in source.whole():
            raise Unreadable(f"{source.name} is locked with a password. Save it without one.")
        raise Unreadable(
            f"{source.name} is an old Office file. Open it in an office program and save it as DOCX, XLSX or text."
        )
