"""The conversation in Review: a paper of turns with highlights, caret, selection, and a margin beside it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from reviewer.domain.anchor import Anchor, anchor_at, turn_anchor
from reviewer.domain.full_review import FullReview
from reviewer.domain.worddiff import counted_words
from reviewer.gui.conversation.accessible import install, tell_caret
from reviewer.gui.conversation.conversation_keys import ConversationKeys
from reviewer.gui.conversation.conversation_mouse import ConversationMouse
from reviewer.gui.conversation.hit_test import HitTest, Target, Zone
from reviewer.gui.conversation.paper_view import PaperView
from reviewer.gui.conversation.review_rows import ReviewRows
from reviewer.gui.conversation.selection import Selection, Spot
from reviewer.gui.conversation.turn_source import TurnSource
from reviewer.gui.conversation.voices import ReviewVoice
from reviewer.gui.theme import Theme

MOST_COUNTED = 200
"""Turns of a selection whose words are counted; beyond that the count is not worth the wait."""


class ConversationView(PaperView):
    """Positions of turns count from 1, places in a turn are code points; pixels are of the viewport."""

    focused_turn_changed = Signal(int)
    selection_changed = Signal()
    mouse_selection_finished = Signal(QPoint, QRect)
    """Where the pointer was let go, and the selected words around it, both on the screen."""
    annotation_hovered = Signal(str)
    turn_action = Signal(str, int)
    """comment, rewrite or more, for a turn."""
    context_requested = Signal(QPoint)
    comment_menu_wanted = Signal(str, QPoint)
    """The menu of a comment in the margin, at a place of the screen."""
    zoom_requested = Signal(int)
    """+1 for larger text, −1 for smaller."""

    voice_kind = ReviewVoice
    _mouse: ConversationMouse | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        install()
        super().__init__(theme, parent)
        self._announced_turn = 1
        self._chosen: tuple[tuple[TurnSource, Spot, Spot, bool], Anchor | None] | None = None
        self._keys = ConversationKeys(self)
        self._mouse = ConversationMouse(self)
        self.setAccessibleName("Conversation")

    def open(self, full: FullReview, turns: TurnSource) -> None:
        """Show a transcript from its start."""
        self.rows = ReviewRows(full, turns, self._paper())
        self.selection = Selection()
        self._announced_turn = 1
        self.active = self.hovered = ""
        self._hits, self._current_hit = {}, None
        self.rows_changed(reset=True)
        self.selection_changed.emit()
        self.focused_turn_changed.emit(1)

    def set_review(self, full: FullReview) -> None:
        """Show the same transcript with what `full` says now."""
        if self.rows is None:
            return
        self.rows.set_review(full)
        if self.active and all(one.id != self.active for one in full.annotations):
            self.active = ""
        self.rows_changed()

    def selection_anchor(self) -> Anchor | None:
        """The selected words, or whole turns, as a place to comment on; None when nothing is selected.

        A turn of which no word is selected is left out.
        """
        if self.rows is None or self.selection.empty:
            return None
        chosen = self.rows.turns, self.selection.first, self.selection.last, self.selection.whole_turns
        if self._chosen is None or self._chosen[0] != chosen:
            self._chosen = chosen, self._anchor(self.rows.turns, chosen[1], chosen[2])
        return self._chosen[1]

    def _anchor(self, turns: TurnSource, first: Spot, last: Spot) -> Anchor | None:
        texts = {at: turns.turn(at).text for at in range(first.turn, last.turn + 1)}
        if self.selection.whole_turns:
            return turn_anchor(texts, first.turn, last.turn)
        while first.turn < last.turn and first.point >= len(texts[first.turn]):
            first = Spot(first.turn + 1, 0)
        while first.turn < last.turn and last.point == 0:
            last = Spot(last.turn - 1, len(texts[last.turn - 1]))
        return anchor_at(texts, first.turn, first.point, last.turn, last.point) if first < last else None

    def select(self, anchor: Anchor) -> None:
        """Select the words or turns of an anchor and show them."""
        if anchor.whole_turns:
            self.selection.put_turns(anchor.first_turn, anchor.last_turn, anchor.end)
        else:
            self.selection.put_both(Spot(anchor.first_turn, anchor.start), Spot(anchor.last_turn, anchor.end))
        self.caret_moved()

    def clear_selection(self) -> None:
        """Drop the selection; the caret stays."""
        if self.selection.clear():
            self.caret_moved(show=False)

    def selected_words(self) -> int:
        """How many words are selected; 0 beyond 200 turns."""
        if self.selection.last.turn - self.selection.first.turn >= MOST_COUNTED:
            return 0
        anchor = self.selection_anchor()
        return counted_words(anchor.quote) if anchor else 0

    @property
    def caret(self) -> Spot:
        """Where the caret stands."""
        return self.selection.caret

    def focused_turn(self) -> int:
        """The position of the turn that holds the caret."""
        return self.selection.caret.turn

    def go_to_turn(self, position: int, tint: bool = False) -> None:
        """Put the caret into a turn and show it; `tint` marks it for a moment."""
        if self.rows is None or not self.rows.turns.count:
            return
        position = max(1, min(position, self.rows.turns.count))
        self.selection.put(Spot(position, 0))
        if tint:
            self.tint(position)
        self.show_turn(position)
        self.caret_moved(show=False)

    def reveal(self, annotation_id: str) -> None:
        """Scroll to the words of an annotation."""
        annotation = next((one for one in self.annotations if one.id == annotation_id), None)
        if annotation is not None:
            self.show_place(annotation.anchor.first_turn, annotation.anchor.start)
            self.show_place(annotation.anchor.last_turn, annotation.anchor.end)

    def show_turn(self, position: int) -> None:
        """Scroll as little as needed to show a whole turn, or its start when it is taller than the viewport."""
        if self.rows is not None:
            row = self.rows.turn(position)
            self.make_visible(position, 0, row.height)

    def caret_moved(self, *, show: bool = True) -> None:
        """The selection was changed: show it and say so."""
        caret = self.selection.caret
        if show:
            self.show_place(caret.turn, caret.point)
        self.blink.restart()
        self.viewport().update()
        self.selection_changed.emit()
        turn_changed = caret.turn != self._announced_turn
        tell_caret(self, turn_changed=turn_changed)
        if turn_changed:
            self._announced_turn = caret.turn
            self.focused_turn_changed.emit(caret.turn)

    def activate_by_hand(self, annotation_id: str) -> None:
        """The person chose an annotation, or none."""
        if annotation_id != self.active:
            self.activate(annotation_id)
            self.annotation_activated.emit(annotation_id)

    def target_at(self, place: QPointF) -> Target:
        """What is at a place of the viewport."""
        if self.rows is None:
            return Target(Zone.OUTSIDE)
        return HitTest(self.rows, self.visible_rows(), self.focused_turn()).at(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.pressed(event):
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if self._mouse is not None and self._mouse.handled(event):
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key; the mouse asks the viewport."""
        if self._mouse is not None:
            self._mouse.handled(event)

    def caret_rect(self) -> QRect:
        """Where the caret stands on screen; empty when its turn is out of sight."""
        top = dict(self.visible_rows()).get(self.caret.turn)
        if self.rows is None or top is None:
            return QRect()
        caret = self.rows.turn(self.caret.turn).caret(self.caret.point)
        return caret.translated(self.rows.paper.text_left, top).toAlignedRect()

    def selected_rect(self) -> QRect:
        """The rectangle around the selected words on screen."""
        if self.rows is None:
            return QRect()
        around = QRect()
        for number, top in self.visible_rows():
            if 1 <= number <= self.rows.turns.count:
                row = self.rows.turn(number)
                span = self.selection.span_in(number, len(row.text))
                if self.selection.whole_turns and self.selection.holds_turn(number):
                    span = 0, len(row.text)
                for rect in row.rects(*span) if span else ():
                    around = around.united(rect.translated(self.rows.paper.text_left, top).toAlignedRect())
        return around
