"""The revised dialogue beside the original, and alone."""

from collections.abc import Callable, Iterable, Iterator

from reviewer.domain.alignment import AlignedLine, Alignment
from reviewer.domain.annotation import Verdict
from reviewer.domain.dialogue import tally
from reviewer.domain.edits.alternatives import shown_name
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.transcript import Turn
from reviewer.domain.worddiff import Mark
from reviewer.exporters.conversation_view import TAGS, RefOf, speaker_view
from reviewer.exporters.original_turns import reader, revised_turns
from reviewer.exporters.view_model import CleanView, Piece, RevisedView, RevisionView, SayView
from reviewer.exporters.wording import counted, joined

SIGNS = {
    ChangeKind.REWORDED: "pen",
    ChangeKind.INSERTED: "plus",
    ChangeKind.REMOVED: "minus",
    ChangeKind.MOVED: "move",
    ChangeKind.SPLIT: "split",
    ChangeKind.JOINED: "merge",
}
COUNTED = {
    ChangeKind.REWORDED: "edited",
    ChangeKind.INSERTED: "inserted",
    ChangeKind.REMOVED: "deleted",
    ChangeKind.JOINED: "joined",
    ChangeKind.SPLIT: "split",
    ChangeKind.MOVED: "moved",
}
PARTS = {2: "two", 3: "three", 4: "four"}
Turns = Callable[[], Iterable[Turn]]


def revision_views(full: FullReview, turns: Turns, ref: RefOf, *, alternatives: bool = False) -> Iterator[RevisionView]:
    """The revision that stands for the review, then the others if `alternatives` are wanted."""
    first = full.recommended
    if first is None:
        return
    others = [one for one in full.revisions if one is not first] if alternatives else []
    for number, revision in enumerate([first, *others]):
        shown = full.showing(revision.id)
        if not shown.changes and not number:
            continue
        named = bool(revision.name) or bool(others)
        yield RevisionView(
            anchor="revised" if not number else f"revised-{number + 1}",
            heading="Revised dialogue" if not number else "Alternative",
            name=shown_name(full, revision) if named else "",
            rationale=revision.rationale,
            count=revised_count(shown) or "says what the original says",
            rows=revised_rows(shown, turns, ref),
        )


def revised_rows(full: FullReview, turns: Turns, ref: RefOf) -> Iterator[RevisedView]:
    """One row for each turn or change, in the order of the dialogue; turns that were split or joined share a row."""
    dialogue, alignment = full.dialogue, Alignment(full, reader(full, turns))
    row = 0
    while row < len(dialogue):
        last = row
        while _shares(full, row, last + 1):
            last += 1
        yield _row(full, [alignment.line(one) for one in range(row, last + 1)], ref)
        row = last + 1


def clean_views(full: FullReview, turns: Turns) -> Iterator[CleanView]:
    """The revised dialogue alone, one turn at a time."""
    for revised in revised_turns(full, turns):
        css, icon, name = speaker_view(full, revised)
        yield CleanView(revised.position, css, icon, name, revised.text)


def revised_count(full: FullReview) -> str:
    """“7 turns edited. 6 of 8 concerns addressed.”; empty without changes."""
    found = tally(full.changes)
    if not found:
        return ""
    kinds = [kind for kind in COUNTED if found[kind]]
    parts = [f"{found[kind]} {COUNTED[kind]}" for kind in kinds]
    if kinds[0] is ChangeKind.REWORDED:
        parts[0] = f"{counted(found[kinds[0]], 'turn')} edited"
    total = found.total()
    words = f"{joined(parts)}." if len(parts) == 1 else f"{counted(total, 'change')}: {joined(parts)}."
    words = f"{counted(total, 'turn')} {COUNTED[kinds[0]]}." if len(parts) == 1 else words
    concerns = {one.id for one in full.annotations if one.verdict is Verdict.CONCERN}
    addressed = concerns & {link for change in full.changes for link in change.annotations}
    if not concerns:
        return words
    if addressed == concerns:
        return f"{words} All {counted(len(concerns), 'concern')} addressed." if len(concerns) > 1 else words
    return f"{words} {len(addressed)} of {counted(len(concerns), 'concern')} addressed."


