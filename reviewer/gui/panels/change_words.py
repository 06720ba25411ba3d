"""What the Changes tab says of a change."""

from collections.abc import Sequence

from reviewer.domain.alignment import AlignedLine
from reviewer.domain.dialogue import tally
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.worddiff import changed_words

KINDS = {
    ChangeKind.REWORDED: "edited",
    ChangeKind.INSERTED: "inserted",
    ChangeKind.REMOVED: "deleted",
    ChangeKind.MOVED: "moved",
    ChangeKind.JOINED: "joined",
    ChangeKind.SPLIT: "split",
}
PARTS = {2: "two", 3: "three", 4: "four", 5: "five"}


def title(full: FullReview, group: Sequence[RevisedTurn], *, other_speaker: bool = False) -> str:
    """“Turn 4 edited”, “Turn inserted after 5”, “Turns 8 and 9 joined”, “Turn 12 split in two”."""
    change = group[0]
    match change.kind:
        case ChangeKind.INSERTED:
            return _inserted(full, change)
        case ChangeKind.JOINED:
            *first, last = change.origins
            return f"Turns {', '.join(map(str, first))} and {last} joined"
        case ChangeKind.SPLIT:
            return f"Turn {change.origin} split in {PARTS.get(len(group), len(group))}"
        case ChangeKind.REWORDED if other_speaker:
            return f"Turn {change.origin}, other speaker"
    return f"Turn {change.origin} {KINDS[change.kind]}"


def _inserted(full: FullReview, change: RevisedTurn) -> str:
    row = full.dialogue.row_of_change(change.id)
    while row is not None and row > 0:
        row -= 1
        position = full.dialogue[row].position
        if position is not None:
            return f"Turn inserted after {position}"
    return "Turn inserted at the start"


def words_changed(lines: Sequence[AlignedLine]) -> tuple[int, int]:
    """Words inserted and words deleted in some rows."""
    inserted = deleted = 0
    for line in lines:
        inserted += changed_words(line.after)[0]
        deleted += changed_words(line.before)[1]
    return inserted, deleted


def extent(kind: ChangeKind, inserted: int, deleted: int) -> str:
    """“+15 −22”; for turns that kept their words what was done."""
    if not inserted and not deleted:
        return KINDS[kind] if kind is not ChangeKind.REWORDED else ""
    return " ".join(part for part in (f"+{inserted}" * bool(inserted), f"−{deleted}" * bool(deleted)) if part)


def tally_words(full: FullReview) -> list[str]:
    """“3 edited”, “1 inserted”, for each kind of change that there is."""
    found = tally(full.changes)
    return [f"{found[kind]:,} {words}" for kind, words in KINDS.items() if found[kind]]
