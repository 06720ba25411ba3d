"""Consistent copies of a library, and putting one back."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from reviewer.errors import CannotWrite, LibraryBusy, LibraryError
from reviewer.store.copying import copy_whole
from reviewer.store.faults import as_sentences
from reviewer.store.store import Store


def copy(store: Store, target: Path) -> None:
    """A copy of the open library at `target`, complete or not there at all.

    Raises:
        CannotWrite: the copy cannot be written.
    """
    if target.is_dir() or target.resolve() == store.path.resolve():
        raise CannotWrite(f"{target} cannot take the copy. Name another file.")
    with as_sentences(store.path):
        copy_whole(store.connection, target)


def restore(source: Path, library: Path) -> Path | None:
    """Put the copy `source` in place of `library`; gives where the replaced library is kept.

    Raises:
        LibraryError: `source` is not a library that this program can use, or the library is in use.
        CannotWrite: the place cannot be written.
    """
    if not source.is_file():
        raise LibraryError(f"{source} could not be read: there is no such file. The library is as it was.")
    if library.is_dir():
        raise LibraryError(f"{library} is a folder, not a library. Name a file in it.")
    part = library.with_name(f".{library.name}.restored")
    checked = Store.open(source, read_only=True)
    try:
        _refuse_damage(checked)
        _refuse_in_use(library)
        copy_whole(checked.connection, part)
    finally:
        checked.close()
    try:
        kept = _keep(library)
        part.replace(library)
    except OSError as trouble:
        raise CannotWrite(f"{library} could not be written: {trouble.strerror}.") from trouble
    finally:
        with suppress(OSError):
            part.unlink()
    return kept


def _refuse_damage(copied: Store) -> None:
    with as_sentences(copied.path):
        found = copied.connection.execute("pragma integrity_check(1)").fetchall()
    if found != [("ok",)]:
        raise LibraryError(f"{copied.path} is damaged. Choose another copy; the library is as it was.")


def _refuse_in_use(library: Path) -> None:
    """What is to be replaced may be damaged or no library at all, but nobody may be at work in it."""
    if not library.exists():
        return
    try:
        with as_sentences(library), closing(sqlite3.connect(library, timeout=1, isolation_level=None)) as connection:
            connection.execute("begin exclusive")
    except LibraryBusy:
        raise
    except LibraryError:
        return


def _keep(library: Path) -> Path | None:
    """Leaves the library where it is, so that there is one at every moment."""
    if not library.exists():
        return None
    kept = library.with_name(f"{library.name}.before-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}")
    try:
        os.link(library, kept)
    except OSError:
        shutil.copy2(library, kept)
    unfinished = library.with_name(f"{library.name}-journal")
    if unfinished.exists():
        unfinished.replace(kept.with_name(f"{kept.name}-journal"))
    return kept
