"""Pages by templates of a person's own: rendered in the sandbox, looked at while they are written."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from jinja2.exceptions import SecurityError
from markupsafe import Markup

from reviewer.domain.full_review import FullReview
from reviewer.errors import Unreadable
from reviewer.exporters.environment import LAYOUT, equip, said
from reviewer.exporters.own_templates.folder import OURS, TemplateFolder
from reviewer.exporters.own_templates.guard import guarded
from reviewer.exporters.own_templates.sandbox import Sandbox, steps_from
from reviewer.exporters.own_templates.trouble import troubles_told
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.view_model import MODEL

HEAD: Final = "head.html.jinja"
STEPS, STEPS_FOR_EACH = 1_000_000, 1_000
SIGNS, SIGNS_FOR_EACH = 20_000_000, 20_000
"""What a page may take, and how much more for each turn, comment and change."""

_PLACE: Final = re.compile(r"%\(\w+\)s|%%")


class OwnTemplates(Sandbox):
    """Templates of a folder; within ours, names are ours."""

    def join_path(self, template: str, parent: str) -> str:
        """What a template means by a name."""
        return OURS + template if parent.startswith(OURS) or template == parent else template


def own_page(folder: Path, name: str, language: PageLanguage, size: int, page: object) -> Iterator[str]:
    """The page `name` in pieces; `size` counts turns, comments and changes, `page` is what templates lay out.

    Raises:
        Unreadable: the folder or a template cannot be used; what was yielded before must not be kept.
    """
    if not folder.is_dir():
        raise Unreadable(f"{folder} could not be read: there is no such folder.")
    left = [STEPS + STEPS_FOR_EACH * size]
    with troubles_told(folder, name):
        environment = _environment(folder, language)
        environment.globals["own_style"] = Markup(TemplateFolder(folder).style())  # noqa: S704
        with steps_from(left):
            head = environment.get_template(OURS + HEAD).render(page=page)
            pieces = environment.get_template(name).generate(page=page)
        yield from guarded(_metered(pieces, left), head, SIGNS + SIGNS_FOR_EACH * size)


def size_of(full: FullReview) -> int:
    """How much there is to lay out: turns, comments and changes."""
    return full.transcript.turn_count + len(full.annotations) + len(full.revised_turns)


def _metered(pieces: Iterator[str], left: list[int]) -> Iterator[str]:
    """The pieces, each made at the cost of the steps that are left."""
    while True:
        with steps_from(left):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece


@lru_cache(maxsize=8)
def _environment(folder: Path, language: PageLanguage) -> OwnTemplates:
    environment = OwnTemplates(loader=TemplateFolder(folder), **LAYOUT)
    equip(environment, language)
    environment.globals |= {"model": MODEL, "say": _saying(language)}
    return environment


def _saying(language: PageLanguage) -> Any:
    """`say` for texts that a person wrote: places in them are names alone, without widths."""

    def say(text: str, **places: object) -> Markup:
        if places and "%" in _PLACE.sub("", text):
            raise SecurityError("a text has places like %(name)s alone.")
        return said(language, text, **places)

    return say
