"""What the two conversations say to screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from reviewer.gui import utf16
from reviewer.gui.conversation.selection import Spot
from reviewer.gui.conversation.spoken import revised_words, turn_words

if TYPE_CHECKING:
    from reviewer.gui.conversation.conversation_view import ConversationView
    from reviewer.gui.conversation.review_row import ReviewRow
    from reviewer.gui.conversation.revision_row import RevisionRow
    from reviewer.gui.conversation.revision_view import RevisionView


class ReviewVoice:
    """Speaks for the conversation in Review."""

    def __init__(self, view: ConversationView) -> None:
        self._view = view

    def turns(self) -> list[int]:
        """The turns on screen, in order."""
        count = self._view.rows.turns.count if self._view.rows else 0
        return [row for row, _ in self._view.visible_rows() if 1 <= row <= count]

    def name(self, position: int) -> str:
        """All that is to be said about a turn."""
        here = [one for one in self._view.annotations if one.anchor.first_turn <= position <= one.anchor.last_turn]
        row = self._row(position)
        return turn_words(row.spoken, here, self._view.rows.full.rubric) if row and self._view.rows else ""

    def description(self, position: int) -> str:
        """What is selected in it, or nothing."""
        text = self.text(position)
        if self._view.selection.whole_turns and self._view.selection.holds_turn(position):
            return "Selected"
        span = self._view.selection.span_in(position, len(text))
        return f"Selected: {text[slice(*span)]}" if span else ""

    def text(self, position: int) -> str:
        """The words of a turn alone."""
        row = self._row(position)
        return row.text if row else ""

    def rect(self, position: int) -> QRect:
        """Where a turn is."""
        row, top = self._row(position), dict(self._view.visible_rows()).get(position)
        if row is None or top is None or self._view.rows is None:
            return QRect()
        paper = self._view.rows.paper
        return self._on_screen(QRect(paper.left, round(top), paper.width, round(row.height)))

    def focused(self) -> int:
        """The turn that has the caret."""
        return self._view.focused_turn()

    def caret(self) -> int:
        """Where the caret stands in it."""
        return utf16.units(self.text(self.focused()), self._view.caret.point)

    def character(self, position: int, place: int) -> QRect:
        """Where a character of a turn is."""
        row, top = self._row(position), dict(self._view.visible_rows()).get(position)
        if row is None or top is None or self._view.rows is None:
            return QRect()
        point = utf16.point(row.text, place)
        rects = row.rects(point, min(point + 1, len(row.text)))
        shift = QPoint(round(self._view.rows.paper.text_left), round(top))
        return self._on_screen(rects[0].toAlignedRect().translated(shift)) if rects else QRect()

    def put_caret(self, position: int, first: int, last: int) -> None:
        """Select words of a turn; equal ends put the caret there."""
        text = self.text(position)
        start, end = utf16.point(text, first), utf16.point(text, last)
        self._view.selection.put_both(Spot(position, start), Spot(position, end))
        self._view.caret_moved()

    def _row(self, position: int) -> ReviewRow | None:
        rows = self._view.rows
        return rows.turn(position) if rows and 1 <= position <= rows.turns.count else None

    def _on_screen(self, place: QRect) -> QRect:
        return QRect(self._view.viewport().mapToGlobal(place.topLeft()), place.size())


class RevisionVoice:
    """Speaks for the revised dialogue, whose rows count from 1 here; they have no caret."""

    def __init__(self, view: RevisionView) -> None:
        self._view = view

    def turns(self) -> list[int]:
        """The rows on screen, in order."""
        count = self._view.rows.count if self._view.rows else 0
        return [row + 1 for row, _ in self._view.visible_rows() if row < count]

    def name(self, position: int) -> str:
        """All that is to be said about a row and its change."""
        row = self._row(position)
        return revised_words(row) if row else ""

    def description(self, position: int) -> str:
        """What is being done with it."""
        return "Being rewritten" if self._view.editing and position == self._view.focused_row + 1 else ""

    def text(self, position: int) -> str:
        """The revised words alone."""
        row = self._row(position)
        return row.revised_text if row else ""

    def rect(self, position: int) -> QRect:
        """Where a row is."""
        top = self._view.row_top(position - 1)
        if top is None:
            return QRect()
        viewport = self._view.viewport()
        corner = viewport.mapToGlobal(QPoint(0, round(top)))
        return QRect(corner.x(), corner.y(), viewport.width(), round(self._view.row_height(position - 1)))

    def focused(self) -> int:
        """The row that the keyboard acts on."""
        return self._view.focused_row + 1

    def caret(self) -> int:
        """Always the start."""
        return 0

    def character(self, position: int, place: int) -> QRect:
        """Where the row is."""
        return self.rect(position)

    def put_caret(self, position: int, first: int, last: int) -> None:
        """Focus a row."""
        self._view.go_to_row(position - 1)

    def _row(self, position: int) -> RevisionRow | None:
        rows = self._view.rows
        return rows.row(position - 1) if rows and 1 <= position <= rows.count else None
