"""Code points, which Python and the library count, and UTF-16 units, which Qt counts; borders of graphemes and words.

Positions lie between characters: 0 is before the first. All are code points except where `units` is said.
"""

from functools import lru_cache

from PySide6.QtCore import QTextBoundaryFinder

LAST_OF_PLANE_0 = "\uffff"
_Kind = QTextBoundaryFinder.BoundaryType
_Reason = QTextBoundaryFinder.BoundaryReason


def units(text: str, point: int) -> int:
    """How many UTF-16 units the first `point` code points take."""
    return point + sum(character > LAST_OF_PLANE_0 for character in text[:point])


def point(text: str, unit: int) -> int:
    """The code point at a UTF-16 position; inside a surrogate pair, the one that the pair stands for."""
    if unit >= len(text) and text.isascii():
        return len(text)
    passed = 0
    for number, character in enumerate(text):
        passed += 2 if character > LAST_OF_PLANE_0 else 1
        if passed > unit:
            return number
    return len(text)


def grapheme_start(text: str, place: int) -> int:
    """`place`, or the start of the grapheme that it would cut."""
    finder = _finder(_Kind.Grapheme, text, place)
    return place if finder.isAtBoundary() else point(text, max(0, finder.toPreviousBoundary()))


def grapheme_end(text: str, place: int) -> int:
    """`place`, or the end of the grapheme that it would cut."""
    finder = _finder(_Kind.Grapheme, text, place)
    return place if finder.isAtBoundary() else _next(finder, text)


def next_grapheme(text: str, place: int) -> int:
    """The end of the grapheme after `place`."""
    return _next(_finder(_Kind.Grapheme, text, place), text)


def previous_grapheme(text: str, place: int) -> int:
    """The start of the grapheme before `place`."""
    return point(text, max(0, _finder(_Kind.Grapheme, text, place).toPreviousBoundary()))


def next_word(text: str, place: int) -> int:
    """The start of the next word, or the end of the text."""
    return next((start for start, _ in _words(text) if start > place), len(text))


def previous_word(text: str, place: int) -> int:
    """The start of the word before `place`, or the start of the text."""
    return next((start for start, _ in reversed(_words(text)) if start < place), 0)


def word_at(text: str, place: int) -> tuple[int, int]:
    """Start and end of the word around `place`; between words, of the single grapheme there."""
    for start, end in _words(text):
        if start <= place < end:
            return start, end
    if place >= len(text):
        return next(((start, end) for start, end in reversed(_words(text)) if end == place), (place, place))
    return grapheme_start(text, place), next_grapheme(text, place)


def grown_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """From `start` to `end` with both grown so that no word and no grapheme is cut."""
    for first, last in _words(text):
        if first < start < last:
            start = first
        if first < end < last:
            end = last
    return grapheme_start(text, start), grapheme_end(text, end)


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each word, in order; blanks and punctuation are none."""
    finder = QTextBoundaryFinder(_Kind.Word, text)
    words: list[tuple[int, int]] = []
    start = counted = passed = 0
    unit = 0
    while unit != -1:
        while passed < unit:
            passed += 2 if text[counted] > LAST_OF_PLANE_0 else 1
            counted += 1
        reasons = finder.boundaryReasons()
        if reasons & _Reason.EndOfItem:
            words.append((start, counted))
        if reasons & _Reason.StartOfItem:
            start = counted
        unit = finder.toNextBoundary()
    return tuple(words)


def _finder(kind: QTextBoundaryFinder.BoundaryType, text: str, place: int) -> QTextBoundaryFinder:
    finder = QTextBoundaryFinder(kind, text)
    finder.setPosition(units(text, place))
    return finder


def _next(finder: QTextBoundaryFinder, text: str) -> int:
    unit = finder.toNextBoundary()
    return len(text) if unit == -1 else point(text, unit)
