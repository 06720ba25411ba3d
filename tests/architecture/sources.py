"""The program's own source files, parsed, for the tests that look at how the code is written."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "reviewer"


def python_files(*parts: str) -> list[Path]:
    """All Python files below one folder of the package, or below the whole package."""
    return sorted(PACKAGE.joinpath(*parts).rglob("*.py"))


def own_files() -> list[Path]:
    """Every Python file of the project: the program, its tests, its benchmarks and dev.py."""
    folders = ("reviewer", "tests", "benchmarks")
    return [CHECKOUT / "dev.py", *sorted(path for name in folders for path in (CHECKOUT / name).rglob("*.py"))]


def named(path: Path) -> str:
    """The path as people name it, from the checkout on, with forward slashes."""
    return path.relative_to(CHECKOUT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The full name of every module that a file imports, at its top or inside a function."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def names_used(path: Path) -> Iterator[tuple[str, int]]:
    """Every name, attribute and imported name in a file, with its line."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Name(id=name, lineno=line) | ast.Attribute(attr=name, lineno=line):
                yield name, line
            case ast.ImportFrom(names=aliases, lineno=line):
                yield from ((alias.name, line) for alias in aliases)
