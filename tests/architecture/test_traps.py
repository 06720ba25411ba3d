"""Calls that look harmless and are not stay in the one place that makes them safe."""

import re
from pathlib import Path

import pytest

from tests.architecture.sources import CHECKOUT, named, names_used, own_files, python_files

# Qt takes text that looks like HTML for HTML, and then reads the files that it names.
PLAIN = "reviewer/gui/widgets/plain.py"
MESSAGES = "reviewer/gui/messages.py"
ONLY_IN = {
    "QLabel": PLAIN,
    "setToolTip": PLAIN,
    "QMessageBox": MESSAGES,
    "QInputDialog": MESSAGES,
    "QProgressDialog": MESSAGES,
    "QErrorMessage": None,
    "QTextEdit": None,
    "QTextBrowser": None,
    "setHtml": None,
    "setWhatsThis": None,
    "processEvents": None,
}
UNFINISHED = re.compile(r"\b(?:T[O]DO|F[I]XME|X[X]X|H[A]CK)\b")
SUFFIXES = {".py", ".md", ".toml", ".jinja", ".css", ".txt", ".json", ".html", ".svg", ".lock", ".mjs", ""}
FOLDERS = ("reviewer", "resources", "tests", "docs", "benchmarks", "exports", ".ci")


def text_files() -> list[Path]:
    """Every text file that is kept in the checkout, whatever its kind."""
    inside = [path for folder in FOLDERS for path in sorted((CHECKOUT / folder).rglob("*"))]
    kept = [*(path for path in CHECKOUT.iterdir() if path.name != ".git"), *inside]
    return [path for path in kept if path.is_file() and path.suffix in SUFFIXES and "node_modules" not in path.parts]


@pytest.mark.parametrize(("name", "home"), ONLY_IN.items())
def test_a_call_that_is_a_trap_stays_in_its_home(name: str, home: str | None):
    places = [
        f"{named(path)}:{line}"
        for path in python_files()
        for used, line in names_used(path)
        if used == name and named(path) != home
    ]
    assert not places, f"{name} belongs in {home or 'no module'}"


def test_importers_split_lines_at_line_ends_only():
    """`splitlines` splits at U+2028 and others too, so that a message could forge turns."""
    assert not [
        f"{named(path)}:{line}"
        for path in python_files("importers")
        for name, line in names_used(path)
        if name == "splitlines"
    ]


def test_templates_escape_everything():
    templates = sorted((CHECKOUT / "resources").rglob("*.jinja"))
    unsafe = [
        named(path) for path in templates if re.search(r"\|\s*safe\b|autoescape\s+false", path.read_text("utf-8"))
    ]
    assert not unsafe


def test_nothing_is_left_unfinished():
    marked = [named(path) for path in text_files() if UNFINISHED.search(path.read_text("utf-8", "replace"))]
    assert not marked


def test_no_test_is_skipped_for_good():
    marks = {"skip", "skipif", "xfail"}
    skipped = [
        f"{named(path)}:{line}"
        for path in own_files()
        for name, line in names_used(path)
        if name in marks and "pytest.mark" in path.read_text(encoding="utf-8").split("\n")[line - 1]
    ]
    assert not skipped


def test_the_checkout_names_no_folder_of_one_machine():
    of_one_machine = re.compile(r"(?<![\w.])/(?:root|home/\w+|Users/\w+)/")
    named_there = [named(path) for path in text_files() if of_one_machine.search(path.read_text("utf-8", "replace"))]
    assert not named_there
