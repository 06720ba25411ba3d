"""The pages about several reviews, in pieces."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from reviewer.exporters.gathered.group_view import group_view
from reviewer.exporters.gathered.group_work import GroupWork
from reviewer.exporters.gathered.index_view import Entry, Failed, index_view
from reviewer.exporters.html import rendered
from reviewer.exporters.options import DEFAULT, PageOptions
from reviewer.exporters.own_templates.pages import size_of
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.page_theme import brand_view


def index_page(
    entries: Iterable[Entry],
    *,
    language: PageLanguage,
    when: date,
    version: str,
    title: str = "",
    failed: Iterable[Failed] = (),
    options: PageOptions = DEFAULT,
) -> Iterable[str]:
    """The page that leads to the pages of several chats. Equal arguments give equal bytes.

    Of `options`, theme and templates count.
    """
    view = index_view(entries, language=language, when=when, version=version, title=title, failed=failed)
    view = replace(view, brand=brand_view(options.theme))
    return rendered("index.html.jinja", language, view, options.templates, len(view.rows))


def group_page(
    group: GroupWork, *, language: PageLanguage, when: date, version: str, options: PageOptions = DEFAULT
) -> Iterable[str]:
    """The page about all reviews of one exercise. Equal arguments give equal bytes.

    Of `options`, theme and templates count.
    """
    view = group_view(group, language=language, when=when, version=version)
    view = replace(view, brand=brand_view(options.theme))
    size = sum(size_of(work.full) for chat in group.chats for work in chat.works)
    return rendered("group.html.jinja", language, view, options.templates, size)
