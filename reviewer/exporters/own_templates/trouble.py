"""What is wrong with a person's template: file, line, and what to do."""

import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from reviewer.errors import ReviewerError, Unreadable
from reviewer.exporters.own_templates.guard import Acting, TooLong, WrongHead
from reviewer.exporters.own_templates.sandbox import OnAndOn

Place = tuple[str, int]

_OF_TEMPLATES: Final = (
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
    MemoryError,
)
_PACKAGE: Final = Path(__file__).resolve().parents[1]
_LAYING_OUT: Final = frozenset(("sandbox.py", "template_folder.py", "page_guard.py", "environment.py"))
_BASE: Final = "base.html.jinja"
_MODEL: Final = "reviewer.exporters.view_model."
_DOCUMENTED: Final = "The names are in docs/page-templates.md."


@contextmanager
def troubles_told(folder: Path, first: str) -> Iterator[None]:
    """Whatever goes wrong in templates of `folder` becomes one sentence; `first` is the page that is made.

    Raises:
        Unreadable: a template is wrong. Faults of the program and of files pass as they are.
    """
    try:
        yield
    except ReviewerError:
        raise
    except (TemplateError, *_OF_TEMPLATES) as error:
        if not isinstance(error, TemplateError) and _is_ours(error):
            raise
        name, line = _place(error, folder) or (first, 0)
        where = f"{name}: line {line}" if line else name
        raise Unreadable(f"{where}: {_what(error)}") from error


def _what(error: Exception) -> str:
    """What is wrong, and what to do."""
    match error:
        case TemplateNotFound(name=name):
            return f"there is no template “{name}”. Put it into the folder, or correct the name."
        case TemplateSyntaxError(message=message):
            return f"{_sentence(message)} Correct it there."
        case UndefinedError(message=message):
            return f"{_sentence(message).replace(_MODEL, '')} {_DOCUMENTED}"
        case RecursionError():
            return "templates, macros or loops call one another without end. Break the circle."
        case OnAndOn() | TooLong():
            return f"{_sentence(str(error))} Look for a loop that does not end."
        case WrongHead():
            return f'{_sentence(str(error))} Begin with {{% extends "{_BASE}" %}} and write nothing before it.'
        case Acting(element="style"):
            return "a page cannot hold a second <style>. Write into style.css beside the template."
        case Acting():
            return f"{_sentence(str(error))} Take it out: pages load nothing and run nothing."
        case SecurityError():
            text = _sentence(str(error))
            return text if ". " in text else f"{text} Templates can use what docs/page-templates.md lists."
        case _:
            return f"{_sentence(str(error) or type(error).__name__)} Correct it there."


def _sentence(message: str | None) -> str:
    text = " ".join((message or "it could not be used.").split())
    return text if text.endswith((".", "?")) else f"{text}."


def _place(error: Exception, folder: Path) -> Place | None:
    """File and line of the person's template."""
    if isinstance(error, TemplateSyntaxError) and error.name:
        return error.name, error.lineno
    if isinstance(error, Acting):
        return _written_in(folder, error.element)
    inside = [
        (Path(frame.filename).relative_to(folder).as_posix(), frame.lineno or 0)
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(folder)
    ]
    return inside[-1] if inside else None


def _written_in(folder: Path, element: str) -> Place | None:
    """Where a template writes the element; None where it is put together from parts."""
    written = re.compile(rf"<{element}\b", re.IGNORECASE)
    for path in sorted(folder.rglob("*.jinja")):
        text = path.read_text("utf-8", "replace")
        if found := written.search(text):
            return path.relative_to(folder).as_posix(), text[: found.start()].count("\n") + 1
    return None


def _is_ours(error: Exception) -> bool:
    """Whether the program went wrong while it gave a template what it asked for."""
    last = traceback.extract_tb(error.__traceback__)[-1].filename
    return Path(last).is_relative_to(_PACKAGE) and Path(last).name not in _LAYING_OUT
