"""How a program counted positions in a text: the standard counts code points, but not every program does.

Some count CR LF as one sign, some count UTF-16 units, some count the byte order mark. Marks tend to begin and end at
the borders of words, so the way of counting by which more of them do is taken, and the standard's where nothing tells.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import product

Place = tuple[int, int]
Count = Callable[[int], int]


def counting(text: str, marked: bool, places: Iterable[Place]) -> Count:
    """What turns a position of the program into code points of `text`, which has no byte order mark.

    `marked`: the file began with one. Positions outside the text stay outside: below 0, or above its length.
    """
    known = list(places)
    crlf, wide = "\r\n" in text, any(sign > "\uffff" for sign in text)
    ways = product(*((False, True) if there else (False,) for there in (crlf, wide, marked)))
    counts = [_count(text, *way) for way in ways]
    return max(counts, key=lambda count: _neatness(text, count, known)) if len(counts) > 1 else counts[0]


def _neatness(text: str, count: Count, places: Sequence[Place]) -> int:
    """How many marks begin and end at the border of a word."""
    neat = 0
    for first, last in places:
        start, end = count(first), count(last)
        if 0 <= start < end <= len(text):
            neat += 1 + _is_border(text, start) + _is_border(text, end)
    return neat


def _is_border(text: str, at: int) -> bool:
    if at in (0, len(text)):
        return True
    return not (text[at - 1].isalnum() and text[at].isalnum())


def _count(text: str, crlf_is_one: bool, in_units: bool, with_mark: bool) -> Count:
    shift = int(with_mark)
    if not crlf_is_one and not in_units:
        return lambda position: position - shift
    begins, at = array("q"), 0
    before = ""
    for sign in text:
        begins.append(at)
        if not (crlf_is_one and before == "\r" and sign == "\n"):
            at += 2 if in_units and sign > "\uffff" else 1
        before = sign
    begins.append(at)

    def found(position: int) -> int:
        own = position - shift
        return own if own < 0 else bisect_left(begins, own) + max(0, own - at)

    return found
