"""Large JSON one conversation at a time: the lines of JSON Lines, or the items of a list."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.base import Problem, Source
from reviewer.importers.fields.documents import EXCERPT, Document, clean, parsed

LARGE: Final = 20_000_000
"""Bytes; what is shorter is parsed at once, which is faster."""


PIECE: Final = 1 << 20
_DEEP: Final = b"[" * 500


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


class NotInPieces(Exception):
    """It has to be read at once: it breaks off, is nested too deep, or holds what only the whole reader takes."""


def items(source: Source) -> Iterator[Any]:
    """The items of a list.

    Raises:
        NotInPieces: what came before was given, and counts no more.
    """
    import ijson

    if _nests_without_end(source):
        raise NotInPieces
    with source.opened() as stream:
        try:
            for one in ijson.items(stream, "item", use_float=True):
                yield clean(one)
        except (ijson.JSONError, UnicodeDecodeError, RecursionError) as wrong:
            raise NotInPieces from wrong


def _nests_without_end(source: Source) -> bool:
    """Whether very many lists open at once, for which the time of reading in pieces grows with their square."""
    with source.opened() as stream:
        before = b""
        while piece := stream.read(PIECE):
            if _DEEP in before + piece:
                return True
            before = piece[-len(_DEEP) :]
    return False
