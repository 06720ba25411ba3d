"""Files that are written beside the library, and never in its place."""

from collections.abc import Iterable
from pathlib import Path

from reviewer.errors import CannotWrite
from reviewer.workspace.workspace import Workspace


def refuse_library(workspace: Workspace, paths: Iterable[Path]) -> None:
    """Refuses to replace the file that holds all work; nothing is opened, as that would drop its locks.

    Raises:
        CannotWrite: one of the paths is the open library, under whatever name.
    """
    for path in paths:
        if _is_library(workspace, path):
            raise CannotWrite(f"{path} is the library itself, with all your work. Choose another name.")


def _is_library(workspace: Workspace, path: Path) -> bool:
    try:
        return path.samefile(workspace.path)
    except (OSError, ValueError):
        return False
