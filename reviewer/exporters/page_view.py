"""A whole page from one review."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import chain

from reviewer.domain.full_review import FullReview
from reviewer.domain.rubric import NOTE_SLOT
from reviewer.domain.transcript import Role, Turn
from reviewer.exporters.change_words import revised_count
from reviewer.exporters.conversation_view import comment_count, turn_views, unplaced_views
from reviewer.exporters.options import DEFAULT, PageOptions, Part
from reviewer.exporters.page_language import PageLanguage, page_language
from reviewer.exporters.page_theme import brand_view
from reviewer.exporters.review_words import ReviewWords
from reviewer.exporters.revised_view import clean_views, marked_views, revision_views
from reviewer.exporters.scorecard_view import criteria_views, rated_words, score_view, scoring_words, summary_lists
from reviewer.exporters.signs import in_css
from reviewer.exporters.view_model import Fact, LegendView, Page, PartLink

PROGRAM = "Transcript Reviewer"

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

    Raises:
        UsageError: pages do not speak the wanted language.
    """
    language = page_language(options.language)
    words = ReviewWords(_parts_of(full.showing(None), options), language)
    page = replace(_page(words, turns, when, version, options), document=document)
    return replace(page, parts=_part_links(page, words, options))


def _page(words: ReviewWords, turns: Turns, when: date, version: str, options: PageOptions) -> Page:
    wanted, full, language, say = options.parts, words.full, words.language, words.language.say
    title, rubric = full.transcript.title.strip() or say("Chat without a title"), full.rubric.rubric
    return Page(
        language=language.code,
        direction=language.direction,
        chat_language=full.transcript.language or "",
        title=title,
        footer_css=in_css(say("Chat review: %(title)s", title=title)),
        generator=f"{PROGRAM} {version}",
        rubric=say("%(rubric)s, version %(version)s", rubric=rubric.name, version=rubric.version),
        lede=full.review.headline,
        facts=_facts(words, turns, when),
        score=score_view(words),
        rated=rated_words(words),
        criteria=criteria_views(words) if Part.SCORECARD in wanted else (),
        weighted=full.shows_weights,
        whole=language.percent(100),
        scoring=scoring_words(words),
        summary=summary_lists(words) if Part.SUMMARY in wanted else (),
        comment_count=comment_count(words),
        conversation=turn_views(words, turns()) if Part.CONVERSATION in wanted else None,
        unplaced=unplaced_views(words),
        revised_count=revised_count(words),
        revisions=revision_views(words, turns, alternatives=options.alternatives),
        clean=clean_views(words, turns),
        marked=marked_views(words, turns) if options.marks else None,
        discussion=_discussion(full) if Part.DISCUSSION in wanted else (),
        legend=_legend(words) if Part.LEGEND in wanted else (),
        made=_made(language, version, when),
        brand=brand_view(options.theme),
    )


def _part_links(page: Page, words: ReviewWords, options: PageOptions) -> tuple[PartLink, ...]:
    say = words.language.say
    others = options.alternatives and len(words.full.revisions) > 1
    present = (
        (PartLink("summary", say("Summary")), page.summary),
        (PartLink("scorecard", say("Scorecard")), page.criteria),
        (PartLink("conversation", say("Conversation")), page.conversation is not None),
        (PartLink("revised", say("Revised dialogue")), page.revised_count),
        (PartLink("revised-2", say("Alternative")), others and not page.revised_count),
        (PartLink("discussion", say("Discussion")), page.discussion),
        (PartLink("legend", say("Legend")), page.legend),
    )
    return tuple(link for link, there in present if there)


def _parts_of(full: FullReview, options: PageOptions) -> FullReview:
    """The review without comments, to which nothing could link, where the conversation is left out, and the like."""
    if Part.CONVERSATION not in options.parts:
        full = replace(full, annotations=())
    if Part.REVISED not in options.parts:
        full = replace(full, revisions=(), revised_turns=())
    return full


def _made(language: PageLanguage, version: str, when: date) -> str:
    day = language.day(when.isoformat())
    return language.say("Made with %(program)s %(version)s on %(day)s.", program=PROGRAM, version=version, day=day)


def _facts(words: ReviewWords, turns: Turns, when: date) -> tuple[Fact, ...]:
    full, language, say = words.full, words.language, words.language.say
    first = last = None
    for turn in turns():
        first, last = first or turn.sent_at, turn.sent_at or last
    agents = language.listed(one.name for one in full.speakers if one.role is Role.AGENT)
    facts = (
        Fact(say("Agent"), agents),
        Fact(say("Chat"), language.period(full.transcript.started_at, first, last)),
        Fact(say("Turns"), language.number(full.transcript.turn_count)),
        Fact(say("Reviewed by"), full.reviewer.name if full.saved else ""),
        Fact(say("Date of review"), language.day(full.review.done_at or when.isoformat()) if full.saved else ""),
    )
    return tuple(fact for fact in facts if fact.value)


def _discussion(full: FullReview) -> tuple[Fact, ...]:
    answers = {one.question: one.text for one in full.answers}
    pairs = ((question.text, answers.get(question.id, "")) for question in full.questions)
    return tuple(Fact(question, answer) for question, answer in pairs if answer.strip())


def _legend(words: ReviewWords) -> tuple[LegendView, ...]:
    full, say = words.full, words.language.say
    if not full.annotations:
        return ()
    criteria = (LegendView(one.letter, one.slot, one.name) for one in full.rubric.criteria)
    notes = any(full.rubric.criterion(one.criterion) is None for one in full.annotations)
    note = LegendView(say("N"), NOTE_SLOT, say("Note"))
    return tuple(chain(criteria, (note,) if notes else ()))
