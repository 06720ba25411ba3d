"""The revised dialogue beside the original, and alone."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from reviewer.domain.alignment import AlignedLine
from reviewer.domain.revision import ChangeKind, Revision
from reviewer.domain.transcript import Turn
from reviewer.domain.worddiff import Mark
from reviewer.exporters.alike import MOST, Alike, Kind, Rows
from reviewer.exporters.change_words import change_words, revised_count, void_after, void_before
from reviewer.exporters.conversation_view import TAGS
from reviewer.exporters.original_turns import aligned, revised_turns
from reviewer.exporters.review_words import ReviewWords
from reviewer.exporters.view_model import CleanView, MarkedView, Piece, RevisedView, RevisionView, SayView

SIGNS = {
    ChangeKind.REWORDED: "pen",
    ChangeKind.INSERTED: "plus",
    ChangeKind.REMOVED: "minus",
    ChangeKind.MOVED: "move",
    ChangeKind.SPLIT: "split",
    ChangeKind.JOINED: "merge",
}
Turns = Callable[[], Iterable[Turn]]


def revision_views(words: ReviewWords, turns: Turns, *, alternatives: bool = False) -> Iterator[RevisionView]:
    """The revision that stands for the review, then the others if `alternatives` are wanted."""
    full, say = words.full, words.language.say
    first = full.recommended
    if first is None:
        return
    others = [one for one in full.revisions if one is not first] if alternatives else []
    for number, revision in enumerate([first, *others]):
        shown = words.showing(revision.id)
        if not shown.full.changes and not number:
            continue
        named = bool(revision.name) or bool(others)
        yield RevisionView(
            anchor="revised" if not number else f"revised-{number + 1}",
            heading=say("Revised dialogue") if not number else say("Alternative"),
            name=_name(words, revision) if named else "",
            rationale=revision.rationale,
            count=revised_count(shown) or say("says what the original says"),
            rows=revised_rows(shown, turns),
        )


def revised_rows(words: ReviewWords, turns: Turns) -> Rows[RevisedView]:
    """One row for each turn or change, in the order of the dialogue; turns that were split or joined share a row."""

    def untouched(stayed: Iterable[Turn], shift: int) -> Iterator[RevisedView | Alike[RevisedView]]:
        rest = iter(stayed)
        while some := list(islice(rest, MOST)):
            yield Alike(_same, [words.speaker(turn) for turn in some], some, shift)

    return Rows(aligned(words.full, turns, untouched, lambda lines: (_row(words, lines),)))


def _same(kind: Kind, position: int, text: str, number: int) -> RevisedView:
    """A turn that stayed."""
    css, icon, name = kind
    before, after = (SayView(one, icon, name, (Piece("", text),)) for one in (position, number))
    return RevisedView(f"same {css}", "", "", (before,), (after,))


def marked_views(words: ReviewWords, turns: Turns) -> Iterator[MarkedView]:
    """The revised dialogue with what was changed, turn by turn."""

    def untouched(stayed: Iterable[Turn], shift: int) -> Iterator[MarkedView]:
        for turn in stayed:
            css, icon, name = words.speaker(turn)
            yield MarkedView(turn.position + shift, f"same {css}", icon, name, (Piece("", turn.text),))

    return aligned(words.full, turns, untouched, lambda lines: _marked(_row(words, lines), lines))


def clean_views(words: ReviewWords, turns: Turns) -> Iterator[CleanView]:
    """The revised dialogue alone, one turn at a time."""
    for revised in revised_turns(words.full, turns):
        css, icon, name = words.speaker(revised)
        yield CleanView(revised.position, css, icon, name, revised.text)


def _name(words: ReviewWords, revision: Revision) -> str:
    """Its name; an unnamed one is called by its place."""
    place = [one.id for one in words.full.revisions].index(revision.id) + 1
    return revision.name or words.language.say("Revision %(number)s", number=place)


def _row(words: ReviewWords, lines: list[AlignedLine]) -> RevisedView:
    said = next((one for line in lines for one in (line.original, line.revised) if one), None)
    css = words.speaker(said)[0] if said else "sy"
    change = lines[0].change
    before = tuple(_say(words, line, revised=False) for line in lines if line.original)
    after = tuple(_say(words, line, revised=True) for line in lines if line.revised)
    if change is None:
        return RevisedView(f"same {css}", "", "", before, after)
    kind = {ChangeKind.INSERTED: "add", ChangeKind.REMOVED: "cut"}.get(change.kind, "ed")
    return RevisedView(
        css=f"{kind} {css}",
        change=change_words(words.language, change, lines),
        sign=SIGNS[change.kind],
        before=before,
        after=after,
        void_before="" if before else void_before(words.language, change),
        void_after="" if after else void_after(words, change),
        void_reason="" if after else change.reason,
    )


def _marked(row: RevisedView, lines: list[AlignedLine]) -> Iterator[MarkedView]:
    if not row.after:
        gone, removed = row.before[0], lines[0].change is not None and lines[0].change.kind is ChangeKind.REMOVED
        pieces, change = (gone.pieces, row.change) if removed else ((), row.void_after)
        yield MarkedView(None, row.css, gone.icon, gone.name, pieces, change, row.sign, row.void_reason)
        return
    whole = _both_in_one(lines)
    lost = () if whole else tuple(piece for say in row.before for piece in say.pieces)
    for place, say in enumerate(row.after):
        first = place == 0
        yield MarkedView(
            number=say.number,
            css=row.css,
            icon=say.icon,
            name=say.name,
            pieces=whole or say.pieces,
            change=row.change if first else "",
            sign=row.sign if first else "",
            reason=say.reason,
            original=lost if first and any(one.tag for one in lost) else (),
        )


def _both_in_one(lines: list[AlignedLine]) -> tuple[Piece, ...]:
    """Deleted and inserted words in one, where one turn became one turn."""
    stand = [line for line in lines if line.revised]
    pieces = stand[0].pieces if len(stand) == 1 else ()
    said = "".join(one.text for one in pieces if one.mark is not Mark.DELETED)
    fits = len(stand) == 1 and stand[0].revised is not None and said == stand[0].revised.text
    return tuple(Piece(TAGS[one.mark], one.text) for one in pieces) if fits else ()


def _say(words: ReviewWords, line: AlignedLine, *, revised: bool) -> SayView:
    turn = line.revised if revised else line.original
    _, icon, name = words.speaker(turn) if turn else ("", "", "")
    pieces = line.after if revised else line.before
    shown = tuple(Piece(TAGS[one.mark], one.text) for one in pieces) or (Piece("", turn.text if turn else ""),)
    change = line.change if revised else None
    return SayView(
        number=turn.position if turn else 0,
        icon=icon,
        name=name,
        pieces=shown,
        reason=change.reason if change else "",
        refs=words.refs_of(change) if change else (),
    )
