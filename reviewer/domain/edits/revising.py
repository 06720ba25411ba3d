"""Edits of the revised dialogue."""

from collections.abc import Iterable
from dataclasses import replace

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.domain.transcript import Turn


def reword(
    full: FullReview, turn: Turn, text: str, reason: str | None = None, answers: Iterable[str] | None = None
) -> Edit | None:
    """`turn` says `text` in the revision; None when nothing changes.

    Rewording back to the original words removes the change. `answers` are ids of the comments the change addresses;
    by default the concerns whose anchors lie on the turn.
    """
    before = full.revised(turn.position)
    if text == turn.text:
        return revert(full, before) if before else None
    links = tuple(answers) if answers is not None else (before.annotations if before else _concerns(full, turn))
    revision, begun = _revision(full)
    base = before or RevisedTurn(
        new_id(), revision.id, turn.position, order_key(turn.position), turn.speaker, "", ChangeKind.REWORDED
    )
    after = replace(base, text=text, annotations=links, reason=base.reason if reason is None else reason)
    if after == before:
        return None
    return Edit(Op.REWORD_TURN, (*begun, Delta(before, after)), full.transcript.id)


def use_suggestion(full: FullReview, turn: Turn, annotation: Annotation) -> Edit | None:
    """The suggested rewrite of a comment takes the place of the quoted words in the revision.

    Where the turn is reworded already and still holds the quoted words, they are replaced there; where the rewrite
    stands there already, it stays; otherwise the change starts again from the original. None when nothing changes, the
    comment has no suggestion or spans several turns.
    """
    anchor = annotation.anchor
    if annotation.suggestion is None or anchor.first_turn != anchor.last_turn:
        return None
    before = full.revised(turn.position)
    if before and _stands_in(before.text, anchor.quote, annotation.suggestion):
        text = before.text
    elif before and before.text.count(anchor.quote) == 1:
        text = before.text.replace(anchor.quote, annotation.suggestion)
    else:
        text = turn.text[: anchor.start] + annotation.suggestion + turn.text[anchor.end :]
    linked = before.annotations if before else ()
    return reword(full, turn, text, answers=dict.fromkeys((*linked, annotation.id)))


def explain(full: FullReview, change: RevisedTurn, reason: str) -> Edit:
    """Why the change was made, in one line for the page."""
    return Edit(Op.EXPLAIN_CHANGE, (Delta(change, replace(change, reason=reason)),), full.transcript.id)


def revert(full: FullReview, change: RevisedTurn) -> Edit:
    """The original words stand again."""
    return Edit(Op.REVERT_TURN, (Delta(change, None),), full.transcript.id)


def order_key(position: int) -> str:
    """The key of an original turn; keys of inserted turns sort as text between two of these."""
    return f"{position:010d}"


def _concerns(full: FullReview, turn: Turn) -> tuple[str, ...]:
    return tuple(
        one.id
        for one in full.annotations
        if one.verdict is Verdict.CONCERN and one.anchor.first_turn <= turn.position <= one.anchor.last_turn
    )


def _stands_in(text: str, quote: str, suggestion: str) -> bool:
    return suggestion in text and (quote not in text or quote in suggestion)


def _revision(full: FullReview) -> tuple[Revision, tuple[Delta, ...]]:
    if full.revision:
        return full.revision, ()
    revision = Revision(new_id(), full.review.id)
    begun = () if full.saved else (Delta(None, full.review),)
    return revision, (*begun, Delta(None, revision))
