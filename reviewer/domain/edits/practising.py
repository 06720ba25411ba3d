"""What was answered in practice becomes a revision."""

from collections.abc import Mapping, Sequence

from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.edits.alternatives import new_revision
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.order_keys import order_key
from reviewer.domain.practice import Exchange
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.transcript import Turn


def keep_practice(
    full: FullReview, exchanges: Sequence[Exchange], written: Mapping[int, str], name: str
) -> tuple[Edit, str] | None:
    """A new revision with the replies that were `written`, by the number of their exchange from 0, and its id.

    A reply stands in place of the agent's first turn of its exchange; the agent's other turns there are gone. Where
    nothing was written, or the very words of the original, the original stays. None when nothing is left to keep.
    """
    revision = new_revision(full, name, "")
    changes: list[RevisedTurn] = []
    for number, exchange in enumerate(exchanges):
        text = written.get(number, "").strip()
        if not text or text == "\n".join(one.text for one in exchange.replies):
            continue
        first, *rest = exchange.replies
        if text != first.text:
            changes.append(_changed(revision.id, first, ChangeKind.REWORDED, text))
        changes += [_changed(revision.id, one, ChangeKind.REMOVED, "") for one in rest]
    if not changes:
        return None
    begun = () if full.saved else (Delta(None, full.review),)
    deltas = (*begun, Delta(None, revision), *(Delta(None, one) for one in changes))
    return Edit(Op.PRACTISE, deltas, full.transcript.id), revision.id


def _changed(revision: str, turn: Turn, kind: ChangeKind, text: str) -> RevisedTurn:
    return RevisedTurn(new_id(), revision, turn.position, order_key(turn.position), turn.speaker, text, kind)
