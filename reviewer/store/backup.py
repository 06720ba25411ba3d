"""Consistent copies of a library, and putting one back."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from reviewer.errors import CannotWrite, LibraryError
from reviewer.store.faults import as_sentences
from reviewer.store.store import Store


def copy(store: Store, target: Path) -> None:
    """A copy of the open library at `target`, complete or not there at all.

    Raises:
        CannotWrite: the copy cannot be written.
    """
    if target.is_dir() or target.resolve() == store.path.resolve():
        raise CannotWrite(f"{target} cannot take the copy. Name another file.")
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with as_sentences(target), closing(sqlite3.connect(part)) as into:
            store.connection.backup(into)
        part.replace(target)
    except OSError as trouble:
        raise CannotWrite(f"{target} could not be written: {trouble.strerror}.") from trouble
    finally:
        part.unlink(missing_ok=True)


def restore(source: Path, library: Path) -> Path | None:
    """Put the copy `source` in place of `library`; gives where the replaced library is kept.

    Raises:
        LibraryError: `source` is not a library that this program can use, or the library is in use.
    """
    if not source.is_file():
        raise LibraryError(f"{source} could not be read: there is no such file. The library is as it was.")
    kept = None
    if library.exists():
        kept = library.with_name(f"{library.name}.before-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}")
    checked = Store.open(source, read_only=True)
    try:
        part = library.with_name(f".{library.name}.part")
        try:
            copy(checked, part)
            if kept:
                library.replace(kept)
            part.replace(library)
        except OSError as trouble:
            raise CannotWrite(f"{library} could not be written: {trouble.strerror}.") from trouble
        finally:
            part.unlink(missing_ok=True)
    finally:
        checked.close()
    return kept
