"""Files, functions and classes stay small enough to be read in one go."""

import ast

from tests.architecture.sources import named, own_files, python_files, tree

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MOST_METHODS = 25
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


def test_files_are_short():
    long = {named(path): lines for path in own_files() if (lines := line_count(path)) > LONGEST_FILE}
    assert not long


def test_functions_are_short():
    long = [
        f"{named(path)}:{node.lineno} {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in own_files()
        for node in ast.walk(tree(path))
        if isinstance(node, FUNCTIONS) and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long


def test_classes_have_few_methods():
    large = [
        f"{named(path)}:{node.lineno} {node.name} has {methods} methods"
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        and (methods := sum(isinstance(part, FUNCTIONS) for part in node.body)) > MOST_METHODS
    ]
    assert not large


def line_count(path) -> int:
    return path.read_bytes().count(b"\n")
