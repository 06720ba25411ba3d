"""Edits of single turns in the revised dialogue.

The first change of a review also begins its revision, so that undo takes both back.
"""

from collections.abc import Iterable
from dataclasses import replace

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.find import Query
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.order_keys import order_key
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.domain.standing_turn import StandingTurn
from reviewer.domain.transcript import Turn
from reviewer.domain.worddiff import Mark, word_differences


def standing_original(full: FullReview, turn: Turn) -> StandingTurn:
    """How an original turn stands in the shown revision; of a split its first part."""
    return StandingTurn((turn,), full.revised(turn.position))


def reword(
    full: FullReview,
    at: StandingTurn | Turn,
    text: str,
    reason: str | None = None,
    answers: Iterable[str] | None = None,
) -> Edit | None:
    """A turn says `text` in the revision; None when nothing changes.

    Rewording back to the original words removes the change; blank text removes the turn, for the same reason.
    `answers` are ids of the comments that the change addresses; by default those that it has, and the concerns whose
    words it touches. An original turn is reworded where it stands now.
    """
    at = standing_original(full, at) if isinstance(at, Turn) else at
    if not text.strip():
        return remove(full, at, reason, answers)
    before = at.change
    if before and before.kind is ChangeKind.REMOVED:
        before = replace(before, kind=ChangeKind.REWORDED)
    base, begun = begin_change(full, replace(at, change=before), ChangeKind.REWORDED)
    links = tuple(answers) if answers is not None else linked(full, at, text)
    after = replace(base, text=text, annotations=links, reason=base.reason if reason is None else reason)
    if after == at.change or (at.change is None and text == at.text):
        return None
    stands = settled(full, at, after)
    op = Op.REWORD_TURN if stands else Op.REVERT_TURN
    return Edit(op, (*begun, Delta(at.change, stands)), full.transcript.id)


def replace_words(full: FullReview, at: StandingTurn, query: Query, words: str) -> Edit | None:
    """Every place of a turn where the words of `query` stand says `words` in the revision; None where they do not."""
    pattern = query.pattern()
    if pattern is None or (at.change and at.change.kind is ChangeKind.REMOVED):
        return None
    edit = reword(full, at, pattern.sub(lambda _: words, at.text))
    return replace(edit, op=Op.REPLACE_WORDS) if edit else None


def change_speaker(full: FullReview, at: StandingTurn, speaker: str | None) -> Edit | None:
    """Somebody else says it in the revision; None when nothing changes."""
    if speaker == at.speaker or (at.change and at.change.kind is ChangeKind.REMOVED):
        return None
    base, begun = begin_change(full, at, ChangeKind.REWORDED)
    after = settled(full, at, replace(base, speaker=speaker))
    return Edit(Op.CHANGE_SPEAKER, (*begun, Delta(at.change, after)), full.transcript.id)


def remove(
    full: FullReview, at: StandingTurn, reason: str | None = None, answers: Iterable[str] | None = None
) -> Edit | None:
    """A turn is gone from the revision; None when it is gone already. `reason` and `answers` are as of `reword`.

    An inserted turn leaves nothing behind, and of a split the other parts stay.
    """
    change = at.change
    if change and change.kind is ChangeKind.REMOVED:
        return None
    others = [one for one in full.changes if one is not change]
    held = {origin for one in others for origin in one.origins}
    gone = [origin for origin in at.origins if origin not in held]
    if not gone:
        deltas = (Delta(change, None), *_alone_again(at, others))
        return Edit(Op.REMOVE_TURN, deltas, full.transcript.id)
    base, begun = begin_change(full, at, ChangeKind.REMOVED)
    says = base.text if change and len(at.origins) == 1 and change.kind is not ChangeKind.SPLIT else ""
    first = replace(
        base, kind=ChangeKind.REMOVED, origin=gone[0], order_key=order_key(gone[0]), text=says, joined=(),
        annotations=linked(full, at, "") if answers is None else tuple(answers),
        reason=base.reason if reason is None else reason,
    )  # fmt: skip
    speakers = {turn.position: turn.speaker for turn in at.originals}
    rest = [_removed(first, origin, speakers.get(origin)) for origin in gone[1:]]
    deltas = (*begun, Delta(change, first), *(Delta(None, one) for one in rest), *_alone_again(at, others))
    return Edit(Op.REMOVE_TURN, deltas, full.transcript.id)


def restore(full: FullReview, at: StandingTurn) -> Edit | None:
    """A removed turn is back, with the words that it had; None for one that is not removed."""
    change = at.change
    if change is None or change.kind is not ChangeKind.REMOVED:
        return None
    back = replace(change, kind=ChangeKind.REWORDED, text=at.text)
    return Edit(Op.RESTORE_TURN, (Delta(change, settled(full, at, back)),), full.transcript.id)


def revert(full: FullReview, change: RevisedTurn) -> Edit:
    """The original words stand again, also of all turns that were split or joined with it."""
    return Edit(Op.REVERT_TURN, tuple(Delta(one, None) for one in full.dialogue.tied_to(change)), full.transcript.id)


def revert_all(full: FullReview) -> Edit | None:
    """Every change of the shown revision is taken back; None without any."""
    deltas = tuple(Delta(one, None) for one in full.changes)
    return Edit(Op.REVERT_ALL, deltas, full.transcript.id) if deltas else None


