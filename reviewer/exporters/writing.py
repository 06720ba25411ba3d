"""Files that are there whole, or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer.errors import CannotWrite, DiskFull

Piece = str | bytes
ADVICE = {errno.ENAMETOOLONG: "Choose a shorter name.", errno.EISDIR: "Choose another name."}
NO_FOLDER = "there is a file where its folder should be"
REASONS = {errno.EEXIST: NO_FOLDER, errno.ENOTDIR: NO_FOLDER}


def write_whole(path: Path, pieces: Iterable[Piece]) -> Path:
    """Write `pieces`, words as UTF-8, to a file beside `path`, then put it in place; a failure leaves the old file.

    Raises:
        CannotWrite: the folder or the file cannot be written.
        DiskFull: the disk is full.
    """
    write_together([(path, pieces)])
    return path


def write_together(files: Iterable[tuple[Path, Iterable[Piece]]]) -> list[Path]:
    """Write several files that belong together: none takes the place of an old one before all are written.

    Raises:
        CannotWrite: a folder or a file cannot be written.
        DiskFull: the disk is full.
    """
    parts: list[tuple[Path, Path]] = []
    try:
        for path, pieces in files:
            with _troubles(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                if path.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
                _write_part(path, pieces, parts)
        for part, path in parts:
            with _troubles(path):
                part.replace(path)
    finally:
        for part, _ in parts:
            part.unlink(missing_ok=True)
    return [path for _, path in parts]


def try_folder(folder: Path) -> None:
    """See that files can be written into a folder, which is made where it is missing.

    Raises:
        CannotWrite: they cannot.
        DiskFull: the disk is full.
    """
    with _troubles(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile("wb", dir=folder) as stream:
            stream.write(b"0")


def _write_part(path: Path, pieces: Iterable[Piece], parts: list[tuple[Path, Path]]) -> None:
    with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=".export-", delete=False) as stream:
        part = Path(stream.name)
        parts.append((part, path))
        for piece in pieces:
            stream.write(piece.encode("utf-8", "replace") if isinstance(piece, str) else piece)
        stream.flush()
        os.fsync(stream.fileno())
    part.chmod(0o644)


@contextmanager
def _troubles(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as trouble:
        if trouble.errno == errno.ENOSPC:
            raise DiskFull(f"{path} could not be written: the disk is full. Free some space first.") from trouble
        reason = REASONS.get(trouble.errno or 0) or (trouble.strerror or str(trouble)).lower()
        advice = ADVICE.get(trouble.errno or 0, "Choose another folder.")
        raise CannotWrite(f"{path} could not be written: {reason}. {advice}") from trouble
