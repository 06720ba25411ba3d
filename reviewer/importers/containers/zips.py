"""Reading inside zip files, which may be damaged, locked or made to fill the memory."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Source

MOST_MEMBERS: Final = 50_000
MOST_UNPACKED: Final = 512 * 1024 * 1024
MOST_RATIO: Final = 200
SMALL: Final = 10 * 1024 * 1024
"""Up to this size a member may be packed as tightly as it likes."""
LOCKED: Final = 0x1

_MAGIC: Final = (b"PK\x03\x04", b"PK\x05\x06")


def is_zip(source: Source) -> bool:
    """Whether it begins as a zip file does."""
    return source.content.startswith(_MAGIC)


@contextmanager
def opened_zip(source: Source) -> Iterator[zipfile.ZipFile]:
    """The zip file, after a look at how much it would unpack.

    Raises:
        Unreadable: it is damaged, or unpacks to more than is sound.
    """
    with source.opened() as stream:
        try:
            with zipfile.ZipFile(stream) as archive:
                _refuse_bomb(source, archive)
                yield archive
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as trouble:
            raise Unreadable(
                f"{source.name} could not be unpacked: it is damaged or not whole ({_words(trouble)}). "
                "Save or download it again."
            ) from trouble


def names_in(source: Source) -> list[str]:
    """The names of all members, or none when the zip file cannot be read."""
    try:
        with opened_zip(source) as archive:
            return archive.namelist()
    except Unreadable:
        return []


def member_bytes(archive: zipfile.ZipFile, name: str, shown: str) -> bytes:
    """The bytes of one member; `shown` names it in sentences.

    Raises:
        Unreadable: it is missing, locked or damaged.
    """
    try:
        entry = archive.getinfo(name)
        if entry.flag_bits & LOCKED:
            raise Unreadable(f"{shown} is locked with a password. Unpack it first.")
        with archive.open(entry) as stream:
            return stream.read(MOST_UNPACKED)
    except KeyError:
        raise Unreadable(f"{shown} is missing from the file.") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as trouble:
        raise Unreadable(f"{shown} could not be unpacked: it is damaged ({_words(trouble)}).") from trouble


def leads_outside(name: str) -> bool:
    """Whether the path of a member would leave the folder it is unpacked to."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":")


def _refuse_bomb(source: Source, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_MEMBERS:
        raise Unreadable(
            f"{source.name} holds {len(entries):,} files, more than {MOST_MEMBERS:,}. Unpack it and import a part."
        )
    tight = any(entry.file_size > SMALL and entry.file_size > MOST_RATIO * entry.compress_size for entry in entries)
    if total > MOST_UNPACKED or tight:
        raise Unreadable(
            f"{source.name} would unpack to {total / 1024 / 1024:,.0f} MB, more than a saved chat needs. "
            "If you trust it, unpack it and import the chat alone."
        )


def _words(trouble: Exception) -> str:
    text = str(trouble).strip().rstrip(".") or type(trouble).__name__
    return text[:1].lower() + text[1:]
