"""A consistent copy of an open library, complete or not there at all."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from reviewer.errors import CannotWrite
from reviewer.store.faults import as_sentences


def copy_whole(connection: sqlite3.Connection, target: Path) -> None:
    """Write what `connection` sees to `target`; what stood there is replaced at the very end.

    Raises:
        CannotWrite: the copy cannot be written.
        LibraryError: the disk is full, or the library cannot be read.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with as_sentences(target), closing(sqlite3.connect(part)) as into:
            connection.backup(into)
        part.replace(target)
    except OSError as trouble:
        raise CannotWrite(f"{target} could not be written: {trouble.strerror}.") from trouble
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            with suppress(OSError):
                left.unlink()
