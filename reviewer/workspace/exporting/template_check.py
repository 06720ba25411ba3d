"""Whether a folder of templates can make pages: each is made of the sample chat."""

from datetime import date
from pathlib import Path

from reviewer import __version__, resources
from reviewer.errors import Unreadable
from reviewer.exchange import review_file
from reviewer.exporters.html import TEMPLATES, page
from reviewer.exporters.options import PageOptions
from reviewer.exporters.own_templates.folder import STYLE

SAMPLE = "tablet-order.review.json"
WHEN = date(2026, 1, 31)


def check_templates(folder: Path) -> tuple[str, ...]:
    """The names of the files in the folder that change pages.

    Raises:
        Unreadable: there is no such folder, it holds no template, or one is wrong; the sentence has file and line.
    """
    found = tuple(name for name in (*TEMPLATES.values(), STYLE) if (folder / name).is_file())
    if not folder.is_dir():
        raise Unreadable(f"{folder} could not be read: there is no such folder.")
    if not found:
        known = ", ".join((*TEMPLATES.values(), STYLE))
        raise Unreadable(f"{folder} holds no template. Name a file in it like one of these: {known}.")
    file = review_file.loads(resources.read_text("samples", SAMPLE), SAMPLE)
    for kind in TEMPLATES:
        for _ in page(
            file.full,
            lambda: file.turns,
            kind=kind,
            when=WHEN,
            version=__version__,
            document=review_file.compact(file.full, file.turns) if kind == "feedback" else None,
            options=PageOptions(templates=folder),
        ):
            pass
    return found
