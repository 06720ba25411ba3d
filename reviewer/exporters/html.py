"""The exported pages: one environment that escapes everything, streamed to a file."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.exporters.environment import program_environment
from reviewer.exporters.options import DEFAULT, PageOptions
from reviewer.exporters.own_templates.pages import own_page, size_of
from reviewer.exporters.page_language import PageLanguage, page_language
from reviewer.exporters.page_view import page_view
from reviewer.exporters.writing import write_whole

PIECE: Final = 65_536
"""A page goes out in pieces of so many signs."""

Turns = Callable[[], Iterable[Turn]]

TEMPLATES = {"feedback": "feedback.html.jinja", "revised": "revised.html.jinja"}


def write_page(
    path: Path,
    full: FullReview,
    turns: Turns,
    *,
    kind: str,
    when: date,
    version: str,
    document: Iterable[str] | None = None,
    options: PageOptions = DEFAULT,
) -> Path:
    """Write the `feedback` or the `revised` page; `document` is JSON in pieces, carried inside.

    Equal arguments give equal bytes. `turns` gives the turns anew each time it is called.

    Raises:
        CannotWrite: the file cannot be written; the old one is untouched.
    """
    pieces = page(full, turns, kind=kind, when=when, version=version, document=document, options=options)
    return write_whole(path, pieces)


def page(
    full: FullReview,
    turns: Turns,
    *,
    kind: str,
    when: date,
    version: str,
    document: Iterable[str] | None = None,
    options: PageOptions = DEFAULT,
) -> Iterable[str]:
    """The page in pieces.

    Raises:
        Unreadable: a template of the person's own is wrong; it is raised while the pieces are made.
    """
    view = page_view(full, turns, when=when, version=version, document=document, options=options)
    return rendered(TEMPLATES[kind], page_language(options.language), view, options.templates, size_of(full))


def rendered(
    template: str, language: PageLanguage, page: object, templates: Path | None = None, size: int = 0
) -> Iterable[str]:
    """What a template makes of a page, in pieces; one in the folder `templates` stands in place of ours.

    `size` is how much there is to lay out: turns, comments and changes.

    Raises:
        Unreadable: a template of the person's own is wrong; it is raised while the pieces are made.
    """
    if templates:
        return own_page(templates, template, language, size, page)
    return _gathered(program_environment(language).get_template(template).generate(page=page))


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """The same signs in larger pieces."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > PIECE:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)
