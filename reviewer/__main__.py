"""Where the program starts: the command line, which is handed the way to open the window."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reviewer.errors import UsageError

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> None:
    """The `reviewer` command; ends with its exit status."""
    from reviewer.cli.main import main as command_line

    sys.exit(command_line(_open_window))


def window() -> None:
    """The window at once, for a menu or an icon on the desktop; file names are offered for import."""
    from reviewer.cli.main import main as command_line

    sys.exit(command_line(_open_window, ["open", *sys.argv[1:]]))


def _open_window(library: Path | None, files: Sequence[str]) -> int:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        raise UsageError("there is no display, so no window can open. The other commands need none: reviewer --help")
    from reviewer.gui.app import open_window

    return open_window(library, files)


if __name__ == "__main__":
    main()
