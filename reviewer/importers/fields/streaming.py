"""Large JSON one conversation at a time: the lines of JSON Lines, or the items of a list."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Problem, Source
from reviewer.importers.fields.documents import EXCERPT, Document, clean, parsed

LARGE: Final = 20_000_000
"""Bytes; what is shorter is parsed at once, which is faster."""


def lines(source: Source, document: Document) -> Iterator[tuple[int, Any]]:
    """Number and value of each line; what is no whole JSON is told in the problems of `document`."""
    with source.opened() as stream:
        for number, raw in enumerate(stream, start=1):
            document.lines = number
            text = raw.decode("utf-8", "replace").strip().removeprefix("\ufeff")
            if not text:
                continue
            try:
                yield number, parsed(text)
            except (ValueError, RecursionError):
                what = "This line is no whole JSON, and was left out."
                document.problems.append(Problem((number, number), what, text[:EXCERPT]))


def items(source: Source) -> Iterator[Any]:
    """The items of a list.

    Raises:
        Unreadable: it breaks off; what came before was given.
    """
    import ijson

    with source.opened() as stream:
        try:
            for one in ijson.items(stream, "item", use_float=True):
                yield clean(one)
        except (ijson.JSONError, UnicodeDecodeError) as wrong:
            raise Unreadable(
                f"{source.name} could not be read: its JSON is not whole ({str(wrong).strip()[:EXCERPT]}). "
                "Export it again."
            ) from wrong
