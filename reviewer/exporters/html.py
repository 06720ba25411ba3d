"""The exported pages: one environment that escapes everything, streamed to a file."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from reviewer import resources
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.exporters.options import DEFAULT, PageOptions
from reviewer.exporters.page_language import PageLanguage, page_language
from reviewer.exporters.page_view import page_view
from reviewer.exporters.signs import in_script, shown
from reviewer.exporters.view_model import Mark, Node, Ref
from reviewer.exporters.writing import write_whole

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
    """The page in pieces."""
    view = page_view(full, turns, when=when, version=version, document=document, options=options)
    return rendered(TEMPLATES[kind], page_language(options.language), view)


def rendered(template: str, language: PageLanguage, page: object) -> Iterable[str]:
    """What a template makes of a page, in pieces."""
    stream = _environment(language).get_template(template).stream(page=page)
    stream.enable_buffering(64)
    return stream


@cache
def _environment(language: PageLanguage) -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: resources.read_text("templates", name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=shown,
    )
    environment.filters["in_script"] = in_script
    environment.filters["sha256"] = _sha256
    environment.globals["say"] = partial(_said, language)
    environment.globals["style"] = Markup(resources.read_text("templates", "report.css"))  # noqa: S704
    environment.globals["gathered_style"] = Markup(resources.read_text("templates", "gathered.css"))  # noqa: S704
    environment.tests["mark"] = _is_mark
    environment.tests["ref"] = _is_ref
    return environment


def _said(language: PageLanguage, text: str, **places: object) -> Markup:
    """A text of the page; what stands in its places is escaped unless it is markup."""
    said = escape(language.say(text))
    return said % {name: shown(value) for name, value in places.items()} if places else said


def _sha256(text: str) -> str:
    """The digest by which a Content-Security-Policy knows the text of a style element."""
    return b64encode(sha256(text.encode()).digest()).decode()


def _is_mark(node: Node) -> bool:
    return isinstance(node, Mark)


def _is_ref(node: Node) -> bool:
    return isinstance(node, Ref)
