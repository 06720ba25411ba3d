"""A folder of templates that a person made: their files, and ours wherever they have none."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from jinja2 import BaseLoader, Environment, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from reviewer import resources
from reviewer.errors import Unreadable
from reviewer.exporters.signs import shown

OURS: Final = "program/"
"""Before the name of a template of the program."""

STYLE: Final = "style.css"
MOST_BYTES: Final = 1_000_000


class TemplateFolder(BaseLoader):
    """Reads templates from a folder, never from outside of it.

    A template that extends or includes one of its own name gets ours, and ours get none but ours, so that a person's
    template changes the blocks that it names and nothing else.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Text, file, and what tells whether it is still the same.

        Raises:
            TemplateNotFound: neither the folder nor the program has it.
            SecurityError: it lies outside, or is too large.
            TemplateSyntaxError: it is not UTF-8.
        """
        name = template.removeprefix(OURS)
        path = None if template != name else self._inside(name)
        if path is None:
            if name not in resources.names("templates"):
                raise TemplateNotFound(name)
            text = resources.read_text("templates", name)
            return text, OURS + name, lambda: template != name or self._inside(name) is None
        content, before = _bytes_of(path, name), path.stat()
        try:
            own = content.decode("utf-8-sig")
        except UnicodeDecodeError as wrong:
            line = content[: wrong.start].count(b"\n") + 1
            raise TemplateSyntaxError("it is not UTF-8 text.", line, name, str(path)) from wrong
        return own, str(path), lambda: path.exists() and _same(path.stat(), before)

    def style(self) -> str:
        """The style sheet of the folder, which follows ours; empty without one.

        Raises:
            Unreadable: it cannot be used.
        """
        path = self._inside(STYLE)
        if path is None:
            return ""
        try:
            text = _bytes_of(path, STYLE).decode("utf-8-sig")
        except UnicodeDecodeError as wrong:
            raise Unreadable(f"{STYLE} is not UTF-8 text. Save it as UTF-8.") from wrong
        if "</" in text or "<!" in text:
            line = min(text[: text.find(sign)].count("\n") + 1 for sign in ("</", "<!") if sign in text)
            raise Unreadable(f"{STYLE}: line {line}: a style sheet cannot hold “</” or “<!”. Take it out.")
        return str(shown(text))

    def _inside(self, name: str) -> Path | None:
        """The file of that name; None where there is none."""
        parts = name.split("/")
        path = self.folder.joinpath(*parts)
        if (
            any(part in ("", ".", "..") for part in parts)
            or any(sign in name for sign in "\\:\x00")
            or (path.is_file() and not path.resolve().is_relative_to(self.folder.resolve()))
        ):
            raise SecurityError(f"“{name}” lies outside the folder of templates. Copy it into the folder.")
        return path if path.is_file() else None


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as trouble:
        raise Unreadable(f"{name} could not be read: {(trouble.strerror or str(trouble)).lower()}.") from trouble
    if len(content) > MOST_BYTES:
        raise SecurityError(f"“{name}” is too large. A template has 1 MB at most.")
    return content


def _same(now: object, before: object) -> bool:
    return all(getattr(now, name) == getattr(before, name) for name in ("st_mtime_ns", "st_size", "st_ino"))
