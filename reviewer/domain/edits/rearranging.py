"""Edits of the order of the revised dialogue: turns inserted, moved, split and joined.

Rows are those of `full.dialogue` and count from 0.
"""

import unicodedata
from dataclasses import replace

from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.edits.revising import begin_change, begin_revision, settled
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.order_keys import key_between, order_key
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.standing_turn import StandingTurn

CLOSING = ".,;:!?…)]}»”’。，、！？"
"""Signs that stand close to the word before them."""


def insert(full: FullReview, row: int, text: str, speaker: str | None, *, above: bool = False) -> Edit | None:
    """A new turn below (or `above`) a row; blank text makes none. In an empty dialogue the row does not matter."""
    if not text.strip():
        return None
    revision, begun = begin_revision(full)
    key = _key_in_gap(full, row if above else row + 1)
    made = RevisedTurn(new_id(), revision.id, None, key, speaker, text, ChangeKind.INSERTED)
    return Edit(Op.INSERT_TURN, (*begun, Delta(None, made)), full.transcript.id)


def move(full: FullReview, at: StandingTurn, row: int, gap: int) -> Edit | None:
    """The turn in `row` stands before row `gap` (after the last: the number of rows); None where it stands."""
    dialogue = full.dialogue
    gap = max(0, min(gap, len(dialogue)))
    if not dialogue[row].stands or not _passed(full, row, gap):
        return None
    base, begun = begin_change(full, at, ChangeKind.MOVED)
    home = dialogue.row_of(base.origin) if base.origin else None
    free = home is not None and home != row and not dialogue[home].stands
    if home is not None and base.origin and free and not _passed(full, home, gap, but=row):
        key = order_key(base.origin)
    else:
        key = _key_in_gap(full, gap)
    after = settled(full, at, replace(base, order_key=key))
    if after == at.change:
        return None
    return Edit(Op.MOVE_TURN, (*begun, Delta(at.change, after)), full.transcript.id)


def move_step(full: FullReview, at: StandingTurn, row: int, step: int) -> Edit | None:
    """The turn goes past the next (1) or previous (-1) turn of the revision; None at an end."""
    beside = full.dialogue.standing(row, step)
    if beside is None:
        return None
    return move(full, at, row, beside + 1 if step > 0 else beside)


def split(full: FullReview, at: StandingTurn, row: int, first: str, second: str) -> Edit | None:
    """One turn becomes two of the same speaker; None where either would be blank.

    Of turns that were joined the last one stands for itself again, with the words of the second part.
    """
    first, second = first.rstrip(), second.lstrip()
    if not first.strip() or not second.strip() or (at.change and at.change.kind is ChangeKind.REMOVED):
        return None
    base, begun = begin_change(full, at, ChangeKind.SPLIT)
    fresh = replace(
        base, id=new_id(), text=second, joined=(), reason="", annotations=(), order_key=_key_in_gap(full, row + 1),
        author="", rev=0, updated="",
    )  # fmt: skip
    if base.joined:
        one, two = _parted(full, at, row, replace(base, text=first), fresh)
    else:
        kind = ChangeKind.INSERTED if base.origin is None else ChangeKind.SPLIT
        one, two = replace(base, text=first, kind=kind), replace(fresh, kind=kind)
    deltas = (Delta(at.change, one), *((Delta(None, two),) if two else ()))
    return Edit(Op.SPLIT_TURN, (*begun, *deltas), full.transcript.id)


def join(full: FullReview, first: StandingTurn, second: StandingTurn, speaker: str | None = None) -> Edit:
    """Two neighbours become one turn where the first stands, said by `speaker`, else by who says the first."""
    text = joined_text(first.text, second.text)
    keeper, other = (second, first) if first.origin is None and second.origin is not None else (first, second)
    base, begun = begin_change(full, keeper, ChangeKind.REWORDED)
    gone = other.change
    kind = base.kind
    joined = tuple(one for one in dict.fromkeys((*base.joined, *other.origins)) if one != base.origin)
    if joined != base.joined:
        kind = ChangeKind.JOINED
    after = replace(
        base, text=text, kind=kind, joined=joined, speaker=speaker if speaker is not None else first.speaker,
        annotations=tuple(dict.fromkeys((*base.annotations, *(gone.annotations if gone else ())))),
        reason="; ".join(one for one in (base.reason, gone.reason if gone else "") if one),
    )  # fmt: skip
    rest = tuple(one for one in full.changes if gone is None or one.id != gone.id)
    stands = settled(replace(full, revised_turns=rest), keeper, after)
    deltas = (*begun, Delta(keeper.change, stands), *((Delta(gone, None),) if gone else ()))
    return Edit(Op.JOIN_TURNS, tuple(one for one in deltas if one.before or one.after), full.transcript.id)


def _parted(
    full: FullReview, at: StandingTurn, row: int, base: RevisedTurn, fresh: RevisedTurn
) -> tuple[RevisedTurn | None, RevisedTurn | None]:
    """Turns that were joined, without the last of them, and that one again."""
    *rest, last = base.joined
    others = replace(full, revised_turns=tuple(one for one in full.revised_turns if one.id != base.id))
    home = full.dialogue.row_of(last)
    near = home > row and not _passed(full, row, home)
    kind = ChangeKind.JOINED if rest else ChangeKind.REWORDED
    one = settled(others, at, replace(base, joined=tuple(rest), kind=kind))
    key = order_key(last) if near else fresh.order_key
    two = settled(others, at, replace(fresh, origin=last, order_key=key, kind=ChangeKind.REWORDED))
    return one, two


def joined_text(first: str, second: str) -> str:
    """Two texts as one, with a blank between them where the script has blanks."""
    if not first.strip() or not second.strip():
        return first + second
    first, second = first.rstrip(), second.lstrip()
    return first + ("" if _unspaced(first[-1]) or second[0] in CLOSING else " ") + second


def _unspaced(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) == "W" and not "\uac00" <= letter <= "\ud7a3"


def _key_in_gap(full: FullReview, gap: int) -> str:
    """A key for a turn before row `gap`."""
    dialogue = full.dialogue
    low = dialogue.key_at(gap - 1)
    while gap < len(dialogue) and dialogue.key_at(gap) <= low:
        gap += 1
    return key_between(low, dialogue.key_at(gap))


def _passed(full: FullReview, row: int, gap: int, but: int | None = None) -> bool:
    """Whether a turn of the revision other than `but` stands between a row and a gap."""
    between = range(row + 1, gap) if gap > row else range(gap, row)
    return any(full.dialogue[one].stands for one in between if one != but)
