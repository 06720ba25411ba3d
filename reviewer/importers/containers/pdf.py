"""PDF: the text alone, page by page."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Problem, Source
from reviewer.importers.containers.container import Member
from reviewer.importers.containers.paragraphs import Body

MOST_PAGES: Final = 2000
EDGE: Final = 2
OFTEN: Final = 0.6
PAGES: Final = 3
DOUBT: Final = "The text was taken out of a PDF, where lines can be out of order. Look the turns over."

_PAGE_NUMBER: Final = re.compile(
    r"\W{0,5}(?:page|seite|p\.)?\s{0,3}\d{1,5}(?:\s{0,3}(?:/|of|von)\s{0,3}\d{1,5})?\W{0,5}"
)
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-zà-ÿ])")


@dataclass(frozen=True, slots=True)
class Pdf:
    """PDF, read with pypdf."""

    def opens(self, source: Source) -> bool:
        """Whether it begins as a PDF does."""
        return source.content[:1024].lstrip().startswith(b"%PDF")

    def unpack(self, source: Source) -> Iterator[Member]:
        """Its text, with words that a line's end cuts put together, and without what stands on every page.

        Raises:
            Unreadable: it is locked, damaged, or holds pictures of pages only.
        """
        pages = [_HYPHEN.sub("", page).split("\n") for page in _pages(source)]
        if not any(line.strip() for page in pages for line in page):
            raise Unreadable(
                f"{source.name} holds pictures of pages and no text. Have its text recognised (OCR) and save that."
            )
        kept, dropped = _without_edges(pages)
        body = Body()
        for page in kept:
            body.paragraph("\n".join(page))
        problems = [Problem((1, 1), DOUBT, "")]
        if dropped:
            what = f"{dropped} lines that stand on most pages were left out."
            problems.append(Problem((1, 1), what, ""))
        yield body.member(source, tuple(problems))


def _pages(source: Source) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    locked = Unreadable(f"{source.name} is locked with a password. Save it without one.")
    with source.opened() as stream:
        try:
            reader = PdfReader(stream)
            if reader.is_encrypted and not reader.decrypt(""):
                raise locked
            if len(reader.pages) > MOST_PAGES:
                raise Unreadable(f"{source.name} has more than {MOST_PAGES:,} pages. Save the pages of the chat alone.")
            return [page.extract_text() for page in reader.pages]
        except (FileNotDecryptedError, DependencyError):
            raise locked from None
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as trouble:
            raise Unreadable(
                f"{source.name} could not be read: it is no whole PDF. Save or download it again."
            ) from trouble


def _without_edges(pages: list[list[str]]) -> tuple[list[list[str]], int]:
    """Pages without the first and last lines that most of them share, or that number them; and how many that were."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_bare(page[at]) for at in _edge(page)})
    often = {line for line, count in edges.items() if line and count >= PAGES and count > OFTEN * len(pages)}
    kept, dropped = [], 0
    for page in pages:
        at_edge = {at for at in _edge(page) if _bare(page[at]) in often}
        kept.append([line for at, line in enumerate(page) if at not in at_edge])
        dropped += len(at_edge)
    return kept, dropped


def _edge(page: list[str]) -> list[int]:
    spoken = [at for at, line in enumerate(page) if line.strip()]
    return sorted({*spoken[:EDGE], *spoken[-EDGE:]})


def _bare(line: str) -> str:
    bare = line.strip().casefold()
    return "page 0" if _PAGE_NUMBER.fullmatch(bare) else bare
