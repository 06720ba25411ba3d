"""The conversation with its comments, turn by turn."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.domain.worddiff import Mark, word_differences
from reviewer.exporters.alike import MOST, Alike, Kind, Rows
from reviewer.exporters.brackets import bracket_lanes, brackets_at, room_for
from reviewer.exporters.marks import marked_text
from reviewer.exporters.pauses import LONG_GAP_SECONDS, seconds_between
from reviewer.exporters.review_words import ReviewWords
from reviewer.exporters.view_model import CommentView, Piece, ReplyView, TurnView

TAGS = {Mark.KEPT: "", Mark.DELETED: "del", Mark.INSERTED: "ins"}
ICONS = {Verdict.NONE: "", Verdict.CONCERN: "alert", Verdict.STRENGTH: "up"}


def turn_views(words: ReviewWords, turns: Iterable[Turn]) -> Rows[TurnView]:
    """The conversation, one turn at a time."""
    return Rows(_told(words, turns))


def _told(words: ReviewWords, turns: Iterable[Turn]) -> Iterator[TurnView | Alike[TurnView]]:
    by_turn: dict[int, list[Annotation]] = defaultdict(list)
    for annotation in _placed(words.full):
        for position in range(annotation.anchor.first_turn, annotation.anchor.last_turn + 1):
            by_turn[position].append(annotation)
    lanes = bracket_lanes(_placed(words.full))
    bare: Alike[TurnView] = Alike(_bare, [], [])
    sent_before, time, gap = None, "", ""
    for turn in turns:
        if turn.sent_at or sent_before:
            time, gap = _times(words, sent_before, turn.sent_at)
            sent_before = turn.sent_at or sent_before
        here = by_turn.get(turn.position)
        if bare.turns and (here or len(bare.turns) >= MOST):
            yield bare
            bare = Alike(_bare, [], [])
        if not here:
            bare.kinds.append((*words.speaker(turn), time, gap))
            bare.turns.append(turn)
            continue
        brackets = brackets_at(here, turn.position, lanes, words.ref)
        nodes = marked_text(here, turn.position, turn.text, words.ref)
        comments = tuple(_comment(words, one) for one in here if one.anchor.last_turn == turn.position)
        room = room_for(brackets)
        yield TurnView(turn.position, *words.speaker(turn), time, gap, nodes, brackets, room, comments)
    yield bare


def _bare(kind: Kind, position: int, text: str, number: int) -> TurnView:
    """A turn without a comment."""
    css, icon, name, time, gap = kind
    return TurnView(number, css, icon, name, time, gap, (text,), (), "", ())


def _times(words: ReviewWords, before: str | None, sent: str | None) -> tuple[str, str]:
    """When a turn was sent, and how long after the one before if that was long."""
    waited = seconds_between(before, sent)
    return words.language.clock(sent), words.language.later(waited) if waited >= LONG_GAP_SECONDS else ""


def unplaced_views(words: ReviewWords) -> tuple[CommentView, ...]:
    """The comments whose words the transcript no longer holds."""
    lost = (one for one in words.full.annotations if not one.anchor.found)
    return tuple(replace(_comment(words, one), place="", lost=one.anchor.quote) for one in lost)


def comment_count(words: ReviewWords) -> str:
    """“9 comments: 8 concerns, 1 strength”."""
    language, annotations = words.language, words.full.annotations
    if not annotations:
        return language.say("no comments")
    found = Counter(one.verdict for one in annotations)
    concerns, strengths = found[Verdict.CONCERN], found[Verdict.STRENGTH]
    kinds = language.listed(
        (
            language.count("%(number)s concern", "%(number)s concerns", concerns) if concerns else "",
            language.count("%(number)s strength", "%(number)s strengths", strengths) if strengths else "",
        )
    )
    total = len(annotations)
    if not kinds:
        return language.count("%(number)s comment", "%(number)s comments", total)
    return language.count("%(number)s comment: %(kinds)s", "%(number)s comments: %(kinds)s", total, kinds=kinds)


def _comment(words: ReviewWords, annotation: Annotation) -> CommentView:
    full, (name, slot) = words.full, words.criterion(annotation)
    suggestion, quote = annotation.suggestion, annotation.anchor.quote
    pieces = word_differences(quote, suggestion) if suggestion is not None else ()
    return CommentView(
        number=full.numbers[annotation.id],
        slot=slot,
        name=name,
        place=words.place(annotation),
        verdict=words.verdict(annotation),
        icon=ICONS[annotation.verdict],
        text=annotation.text,
        original=tuple(Piece(TAGS[one.mark], one.text) for one in pieces if one.mark is not Mark.INSERTED),
        suggested=tuple(Piece(TAGS[one.mark], one.text) for one in pieces if one.mark is not Mark.DELETED),
        replies=tuple(ReplyView(full.name_of(one.reviewer), one.text) for one in full.replies_to(annotation.id)),
    )


def _placed(full: FullReview) -> list[Annotation]:
    return [one for one in full.annotations if one.anchor.found]
