"""PDF files made of reviews, and what a reader's program finds in them."""

import io
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import Destination

from reviewer.exporters.options import DEFAULT, PageOptions
from reviewer.exporters.page_language import page_language
from reviewer.exporters.page_view import page_view
from reviewer.exporters.painting import Sheets, Step
from reviewer.exporters.paper import Paper
from reviewer.exporters.pdf_file import PdfFacts, finished
from reviewer.exporters.view_model import Page
from tests.exporters.reviews import VERSION, WHEN, Reviewed
from tests.painting import paint


def nobody(done: int, total: int, text: str) -> None:
    """Nobody watches."""


def pdf_of(
    chat: Reviewed, kind: str = "feedback", options: PageOptions = DEFAULT, *, paper: Paper = Paper.A4,
    step: Step = nobody,
) -> bytes:  # fmt: skip
    """The file of a review."""

    def view() -> Page:
        return page_view(chat.full, lambda: chat.turns, when=WHEN, version=VERSION, options=options)

    painted = paint(view, Sheets(kind, paper, page_language(options.language), options.theme), step)
    full, generator = chat.full, "Transcript Reviewer 1.0"
    facts = PdfFacts(full.transcript.title, full.reviewer.name, "Rubric", "en", generator, WHEN)
    return finished(painted, facts)


def opened(content: bytes) -> PdfReader:
    """The file as pypdf reads it."""
    return PdfReader(io.BytesIO(content), strict=True)


def words_of(content: bytes) -> str:
    """All words of a file without blanks, which PDF leaves to the eye."""
    return bare("".join(page.extract_text() for page in opened(content).pages))


def bare(text: str) -> str:
    """Words without blanks and line ends."""
    return "".join(text.split()).replace("\u200b", "")


def bookmarks(content: bytes) -> list[tuple[int, str, int]]:
    """The table of contents: depth, title and page from 1."""
    reader = opened(content)

    def walk(entries: list[object], depth: int) -> Iterator[tuple[int, str, int]]:
        for one in entries:
            if isinstance(one, list):
                yield from walk(one, depth + 1)
            elif isinstance(one, Destination):
                yield depth, str(one.title), (reader.get_destination_page_number(one) or 0) + 1

    return list(walk(reader.outline, 0))


def names_in(content: bytes) -> set[str]:
    """Every name in the objects of a file: keys, and what they say."""
    reader = opened(content)
    objects = [reader.get_object(number) for number in reader.xref[0]]
    dictionaries = [one for one in objects if isinstance(one, dict)]
    return {str(name) for one in dictionaries for pair in one.items() for name in pair if str(name).startswith("/")}
