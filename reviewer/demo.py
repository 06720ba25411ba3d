"""The main job without a window: a sample chat with its finished review becomes one page."""

import sys
import tempfile
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.importers.base import Source
from reviewer.resources import read_bytes
from reviewer.workspace.exporting.transcripts import export_feedback
from reviewer.workspace.importing import import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace

FOLDER = Path("exports") / "demo"


def main(folder: Path = FOLDER) -> int:
    """Import the sample chat and its review into a library of their own, write the page to `folder`, say where."""
    try:
        with tempfile.TemporaryDirectory() as scratch:
            page = _page(Path(scratch) / "library.sqlite", folder)
    except ReviewerError as error:
        print(f"reviewer: {error.sentence}", file=sys.stderr)
        return error.exit_status
    print(f"Imported a sample chat, applied its review and wrote the page: {page.resolve()}")
    print("Open it in a browser. On a machine with a display, the same command opens the window.")
    return 0


def _page(library: Path, folder: Path) -> Path:
    with Workspace.open(library) as workspace:
        for name in ("tablet-order.txt", "tablet-order.review.json"):
            import_source(workspace, Source(name, read_bytes("samples", name)), SILENT)
        (summary,) = workspace.reading.summaries()
        return export_feedback(workspace, summary.transcript.id, folder)


if __name__ == "__main__":
    sys.exit(main())
