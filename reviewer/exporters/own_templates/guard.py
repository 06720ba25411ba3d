"""What a page by somebody's template must be: our head first, and nothing in it that acts by itself.

The head holds the Content-Security-Policy, which keeps scripts from running and things from being loaded; whatever
follows it can only be stricter. What a policy does not cover is looked for in the page as it is written: words of
chats are escaped, so an element can only come from a template.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from jinja2.exceptions import SecurityError

ISLAND: Final = '<script type="application/json" id="review">'
_ACTING: Final = re.compile(
    r"<(script|style|meta|link|base|iframe|frame|frameset|object|embed|applet|form|portal|fencedframe)(?=[\s/>])", re.I
)
_ROOM: Final = 80
"""So many signs are held back, so that no element is cut where it is looked for."""


class WrongHead(SecurityError):
    """The page does not begin as a page of the program."""


class Acting(SecurityError):
    """The page holds an element that loads, runs or leads away; `element` is its name."""

    def __init__(self, element: str) -> None:
        super().__init__(f"a page cannot hold <{element}>.")
        self.element = element


class TooLong(SecurityError):
    """The page is larger than any page has to be."""


def guarded(pieces: Iterable[str], head: str, most: int) -> Iterator[str]:
    """The pieces of a page as they are, unless it is none of ours; `most` is how many signs it may have.

    Raises:
        WrongHead, Acting, TooLong: what was yielded before must not be kept.
    """
    begun, held, written, islands = False, "", 0, 0
    for piece in pieces:
        held = f"{held}{piece}"  # added to markup, words would be escaped
        written += len(piece)
        if written > most:
            raise TooLong(f"the page is longer than {most:,} signs.")
        if not begun:
            if len(held) < len(head):
                continue
            if not held.startswith(head):
                break
            yield head
            begun, held = True, held[len(head) :]
        if len(held) > _ROOM * 100:
            islands = _look(held, len(held) - _ROOM, islands)
            yield held[:-_ROOM]
            held = held[-_ROOM:]
    if not begun:
        raise WrongHead("the page does not begin with the head of the program.")
    _look(held, len(held), islands)
    yield held


def _look(text: str, until: int, islands: int) -> int:
    """How many islands of JSON there are now; only one may be."""
    for found in _ACTING.finditer(text):
        if found.start() >= until:
            break
        islands += text.startswith(ISLAND, found.start())
        if not text.startswith(ISLAND, found.start()) or islands > 1:
            raise Acting(found[1].lower())
    return islands
