"""Where the program starts: the command line, which is handed the way to open the window."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> None:
    """The `reviewer` command."""
    from reviewer.cli.main import main as command_line

    sys.exit(command_line(_open_window))


def window() -> None:
    """The window alone, for a menu or desktop icon."""
    sys.exit(_open_window(None, sys.argv[1:]))


def _open_window(library: Path | None, files: Sequence[str]) -> int:
    from reviewer.gui.app import open_window

    return open_window(library, files)


if __name__ == "__main__":
    main()