def use_suggestion(full: FullReview, turn: Turn, annotation: Annotation) -> Edit | None:
    """The suggested rewrite of a comment takes the place of the quoted words in the revision.

    Where the turn is changed already and still holds the quoted words, they are replaced there; where the rewrite
    stands there already, it stays; otherwise the change starts again from the original. None when nothing changes, the
    comment has no suggestion or spans several turns, or the turn is split or joined and holds the words no more.
    """
    anchor = annotation.anchor
    if annotation.suggestion is None or anchor.first_turn != anchor.last_turn:
        return None
    changes = full.dialogue.changes_of(turn.position)
    before = next(
        (one for one in changes if anchor.quote in one.text or annotation.suggestion in one.text),
        next(iter(changes), None),
    )
    if before and _stands_in(before.text, anchor.quote, annotation.suggestion):
        text = before.text
    elif before and before.text.count(anchor.quote) == 1:
        text = before.text.replace(anchor.quote, annotation.suggestion)
    elif before and before.kind in (ChangeKind.SPLIT, ChangeKind.JOINED):
        return None
    else:
        text = turn.text[: anchor.start] + annotation.suggestion + turn.text[anchor.end :]
    links = before.annotations if before else ()
    return reword(full, StandingTurn((turn,), before), text, answers=dict.fromkeys((*links, annotation.id)))


def explain(full: FullReview, change: RevisedTurn, reason: str) -> Edit:
    """Why the change was made, in one line for the page."""
    return Edit(Op.EXPLAIN_CHANGE, (Delta(change, replace(change, reason=reason)),), full.transcript.id)


def link(full: FullReview, change: RevisedTurn, annotation: str) -> Edit | None:
    """The change answers a comment; None when it does already."""
    if annotation in change.annotations:
        return None
    after = replace(change, annotations=(*change.annotations, annotation))
    return Edit(Op.LINK_CHANGE, (Delta(change, after),), full.transcript.id)


def unlink(full: FullReview, change: RevisedTurn, annotation: str) -> Edit | None:
    """The change does not answer that comment; None when it never did."""
    if annotation not in change.annotations:
        return None
    after = replace(change, annotations=tuple(one for one in change.annotations if one != annotation))
    return Edit(Op.UNLINK_CHANGE, (Delta(change, after),), full.transcript.id)


def begin_change(full: FullReview, at: StandingTurn, kind: ChangeKind) -> tuple[RevisedTurn, tuple[Delta, ...]]:
    """The change of a turn, or a new one that says the same, and what has to be there before it."""
    if at.change:
        return at.change, ()
    revision, begun = begin_revision(full)
    return RevisedTurn(new_id(), revision.id, at.origin, at.order_key, at.speaker, at.text, kind), begun


def begin_revision(full: FullReview) -> tuple[Revision, tuple[Delta, ...]]:
    """The shown revision, or a new one, and what has to be there before its first change."""
    if full.revision:
        return full.revision, ()
    revision = Revision(new_id(), full.review.id)
    begun = () if full.saved else (Delta(None, full.review),)
    return revision, (*begun, Delta(None, revision))


def settled(full: FullReview, at: StandingTurn, change: RevisedTurn) -> RevisedTurn | None:
    """What a change is once it stands: None when it says the original in its place."""
    if change.origin is None or change.joined or not at.originals:
        return change
    if any(change.origin in one.origins for one in full.changes if one.id != change.id):
        return replace(change, kind=ChangeKind.SPLIT)
    original = next(turn for turn in at.originals if turn.position == change.origin)
    if change.order_key != order_key(change.origin):
        return replace(change, kind=ChangeKind.MOVED)
    if (change.text, change.speaker) == (original.text, original.speaker):
        return None
    return replace(change, kind=ChangeKind.REWORDED)


def linked(full: FullReview, at: StandingTurn, text: str) -> tuple[str, ...]:
    """The comments that a change to `text` answers: those it did, and the concerns whose words it newly touches."""
    had = at.change.annotations if at.change else ()
    if len(at.originals) != 1:
        return had
    touched = _touched(full, at.originals[0], text)
    before = _touched(full, at.originals[0], at.text) if at.change else []
    return tuple(dict.fromkeys((*had, *(one for one in touched if one not in before))))


def _touched(full: FullReview, turn: Turn, text: str) -> list[str]:
    spans, at = [], 0
    for piece in word_differences(turn.text, text):
        length = 0 if piece.mark is Mark.INSERTED else len(piece.text)
        if piece.mark is not Mark.KEPT:
            spans.append((at, at + length))
        at += length
    found = []
    for one in full.annotations_at(turn.position):
        words = one.anchor.span_in(turn.position, len(turn.text)) if one.verdict is Verdict.CONCERN else None
        if words and any(_meet(words, span) for span in spans):
            found.append(one.id)
    return found


def _meet(words: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether they share a letter; new words, a span without letters, may also stand at an end."""
    if span[0] == span[1]:
        return words[0] <= span[0] <= words[1]
    return span[0] < words[1] and words[0] < span[1]


def _removed(like: RevisedTurn, origin: int, speaker: str | None) -> RevisedTurn:
    return replace(
        like, id=new_id(), origin=origin, order_key=order_key(origin), speaker=speaker, text="", annotations=(),
        reason="", author="", rev=0, updated="",
    )  # fmt: skip


def _alone_again(at: StandingTurn, others: list[RevisedTurn]) -> list[Delta]:
    """Parts of a split that are the only ones left are turns with other words."""
    deltas = []
    for origin in at.origins:
        parts = [one for one in others if origin in one.origins]
        if len(parts) == 1 and parts[0].kind is ChangeKind.SPLIT:
            own = parts[0].order_key == order_key(origin)
            kind = ChangeKind.REWORDED if own else ChangeKind.MOVED
            deltas.append(Delta(parts[0], replace(parts[0], kind=kind)))
    return deltas


def _stands_in(text: str, quote: str, suggestion: str) -> bool:
    return suggestion in text and (quote not in text or quote in suggestion)
