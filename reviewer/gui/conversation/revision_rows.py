"""The rows of the revision, laid out when they come on screen and kept until they change."""

from bisect import bisect_left
from collections import OrderedDict
from dataclasses import replace
from typing import Final

from reviewer.domain.alignment import AlignedLine, Alignment
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.domain.transcript import Speaker, Turn
from reviewer.gui import fonts
from reviewer.gui.conversation.columns import Arrangement, Columns
from reviewer.gui.conversation.marks import Marks, TurnMarks
from reviewer.gui.conversation.revision_row import Aside, RevisionRow, place_words
from reviewer.gui.conversation.turn_source import TurnSource

KEPT: Final = 512
TAGS: Final = {ChangeKind.INSERTED: "inserted", ChangeKind.MOVED: "moved", ChangeKind.SPLIT: "split"}


class RevisionRows:
    """Rows count from 0, as in the dialogue; with `changed_only` those without a change are left out."""

    def __init__(self, full: FullReview, turns: TurnSource, columns: Columns) -> None:
        self.turns = turns
        self.columns = columns
        self.pins = True
        self.unfinished: frozenset[str] = frozenset()
        """Where rows sort that have words which were written and not kept."""
        self._chosen: list[int] | None = None
        self._changed_only = False
        self._rows: OrderedDict[tuple[str, float, Columns, bool], RevisionRow] = OrderedDict()
        self.set_review(full)

    def set_review(self, full: FullReview, pending: RevisedTurn | None = None) -> None:
        """Use the changes and comments of `full`, and a turn that is being written and not saved yet."""
        self.saved = full
        if pending:
            begun = full.revisions or (Revision(pending.revision, full.review.id),)
            full = replace(full, revisions=begun, revised_turns=(*full.revised_turns, pending))
        self.full = full
        self.dialogue = full.dialogue
        self.marks = Marks(full)
        self._alignment = Alignment(full, self._turn_at)
        self._speakers = {one.id: one for one in full.shown_speakers}
        self._choose()

    def use_columns(self, columns: Columns) -> None:
        """Another width or arrangement; clean, only turns of the revision are shown."""
        other = columns.arrangement is not self.columns.arrangement
        self.columns = columns
        if other:
            self._choose()

    def show_changed_only(self, wanted: bool) -> None:
        """Whether rows without a change are left out."""
        self._changed_only = wanted
        self._choose()

    def _choose(self) -> None:
        dialogue, clean = self.dialogue, self.columns.arrangement is Arrangement.CLEAN
        silent = clean and dialogue.count < len(dialogue)
        if not self._changed_only and not silent:
            self._chosen = None
            return
        rows = dialogue.changed_rows if self._changed_only else range(len(dialogue))
        self._chosen = [row for row in rows if not silent or dialogue[row].stands]

    @property
    def count(self) -> int:
        """How many rows are shown."""
        return len(self.dialogue) if self._chosen is None else len(self._chosen)

    def in_dialogue(self, row: int) -> int:
        """The row of the dialogue that a shown row is."""
        return row if self._chosen is None else self._chosen[row]

    def shown(self, row: int) -> int:
        """Where a row of the dialogue, or the next one that is shown, is shown; the last where none follows."""
        if self._chosen is None:
            return max(0, min(row, self.count - 1))
        return max(0, min(bisect_left(self._chosen, row), self.count - 1))

    def row_at(self, key: str) -> int:
        """Where the row with this order key, or the next one, is shown."""
        dialogue = self.dialogue
        return self.shown(bisect_left(range(len(dialogue)), key, key=dialogue.key_at))

    def row(self, number: int) -> RevisionRow:
        """One of the rows that are shown."""
        aligned = self._alignment.line(self.in_dialogue(number))
        original = aligned.original
        marks = self.marks.of(original) if original else TurnMarks()
        key = aligned.line.key, fonts.scale(), self.columns, self.pins
        who = self._speaker(original), self._speaker(aligned.revised)
        row, aside = self._rows.pop(key, None), self._aside(aligned)
        same = row is not None and (row.aligned, row.marks, row.aside) == (aligned, marks, aside)
        if row is None or not same or _speakers_of(row) != who:
            row = RevisionRow(aligned, who, marks, self.columns, pins=self.pins, aside=aside)
        self._rows[key] = row
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)
        return row

    def turn(self, position: int) -> RevisionRow:
        """The row with an original turn."""
        return self.row(self.shown(self.dialogue.row_of(position)))

    def _turn_at(self, position: int) -> Turn | None:
        return self.turns.turn(position) if 1 <= position <= self.turns.count else None

    def _speaker(self, turn: Turn | None) -> Speaker | None:
        return self._speakers.get(turn.speaker) if turn and turn.speaker else None

    def _aside(self, aligned: AlignedLine) -> Aside:
        change, line = aligned.change, aligned.line
        if line.key in self.unfinished and line.stands:
            return Aside(tag="unfinished edit")
        if change is None:
            return Aside()
        stands = self.dialogue.row_of_change(change.id)
        number = self.dialogue[stands].number if stands is not None else None
        original = revised = ""
        if line.position is None:
            original = {
                ChangeKind.MOVED: f"Turn {change.origin} of the original, moved here",
                ChangeKind.SPLIT: f"Turn {change.origin} of the original, split",
            }.get(change.kind, "No turn in the original" if change.origin is None else f"Turn {change.origin}, moved")
        if line.number is None:
            removed = change.kind is ChangeKind.REMOVED
            revised = "Turn deleted" if removed else place_words(change, number)
        tag = TAGS.get(change.kind, "") if line.number is not None else ""
        if change.kind is ChangeKind.JOINED and line.number is not None:
            tag = "joined"
        if not tag and aligned.speaker_changed:
            tag = "other speaker"
        return Aside(original, revised, tag)


def _speakers_of(row: RevisionRow) -> tuple[Speaker | None, Speaker | None]:
    return (row.before.speaker if row.before else None), (row.after.speaker if row.after else None)
