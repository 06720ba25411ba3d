"""The pages about several reviews, in pieces."""

from collections.abc import Iterable
from datetime import date

from reviewer.exporters.group_view import group_view
from reviewer.exporters.group_work import GroupWork
from reviewer.exporters.html import rendered
from reviewer.exporters.index_view import Entry, Failed, index_view
from reviewer.exporters.page_language import PageLanguage


def index_page(
    entries: Iterable[Entry],
    *,
    language: PageLanguage,
    when: date,
    version: str,
    title: str = "",
    failed: Iterable[Failed] = (),
) -> Iterable[str]:
    """The page that leads to the pages of several chats. Equal arguments give equal bytes."""
    view = index_view(entries, language=language, when=when, version=version, title=title, failed=failed)
    return rendered("index.html.jinja", language, view)


def group_page(group: GroupWork, *, language: PageLanguage, when: date, version: str) -> Iterable[str]:
    """The page about all reviews of one exercise. Equal arguments give equal bytes."""
    view = group_view(group, language=language, when=when, version=version)
    return rendered("group.html.jinja", language, view)
