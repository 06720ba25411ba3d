"""Words that mean something to some format, in every place that takes words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.domain.annotation import Verdict
from reviewer.domain.review import Point
from tests.exporters.reviews import Reviewed, comment, review_of
from tests.hostile_words import HOSTILE, as_kept

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x.invalid","y")', "\uff1d1")
TURNS = (
    *FORMULAS,
    "<script>alert(1)</script> ]]> <!-- & &amp; &#60; \"quoted\" 'single' </p>",
    "One \u202egnol \u2066and\u2069 \u200f sign, \u2028 line, \x01\x1b\x7f\x85, 😀👩🏽‍🚀 e\u0301 z",
    "first\nsecond\n\n  third  \n\tfourth\n# five\n- six\n1. seven\n> eight\n```\n    nine",
    "a | b \\ c * d _ e ` f [g](javascript:x) <h> ~~i~~ ![j](k) $l$ _x0041_ +",
    "🙂 " * 3 + "after signs beyond the first plane",
)


def hostile_chat() -> Reviewed:
    """Each text as a turn, as a comment, as a suggestion, as a change and as a name."""
    chat = review_of(TURNS[8], [(FORMULAS[at % 2], text) for at, text in enumerate(TURNS)], language="en")
    marked = chat.commented(
        *(
            comment(chat.whole(at, at), 1 + at % 7, Verdict.CONCERN, text, text + "!")
            for at, text in enumerate(TURNS, start=1)
        ),
        comment(chat.words(13, "after signs"), 2, Verdict.STRENGTH, "one turn"),
        comment(chat.words(10, "😀", until=13, last_words="🙂"), None, Verdict.NONE, "over four turns"),
    )
    for position, text in enumerate(TURNS, start=1):
        marked = marked.reworded(position, text + " ?", text)
    ratings = tuple(replace(one, note=TURNS[8]) for one in marked.rated(1, 2, 0, 4).full.ratings)
    reviewer = replace(marked.full.reviewer, name="=Ada")
    return replace(marked, full=replace(marked.full, ratings=ratings, reviewer=reviewer))


def hostile_reviews(words: Sequence[str] = HOSTILE, *, in_each: int = 60) -> Iterator[Reviewed]:
    """Reviews that hold every one of `words`, as a library keeps them, in each place: turn, comment, suggestion, change
    and its reason, reason of a rating, summary; the first of each review as title and reviewer, others as speakers.
    """
    for first in range(0, len(words), in_each):
        yield _review_of([as_kept(one) for one in words[first : first + in_each]])


def _review_of(words: list[str]) -> Reviewed:
    chat = review_of(words[0], [(words[at % min(4, len(words))], text) for at, text in enumerate(words)])
    marked = chat.commented(
        *(
            comment(chat.span(at, 0, at, len(text)), 1 + at % 7, Verdict.CONCERN, text, text)
            for at, text in enumerate(words, start=1)
            if text
        ),
        comment(chat.whole(1, len(words)), None, Verdict.NONE, words[-1]),
    ).rated(1, 2, 0, 4)
    for position, text in enumerate(words, start=1):
        marked = marked.reworded(position, words[-position], text)
    full = marked.full
    notes = zip(full.ratings, words, strict=False)
    points = tuple(Point(text, (full.annotations[0].id,)) for text in words)
    return replace(
        marked,
        full=replace(
            full,
            ratings=tuple(replace(one, note=text) for one, text in notes),
            review=replace(full.review, headline=words[0], worked=points[::2], to_change=points[1::2]),
            reviewer=replace(full.reviewer, name=words[0]),
        ),
    )
