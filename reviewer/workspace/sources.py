"""Files to import: found, read, and named as people know them."""

import sys
from collections.abc import Iterator
from pathlib import Path

from reviewer.errors import NoConversation, Unreadable
from reviewer.exchange.exercise_file import is_exercise
from reviewer.exchange.review_file import is_of_program, is_page_without_review
from reviewer.importers.base import SNIFFED, Source

STANDARD_INPUT = "-"
LARGE = 64 * 1024 * 1024
"""Of a file above this size only the head is read at first."""


def read_source(name: str | Path) -> Source:
    """One file, or standard input for `-`; of a large file that is not of this program the head, and where the rest is.

    Raises:
        Unreadable: it is missing, a folder, or not readable; the sentence names it.
    """
    if str(name) == STANDARD_INPUT:
        return Source("standard input", sys.stdin.buffer.read())
    path = Path(name)
    try:
        if path.is_file() and path.stat().st_size > LARGE:
            with path.open("rb") as stream:
                head = stream.read(SNIFFED)
                whole = is_of_program(head) or is_exercise(head)
                return Source(path.name, head + stream.read()) if whole else Source(path.name, head, path)
        return Source(path.name, path.read_bytes())
    except FileNotFoundError:
        raise Unreadable(f"{name} could not be read: there is no such file.") from None
    except IsADirectoryError:
        raise Unreadable(f"{name} is a folder. Name a file in it.") from None
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or str(trouble)
        raise Unreadable(f"{name} could not be read: {reason[:1].lower()}{reason[1:]}.") from trouble


def files_under(path: Path) -> Iterator[Path]:
    """The file itself, or every file in a folder and its folders, by name; hidden ones are left out.

    Raises:
        Unreadable: a folder cannot be listed.
    """
    if not path.is_dir():
        yield path
        return
    try:
        inside = sorted(path.iterdir())
    except OSError as trouble:
        raise Unreadable(f"{path} could not be listed: {trouble.strerror}.") from trouble
    for child in inside:
        if not child.name.startswith("."):
            yield from files_under(child)


def refuse_page_without_review(source: Source) -> None:
    """Refuses a page of this program that would be taken for a chat of its headings.

    Raises:
        NoConversation: it is one, and no review can be had from it.
    """
    if is_page_without_review(source.content):
        raise NoConversation(
            f"{source.name} is a page of this program without a review inside: it is about several chats, parts were "
            "left out of it, or it breaks off. Import the review file, or a feedback page with all parts."
        )
