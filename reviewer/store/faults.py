"""SQLite's errors as sentences; what is not listed here is a fault of the program and goes on as it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer.errors import DiskFull, LibraryBusy, LibraryError, LibraryReadOnly

_SENTENCES: dict[int, tuple[type[LibraryError], str]] = {
    sqlite3.SQLITE_BUSY: (LibraryBusy, "{} is in use by another program. Close it there, or try again in a moment."),
    sqlite3.SQLITE_LOCKED: (LibraryBusy, "{} is in use by another program. Close it there, or try again in a moment."),
    sqlite3.SQLITE_READONLY: (LibraryReadOnly, "{} cannot be changed: it, or its folder, does not allow writing."),
    sqlite3.SQLITE_PERM: (LibraryReadOnly, "{} cannot be changed: it, or its folder, does not allow writing."),
    sqlite3.SQLITE_CANTOPEN: (LibraryError, "{} cannot be opened. Check that its folder exists and allows writing."),
    sqlite3.SQLITE_FULL: (DiskFull, "Not saved: the disk that holds {} is full. Free some space and try again."),
    sqlite3.SQLITE_IOERR: (LibraryError, "{} could not be read or written: the disk reports an error."),
    sqlite3.SQLITE_NOTADB: (LibraryError, "{} is not a library of this program; it was left as it is."),
    sqlite3.SQLITE_CORRUPT: (LibraryError, "{} is damaged. Put a backup in its place; it was left as it is."),
}


@contextmanager
def as_sentences(path: Path) -> Iterator[None]:
    """Turns SQLite's errors inside the block into ReviewerErrors about `path`."""
    try:
        yield
    except sqlite3.Error as error:
        known = _SENTENCES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if known is None:
            raise
        kind, sentence = known
        raise kind(sentence.format(path)) from error
