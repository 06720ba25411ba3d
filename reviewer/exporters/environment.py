"""What templates of pages have at hand: the page's words, its style, and escaping of everything."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache, partial
from hashlib import sha256
from typing import Any, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from reviewer import resources
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.signs import in_script, shown
from reviewer.exporters.stamps import plain, stamped
from reviewer.exporters.view_model import Mark, Node, Ref

LAYOUT: Final[Mapping[str, Any]] = {
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}


@cache
def program_environment(language: PageLanguage) -> Environment:
    """The program's own templates in one language."""
    loader = FunctionLoader(lambda name: resources.read_text("templates", name))
    environment = Environment(loader=loader, autoescape=True, finalize=shown, **LAYOUT)
    equip(environment, language)
    environment.filters["rows"] = partial(stamped, environment)
    return environment


def equip(environment: Environment, language: PageLanguage) -> None:
    """Give an environment what the program's templates use."""
    environment.filters["in_script"] = in_script
    environment.filters["sha256"] = _sha256
    environment.filters["rows"] = plain
    environment.globals["say"] = partial(said, language)
    environment.globals["style"] = Markup(resources.read_text("templates", "report.css"))  # noqa: S704
    environment.globals["gathered_style"] = Markup(resources.read_text("templates", "gathered.css"))  # noqa: S704
    environment.globals["own_style"] = ""
    environment.tests["mark"] = _is_mark
    environment.tests["ref"] = _is_ref


def said(language: PageLanguage, text: str, **places: object) -> Markup:
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
