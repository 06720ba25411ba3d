"""The PDF files in exports/ say what the program writes.

Their bytes are the same each time on one machine only: typefaces are packed by the Qt, FreeType and zlib that are
there. So what is compared is what people get: pages and their sizes, words, contents, links and facts.
"""

from pathlib import Path

import pytest

from reviewer.exporters.writing import write_whole
from tests.exporters.cases import PAINTED, tablet_order
from tests.gui.printing.reading import bookmarks, opened, pdf_of


def what_it_says(content: bytes) -> dict[str, object]:
    """All that a golden file is compared by."""
    reader = opened(content)
    return {
        "words": [page.extract_text() for page in reader.pages],
        "sizes": [(float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages],
        "contents": bookmarks(content),
        "links": [len(page.annotations or []) for page in reader.pages],
        "facts": dict(reader.metadata or {}),
    }


@pytest.mark.parametrize("path", PAINTED, ids=lambda path: path.name)
def test_golden(path: Path, regenerate_goldens: bool) -> None:
    made = pdf_of(tablet_order(), PAINTED[path])
    wanted = what_it_says(made)
    if regenerate_goldens and (not path.exists() or what_it_says(path.read_bytes()) != wanted):
        write_whole(path, [made])
    assert what_it_says(path.read_bytes()) == wanted, (
        "the file differs from its golden; look at it, then run: python3 dev.py export-goldens"
    )
