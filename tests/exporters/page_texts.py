"""The texts that code and templates say on pages."""

import ast
from collections.abc import Iterator
from io import BytesIO

from babel.messages.extract import extract
from jinja2.ext import babel_extract

from tests.conftest import CHECKOUT

Text = str | tuple[str, str]

KEYWORDS = {"say": None, "count": (1, 2)}
FOLDERS = (CHECKOUT / "reviewer" / "exporters", CHECKOUT / "reviewer" / "gui" / "printing")
MODULES = sorted(path for folder in FOLDERS for path in folder.rglob("*.py"))
TEMPLATES = sorted((CHECKOUT / "resources" / "templates").glob("*.jinja"))


def said() -> set[Text]:
    """What Babel finds: a text, or the pair for one and for many."""
    found: set[Text] = set()
    for path in (*MODULES, *TEMPLATES):
        method = "python" if path.suffix == ".py" else babel_extract
        for _, text, _, _ in extract(method, BytesIO(path.read_bytes()), keywords=KEYWORDS):
            found.add(text if isinstance(text, str) else (text[0], text[1]))
    return found


def said_in_code() -> Iterator[tuple[str, Text | None]]:
    """What the syntax of Python says, with its place; None where a text is no literal."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            wanted = {"say": 1, "count": 2}.get(name, 0)
            if not wanted or not node.args or (name == "count" and len(node.args) < 2):
                continue
            texts = [one.value if isinstance(one, ast.Constant) else None for one in node.args[:wanted]]
            place = f"{path.name}:{node.lineno}"
            yield place, None if None in texts else texts[0] if wanted == 1 else (texts[0], texts[1])
