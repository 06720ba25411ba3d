"""Where the program starts: the command line, which is handed the ways to open the window and to paint PDF files."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.errors import CannotWrite, UsageError

if TYPE_CHECKING:
    from reviewer.exporters.painting import Painted, Sheets, Step
    from reviewer.exporters.view_model import Page

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> None:
    """The `reviewer` command; ends with its exit status."""
    from reviewer.cli.main import main as command_line

    sys.exit(command_line(_open_window, _paint_pdf))


def window() -> None:
    """The window at once, for a menu or an icon on the desktop; file names are offered for import."""
    from reviewer.cli.main import main as command_line

    sys.exit(command_line(_open_window, _paint_pdf, ["open", *sys.argv[1:]]))


def _open_window(library: Path | None, files: Sequence[str]) -> int:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        raise UsageError("there is no display, so no window can open. The other commands need none: reviewer --help")
    from reviewer.gui.app import open_window

    return open_window(library, files)


def _paint_pdf(view: "Callable[[], Page]", sheets: "Sheets", step: "Step") -> "Painted":
    """Qt is loaded for PDF alone: it takes longer than most commands, and needs parts of the system they do not."""
    try:
        from reviewer.gui.printing.pdf import paint_pdf
    except ImportError as missing:
        raise CannotWrite(
            f"PDF files cannot be painted here: {missing}. Install what is missing, or choose another form."
        ) from missing
    return paint_pdf(view, sheets, step)


if __name__ == "__main__":
    main()