def _shares(full: FullReview, first: int, row: int) -> bool:
    """Whether a row shows more of the change that stands in row `first`: another part, or a turn joined to it."""
    if row >= len(full.dialogue) or not full.dialogue[first].stands:
        return False
    change, line = full.dialogue[first].change, full.dialogue[row]
    if change is None or line.change is None:
        return False
    if line.position is None:
        return line.change.kind is ChangeKind.SPLIT is change.kind and line.change.origin == change.origin
    return line.change is change and not line.stands


def _row(full: FullReview, lines: list[AlignedLine], ref: RefOf) -> RevisedView:
    said = next((one for line in lines for one in (line.original, line.revised) if one), None)
    css = speaker_view(full, said)[0] if said else "sy"
    change = lines[0].change
    before = tuple(_say(full, line, ref, revised=False) for line in lines if line.original)
    after = tuple(_say(full, line, ref, revised=True) for line in lines if line.revised)
    if change is None:
        return RevisedView(f"same {css}", "", "", before, after)
    marked = any(one.mark is not Mark.KEPT for line in lines for one in (*line.before, *line.after))
    words = _change_words(change, lines, marked)
    kind = {ChangeKind.INSERTED: "add", ChangeKind.REMOVED: "cut"}.get(change.kind, "ed")
    void_before = "" if before else _void_before(change)
    void_after = "" if after else _void_after(full, change)
    return RevisedView(f"{kind} {css}", words, SIGNS[change.kind], before, after, void_before, void_after)


def _say(full: FullReview, line: AlignedLine, ref: RefOf, *, revised: bool) -> SayView:
    turn = line.revised if revised else line.original
    _, icon, name = speaker_view(full, turn) if turn else ("", "", "")
    pieces = line.after if revised else line.before
    shown = tuple(Piece(TAGS[one.mark], one.text) for one in pieces) or (Piece("", turn.text if turn else ""),)
    change = line.change if revised else None
    numbers = sorted({full.numbers[one] for one in change.annotations if one in full.numbers}) if change else ()
    linked = [full.annotations[number - 1] for number in numbers]
    return SayView(
        number=turn.position if turn else 0,
        icon=icon,
        name=name,
        pieces=shown,
        reason=change.reason if change else "",
        refs=tuple(ref(one) for one in linked),
    )


def _change_words(change: RevisedTurn, lines: list[AlignedLine], marked: bool) -> str:
    edited = ", and edited" if marked else ""
    match change.kind:
        case ChangeKind.INSERTED:
            return "Inserted"
        case ChangeKind.REMOVED:
            return "Deleted"
        case ChangeKind.JOINED:
            *first, last = change.origins
            return f"Turns {', '.join(map(str, first))} and {last} joined{edited}"
        case ChangeKind.SPLIT:
            parts = sum(line.revised is not None for line in lines)
            return f"Split{f' in {PARTS.get(parts, parts)}' if parts > 1 else ''}{edited}"
        case ChangeKind.MOVED:
            return f"Moved{edited}"
    if any(line.speaker_changed for line in lines):
        return "Other speaker" + edited
    return "Edited"


def _void_before(change: RevisedTurn) -> str:
    if change.origin is None:
        return "No turn in the original"
    done = "split" if change.kind is ChangeKind.SPLIT else "moved here"
    return f"Turn {change.origin} of the original, {done}"


def _void_after(full: FullReview, change: RevisedTurn) -> str:
    row = full.dialogue.row_of_change(change.id)
    number = full.dialogue[row].number if row is not None else None
    reason = f": {change.reason}" if change.reason else ""
    if change.kind is ChangeKind.REMOVED:
        return f"Turn deleted{reason}"
    return f"{'Joined with' if change.kind is ChangeKind.JOINED else 'Moved to'} turn {number}{reason}"
