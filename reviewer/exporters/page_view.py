"""A whole page from one review."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import chain

from reviewer.domain.full_review import FullReview
from reviewer.domain.rubric import NOTE_LETTER, NOTE_NAME, NOTE_SLOT
from reviewer.domain.transcript import Role, Turn
from reviewer.exporters.conversation_view import (
    comment_count,
    ref_of,
    turn_views,
    unplaced_views,
)
from reviewer.exporters.options import DEFAULT, PageOptions, Part
from reviewer.exporters.revised_view import clean_views, revised_count, revision_views
from reviewer.exporters.scorecard_view import criteria_views, rated_words, score_view, scoring_words, summary_lists
from reviewer.exporters.view_model import Fact, LegendView, Page
from reviewer.exporters.wording import day, period

PROGRAM = "Transcript Reviewer"
NO_TITLE = "Chat without a title"

Turns = Callable[[], Iterable[Turn]]


def page_view(
    full: FullReview,
    turns: Turns,
    *,
    when: date,
    version: str,
    document: Iterable[str] | None = None,
    options: PageOptions = DEFAULT,
) -> Page:
    """The page of one review; parts that are not wanted are empty.

    `turns` gives the turns anew each time; `document` is what its island carries.
    """
    wanted, full = options.parts, _parts_of(full.showing(None), options)
    ref, rubric, title = ref_of(full), full.rubric.rubric, full.transcript.title.strip() or NO_TITLE
    return Page(
        language=full.transcript.language or "",
        title=title,
        footer_css=_css_string(f"Chat review: {title}"),
        generator=f"{PROGRAM} {version}",
        rubric=f"{rubric.name}, version {rubric.version}",
        lede=full.review.headline,
        facts=_facts(full, turns, when),
        score=score_view(full.score, rubric.bands),
        rated=rated_words(full.score),
        criteria=criteria_views(full, ref) if Part.SCORECARD in wanted else (),
        weighted=full.shows_weights,
        scoring=scoring_words(full),
        summary=summary_lists(full, ref) if Part.SUMMARY in wanted else (),
        comment_count=comment_count(full),
        conversation=turn_views(full, turns(), ref) if Part.CONVERSATION in wanted else None,
        unplaced=unplaced_views(full),
        revised_count=revised_count(full),
        revisions=revision_views(full, turns, ref, alternatives=options.alternatives),
        clean=clean_views(full, turns),
        discussion=_discussion(full) if Part.DISCUSSION in wanted else (),
        legend=_legend(full) if Part.LEGEND in wanted else (),
        made=_made(version, when),
        document=document,
    )


def _parts_of(full: FullReview, options: PageOptions) -> FullReview:
    """The review without comments, to which nothing could link, where the conversation is left out, and the like."""
    if Part.CONVERSATION not in options.parts:
        full = replace(full, annotations=())
    if Part.REVISED not in options.parts:
        full = replace(full, revisions=(), revised_turns=())
    return full


def _made(version: str, when: date) -> str:
    return f"Made with {PROGRAM} {version} on {day(when.isoformat())}."


def _facts(full: FullReview, turns: Turns, when: date) -> tuple[Fact, ...]:
    first = last = None
    for turn in turns():
        first, last = first or turn.sent_at, turn.sent_at or last
    agents = ", ".join(one.name for one in full.speakers if one.role is Role.AGENT)
    facts = (
        Fact("Agent", agents),
        Fact("Chat", period(full.transcript.started_at, first, last)),
        Fact("Turns", str(full.transcript.turn_count)),
        Fact("Reviewed by", full.reviewer.name if full.saved else ""),
        Fact("Date of review", day(full.review.done_at or when.isoformat()) if full.saved else ""),
    )
    return tuple(fact for fact in facts if fact.value)


def _discussion(full: FullReview) -> tuple[Fact, ...]:
    answers = {one.question: one.text for one in full.answers}
    pairs = ((question.text, answers.get(question.id, "")) for question in full.questions)
    return tuple(Fact(question, answer) for question, answer in pairs if answer.strip())


def _legend(full: FullReview) -> tuple[LegendView, ...]:
    if not full.annotations:
        return ()
    criteria = (LegendView(one.letter, one.slot, one.name) for one in full.rubric.criteria)
    notes = any(full.rubric.criterion(one.criterion) is None for one in full.annotations)
    return tuple(chain(criteria, (LegendView(NOTE_LETTER, NOTE_SLOT, NOTE_NAME),) if notes else ()))


def _css_string(text: str) -> str:
    """`text` inside the quotes of a style sheet: every sign that could mean something there as its number."""
    return re.sub(r"[^\w ,.–]|[\r\n]", lambda sign: f"\\{ord(sign[0]):x} ", text)
