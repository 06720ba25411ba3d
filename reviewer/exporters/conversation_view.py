"""The conversation with its comments, turn by turn."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.domain.rubric import NOTE_NAME, NOTE_SLOT
from reviewer.domain.transcript import Role, Turn, TurnKind
from reviewer.domain.worddiff import Mark, word_differences
from reviewer.exporters.brackets import bracket_lanes, brackets_at, room_for
from reviewer.exporters.marks import marked_text
from reviewer.exporters.view_model import CommentView, Piece, Ref, ReplyView, TurnView
from reviewer.exporters.wording import clock, counted, gap, joined, seconds_between

RefOf = Callable[[Annotation], Ref]

LONG_GAP_SECONDS = 120
TAGS = {Mark.KEPT: "", Mark.DELETED: "del", Mark.INSERTED: "ins"}


def ref_of(full: FullReview) -> RefOf:
    """What links to a comment by its number."""

    def ref(annotation: Annotation) -> Ref:
        number, (name, slot) = full.numbers[annotation.id], name_and_slot(full, annotation)
        verdict = "" if annotation.verdict is Verdict.NONE else f", {annotation.verdict.value}"
        return Ref(number, slot, f"Comment {number}: {name}{verdict}")

    return ref


def name_and_slot(full: FullReview, annotation: Annotation) -> tuple[str, int]:
    """The criterion's name and colour slot of a comment."""
    criterion = full.rubric.criterion(annotation.criterion)
    return (criterion.name, criterion.slot) if criterion else (NOTE_NAME, NOTE_SLOT)


def turn_views(full: FullReview, turns: Iterable[Turn], ref: RefOf) -> Iterator[TurnView]:
    """The conversation, one turn at a time."""
    by_turn: dict[int, list[Annotation]] = defaultdict(list)
    for annotation in _placed(full):
        for position in range(annotation.anchor.first_turn, annotation.anchor.last_turn + 1):
            by_turn[position].append(annotation)
    lanes = bracket_lanes(_placed(full))
    sent_before = None
    for turn in turns:
        here = by_turn.get(turn.position, [])
        brackets = brackets_at(here, turn.position, lanes, ref)
        css, icon, name = speaker_view(full, turn)
        waited = seconds_between(sent_before, turn.sent_at)
        sent_before = turn.sent_at or sent_before
        yield TurnView(
            number=turn.position,
            css=css,
            icon=icon,
            name=name,
            time=clock(turn.sent_at),
            gap=gap(waited) if waited >= LONG_GAP_SECONDS else "",
            nodes=marked_text(here, turn.position, turn.text, ref),
            brackets=brackets,
            room=room_for(brackets),
            comments=tuple(_comment(full, one) for one in here if one.anchor.last_turn == turn.position),
        )


def unplaced_views(full: FullReview) -> tuple[CommentView, ...]:
    """The comments whose words the transcript no longer holds."""
    lost = (one for one in full.annotations if not one.anchor.found)
    return tuple(replace(_comment(full, one), place="", lost=one.anchor.quote) for one in lost)


def comment_count(full: FullReview) -> str:
    """“9 comments: 8 concerns, 1 strength”."""
    if not full.annotations:
        return "no comments"
    verdicts = [one.verdict for one in full.annotations]
    parts = [
        counted(verdicts.count(verdict), verdict.value) if verdict in verdicts else ""
        for verdict in (Verdict.CONCERN, Verdict.STRENGTH)
    ]
    kinds = joined(parts)
    return counted(len(verdicts), "comment") + (f": {kinds}" if kinds else "")


def speaker_view(full: FullReview, turn: Turn) -> tuple[str, str, str]:
    """The style, icon and name of who says a turn."""
    speaker = full.speaker(turn.speaker)
    if turn.kind is TurnKind.SYSTEM or speaker is None:
        return "sy", "", ""
    agent = speaker.role in (Role.AGENT, Role.BOT)
    return ("ag", "agent", speaker.name) if agent else ("cu", "user", speaker.name)


def _comment(full: FullReview, annotation: Annotation) -> CommentView:
    name, slot = name_and_slot(full, annotation)
    anchor = annotation.anchor
    several = f"turns {anchor.first_turn}–{anchor.last_turn}" if anchor.last_turn > anchor.first_turn else ""
    whole = "whole turn" if anchor.whole_turns else ""
    pieces = word_differences(anchor.quote, annotation.suggestion) if annotation.suggestion is not None else ()
    return CommentView(
        number=full.numbers[annotation.id],
        slot=slot,
        name=name,
        place=several or whole,
        verdict="" if annotation.verdict is Verdict.NONE else annotation.verdict.value,
        text=annotation.text,
        original=tuple(Piece(TAGS[one.mark], one.text) for one in pieces if one.mark is not Mark.INSERTED),
        suggested=tuple(Piece(TAGS[one.mark], one.text) for one in pieces if one.mark is not Mark.DELETED),
        replies=tuple(ReplyView(full.name_of(one.reviewer), one.text) for one in full.replies_to(annotation.id)),
    )


def _placed(full: FullReview) -> list[Annotation]:
    return [one for one in full.annotations if one.anchor.found]
