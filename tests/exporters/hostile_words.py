"""Words that mean something to some format, in every place that takes words."""

from dataclasses import replace

from reviewer.domain.annotation import Verdict
from tests.exporters.reviews import Reviewed, comment, review_of

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
