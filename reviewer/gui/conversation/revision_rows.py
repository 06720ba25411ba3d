"""The rows of the revision, laid out when they come on screen and kept until they change."""

from collections import OrderedDict
from typing import Final

from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import RevisedTurn
from reviewer.gui import fonts
from reviewer.gui.conversation.columns import Columns
from reviewer.gui.conversation.marks import Marks
from reviewer.gui.conversation.review_row import Spoken
from reviewer.gui.conversation.revision_row import RevisionRow
from reviewer.gui.conversation.turn_source import TurnSource

KEPT: Final = 512


class RevisionRows:
    """Rows are asked for by the position of the original turn."""

    def __init__(self, full: FullReview, turns: TurnSource, columns: Columns) -> None:
        self.turns = turns
        self.columns = columns
        self._rows: OrderedDict[tuple[int, float, Columns], RevisionRow] = OrderedDict()
        self.set_review(full)

    def set_review(self, full: FullReview) -> None:
        """Use the changes and comments of `full`."""
        self.full = full
        self.marks = Marks(full)
        self._speakers = {one.id: one for one in full.shown_speakers}
        shown = full.revision.id if full.revision else None
        self._changes: dict[int | None, RevisedTurn] = {
            one.origin: one for one in full.revised_turns if one.revision == shown
        }

    def turn(self, position: int) -> RevisionRow:
        """The row of one turn."""
        turn = self.turns.turn(position)
        marks, change = self.marks.of(turn), self._changes.get(position)
        key = position, fonts.scale(), self.columns
        row, speaker = self._rows.pop(key, None), self._speakers.get(turn.speaker) if turn.speaker else None
        if row is None or row.marks != marks or row.change != change or row.spoken.speaker != speaker:
            row = RevisionRow(Spoken(turn, speaker), change, marks, self.columns)
        self._rows[key] = row
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)
        return row
