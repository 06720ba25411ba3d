"""The zip archive of a project: its XML and its texts, read with care, and nothing outside it."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Final

from lxml import etree

from reviewer.errors import Unreadable
from reviewer.exchange.refi_qda.names import SOURCES

MOST_XML: Final = 64 << 20
MOST_TEXT: Final = 64 << 20
MOST_TEXTS: Final = 256 << 20
MOST_RATIO: Final = 200
SMALL: Final = 10 << 20
"""Up to this size a part may be packed as tightly as it likes."""
MAGIC: Final = b"PK"
ENDING: Final = ".qde"

_INTERNAL: Final = "internal:"
_BAD: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def is_archive(stream: IO[bytes]) -> bool:
    """Whether this is a zip archive with the XML of a project at its top."""
    try:
        with zipfile.ZipFile(stream) as archive:
            return any(_is_project(name) for name in archive.namelist())
    except _BAD:
        return False


class Archive:
    """An open project; `name` is the file's, for messages."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._parts = {one.filename.replace("\\", "/").casefold(): one for one in archive.infolist()}
        self._read = 0

    def project(self) -> Any:
        """The root of the XML.

        Raises:
            Unreadable: there is none, it is too large, or no sound XML.
        """
        part = next((one for key, one in self._parts.items() if _is_project(key)), None)
        if part is None:
            raise Unreadable(f"{self._name} is not a whole project: its project.qde is missing.")
        return parsed(self._bytes(part, MOST_XML), self._name)

    def text(self, path: str | None) -> bytes | None:
        """The bytes of a source; None where the path leads nowhere, or out of the project.

        Raises:
            Unreadable: it is too large or damaged.
        """
        own = (path or "").strip().replace("\\", "/").casefold()
        own = own.removeprefix(_INTERNAL).lstrip("/")
        part = self._parts.get(f"{SOURCES}/{own}") or self._parts.get(own)
        if not own or part is None or part.is_dir():
            return None
        content = self._bytes(part, MOST_TEXT)
        self._read += len(content)
        if self._read > MOST_TEXTS:
            raise self._too_large(self._read)
        return content

    def _bytes(self, part: zipfile.ZipInfo, most: int) -> bytes:
        tight = part.file_size > SMALL and part.file_size > MOST_RATIO * part.compress_size
        if part.file_size > most or tight:
            raise self._too_large(part.file_size)
        try:
            with self._archive.open(part) as stream:
                content = stream.read(most + 1)
        except _BAD as trouble:
            raise damaged(self._name) from trouble
        if len(content) > most:
            raise self._too_large(len(content))
        return content

    def _too_large(self, size: int) -> Unreadable:
        return Unreadable(
            f"{self._name} would unpack to {size / (1 << 20):,.0f} MB or more, more than a project of chats needs. "
            "Export fewer texts from the other program."
        )


@contextmanager
def opened(stream: IO[bytes], name: str) -> Iterator[Archive]:
    """The archive in `stream`.

    Raises:
        Unreadable: it is damaged.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except _BAD as trouble:
        raise damaged(name) from trouble
    with archive:
        yield Archive(archive, name)


def parsed(content: bytes, name: str) -> Any:
    """The root of XML from elsewhere: no entities, no document types, nothing fetched.

    Raises:
        Unreadable: it is no sound XML, or defines entities.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as wrong:
        raise Unreadable(f"{name} is not a whole project: its XML is broken ({_words(wrong)}).") from wrong
    tree: Any = root.getroottree()
    if tree.docinfo.doctype:
        raise Unreadable(f"{name} holds definitions that projects do not have. Export it anew from the other program.")
    return root


def damaged(name: str) -> Unreadable:
    """The error for an archive that cannot be unpacked."""
    return Unreadable(f"{name} could not be unpacked: it is damaged or not whole. Export it again.")


def _is_project(name: str) -> bool:
    return "/" not in name and name.casefold().endswith(ENDING)


def _words(wrong: etree.XMLSyntaxError) -> str:
    text = (wrong.msg or "").split("\n")[0].strip()[:120]
    return text[:1].lower() + text[1:]
