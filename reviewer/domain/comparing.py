"""Two revisions, or one and the original, as one dialogue and the changes that lead to the other."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reviewer.domain.full_review import FullReview
from reviewer.domain.order_keys import key_between, order_key
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.domain.standing_turn import StandingTurn, standing_turn
from reviewer.domain.transcript import Turn, TurnKind

ORIGINAL = ""
"""Stands for the original where the id of a revision is asked for."""
COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`full` shows one revision as the original, whose turns are `turns`, and the other as its revision."""

    full: FullReview
    turns: tuple[Turn, ...]


def compared(full: FullReview, first: str, second: str, turn_at: Callable[[int], Turn | None]) -> Comparison:
    """How revision `second` differs from `first`; turns that stand in the same place are compared by their words."""
    left, right = (_dialogue(full, one, turn_at) for one in (first, second))
    turns: list[Turn] = []
    changes: list[RevisedTurn] = []
    last = order_key(0)
    for key in sorted(left.keys() | right.keys()):
        old, new = left.get(key), right.get(key)
        if old is not None:
            turns.append(_as_original(full, old, len(turns) + 1))
            last = order_key(len(turns))
        change = _change(old, new, len(turns), last)
        if change is not None:
            changes.append(change)
            last = change.order_key
    transcript = replace(full.transcript, turn_count=len(turns))
    whole = replace(
        full, transcript=transcript, annotations=(), shown=None, revised_turns=tuple(changes),
        revisions=(Revision(COMPARED, full.review.id),),
    )  # fmt: skip
    return Comparison(whole, tuple(turns))


def _dialogue(full: FullReview, revision: str, turn_at: Callable[[int], Turn | None]) -> dict[str, StandingTurn]:
    shown = replace(full, revisions=(), revised_turns=()) if revision == ORIGINAL else full.showing(revision)
    dialogue = shown.dialogue
    found = (standing_turn(dialogue, row, turn_at) for row in range(len(dialogue)) if dialogue[row].stands)
    return {one.order_key: one for one in found}


def _as_original(full: FullReview, said: StandingTurn, position: int) -> Turn:
    kind = said.originals[0].kind if said.originals else TurnKind.MESSAGE
    sent = said.originals[0].sent_at if said.originals else None
    return Turn(full.transcript.id, position, said.speaker, sent, kind, said.text)


def _change(old: StandingTurn | None, new: StandingTurn | None, position: int, last: str) -> RevisedTurn | None:
    reason = new.change.reason if new and new.change else ""
    if old is None and new is not None:
        key = key_between(last, order_key(position + 1))
        return RevisedTurn(f"{COMPARED} {key}", COMPARED, None, key, new.speaker, new.text, ChangeKind.INSERTED, reason)
    key = order_key(position)
    if new is None and old is not None:
        return RevisedTurn(f"{COMPARED} {key}", COMPARED, position, key, old.speaker, "", ChangeKind.REMOVED)
    if old and new and (old.text, old.speaker) != (new.text, new.speaker):
        kind = ChangeKind.REWORDED
        return RevisedTurn(f"{COMPARED} {key}", COMPARED, position, key, new.speaker, new.text, kind, reason)
    return None
