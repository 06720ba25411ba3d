"""Files that are there whole, or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from reviewer.errors import CannotWrite, DiskFull


def write_whole(path: Path, pieces: Iterable[str]) -> Path:
    """Write `pieces` as UTF-8 to a file beside `path`, then put it in place; a failure leaves the old file as it was.

    Raises:
        CannotWrite: the folder or the file cannot be written.
        DiskFull: the disk is full.
    """
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=".export-", delete=False) as stream:
            part = Path(stream.name)
            for piece in pieces:
                stream.write(piece.encode("utf-8", "replace"))
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(0o644)
        part.replace(path)
    except OSError as trouble:
        if trouble.errno == errno.ENOSPC:
            raise DiskFull(f"{path} could not be written: the disk is full. Free some space first.") from trouble
        reason = (trouble.strerror or str(trouble)).lower()
        raise CannotWrite(f"{path} could not be written: {reason}. Choose another folder.") from trouble
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
    return path
