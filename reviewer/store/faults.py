"""SQLite's errors as sentences; what is not listed here is a fault of the program and goes on as it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer.domain.codec import Malformed
from reviewer.errors import Conflict, DiskFull, LibraryBusy, LibraryError, LibraryReadOnly

CHANGED_ELSEWHERE = "This was changed elsewhere in the meantime; nothing was saved. Look at it and try again."
INCOMPLETE = "{} is damaged: a part of it is missing. Put a backup in its place; it was left as it is."
UNREADABLE_ROW = "{} is damaged: something in it cannot be read. Put a backup in its place; it was left as it is."

_SENTENCES: dict[int, tuple[type[LibraryError], str]] = {
    sqlite3.SQLITE_BUSY: (LibraryBusy, "{} is in use by another program. Close it there, or try again in a moment."),
    sqlite3.SQLITE_LOCKED: (LibraryBusy, "{} is in use by another program. Close it there, or try again in a moment."),
    sqlite3.SQLITE_READONLY: (LibraryReadOnly, "{} cannot be changed: it, or its folder, does not allow writing."),
    sqlite3.SQLITE_PERM: (LibraryReadOnly, "{} cannot be changed: it, or its folder, does not allow writing."),
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        LibraryReadOnly,
        "{} was left in the middle of a change. Open it once for writing, which puts it in order.",
    ),
    sqlite3.SQLITE_READONLY_DBMOVED: (
        LibraryReadOnly,
        "{} was moved or replaced while it was open; nothing was saved. Open it again.",
    ),
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: (
        Conflict,
        "Nothing was changed: other work depends on this, or what it belongs to is gone. Look at it and try again.",
    ),
    sqlite3.SQLITE_CONSTRAINT_UNIQUE: (Conflict, CHANGED_ELSEWHERE),
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY: (Conflict, CHANGED_ELSEWHERE),
    sqlite3.SQLITE_CANTOPEN: (LibraryError, "{} cannot be opened. Check that its folder exists and allows writing."),
    sqlite3.SQLITE_FULL: (DiskFull, "Not saved: the disk that holds {} is full. Free some space and try again."),
    sqlite3.SQLITE_IOERR: (LibraryError, "{} could not be read or written: the disk reports an error."),
    sqlite3.SQLITE_NOTADB: (LibraryError, "{} is not a library of this program; it was left as it is."),
    sqlite3.SQLITE_CORRUPT: (LibraryError, "{} is damaged. Put a backup in its place; it was left as it is."),
}


@contextmanager
def as_sentences(path: Path) -> Iterator[None]:
    """Turns SQLite's errors, and rows that make no record, into LibraryErrors about `path`."""
    try:
        yield
    except Malformed as wrong:
        raise LibraryError(UNREADABLE_ROW.format(path)) from wrong
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0)
        known = _SENTENCES.get(code) or _SENTENCES.get(code & 0xFF)
        if known is None:
            raise
        kind, sentence = known
        raise kind(sentence.format(path)) from error
