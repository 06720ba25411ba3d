"""The paper of turns with what is marked on it, and the margin beside it; the selection is only painted here."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer.domain.annotation import Annotation
from reviewer.domain.find import Hit
from reviewer.gui import fonts
from reviewer.gui.conversation.caret import CaretBlink
from reviewer.gui.conversation.margin_contract import Margin, Pin
from reviewer.gui.conversation.paint_state import PaintState
from reviewer.gui.conversation.paper import FOCUS_MEASURE, MEASURE, Paper
from reviewer.gui.conversation.review_rows import ReviewRows
from reviewer.gui.conversation.selection import Selection
from reviewer.gui.conversation.sheet_painter import paint_review
from reviewer.gui.conversation.turn_scroll_area import TurnScrollArea
from reviewer.gui.theme import Theme

TINT_MS: Final = 600
CARDS_REACH: Final = 400
"""Pixels above and below the viewport within which pins still have cards on screen."""


class PaperView(TurnScrollArea):
    """Everything of the conversation that is looked at; pixels are of the viewport."""

    annotation_activated = Signal(str)

    rows: ReviewRows | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.selection = Selection()
        self.active = ""
        self.hovered = ""
        self.pointed_action = ""
        self.margin: Margin | None = None
        self._focus_mode = False
        self._hits: dict[int, tuple[Hit, ...]] = {}
        self._current_hit: Hit | None = None
        self._tinted = 0
        self._tint_timer = QTimer(self)
        self._tint_timer.setSingleShot(True)
        self._tint_timer.setInterval(TINT_MS)
        self._tint_timer.timeout.connect(self._drop_tint)
        self.blink = CaretBlink(self)
        self.viewport().setAutoFillBackground(False)

    @property
    def annotations(self) -> Sequence[Annotation]:
        """What the shown review marks, in reading order."""
        return self.rows.full.annotations if self.rows else ()

    def set_margin(self, margin: Margin | None) -> None:
        """Put something beside the paper; call it again when its width changed."""
        self.margin = margin
        self.relayout()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.theme = theme
        self.viewport().update()

    def set_text_scale(self, scale: float) -> None:
        """The text size setting; 1.0 is 100 %."""
        fonts.set_scale(scale)
        self.relayout()

    def set_focus_mode(self, on: bool) -> None:
        """Only paper, with a wider measure and underlines without fills."""
        self._focus_mode = on
        self.relayout()

    def set_hits(self, hits: Sequence[Hit], current: int | None) -> None:
        """Outline found words; `current` is an index into `hits`, shown and filled."""
        by_turn: dict[int, list[Hit]] = {}
        for hit in hits:
            by_turn.setdefault(hit.position, []).append(hit)
        self._hits = {position: tuple(found) for position, found in by_turn.items()}
        self._current_hit = hits[current] if current is not None else None
        self.marked_bar.set_marks((at / self.row_count() for at in by_turn), self.theme.color("accent"))
        if self._current_hit:
            self.show_place(self._current_hit.position, self._current_hit.start)
        self.viewport().update()

    def set_hovered(self, annotation_id: str) -> None:
        """The pointer is on the card or the words of an annotation: its words get the stronger fill."""
        if annotation_id != self.hovered:
            self.hovered = annotation_id
            self.viewport().update()

    def activate(self, annotation_id: str) -> None:
        """Mark the words of one annotation as the ones being looked at; nothing for none."""
        if annotation_id != self.active:
            self.active = annotation_id
            self.viewport().update()

    def tint(self, position: int) -> None:
        """Mark a turn for a moment."""
        self._tinted = position
        self._tint_timer.start()
        self.viewport().update()

    def show_place(self, position: int, point: int) -> None:
        """Scroll as little as needed to show the line of a code point."""
        if self.rows is None:
            return
        line = self.rows.turn(position).caret(point)
        self.make_visible(position, line.top(), line.bottom())

    def relayout(self) -> None:
        """Lay out anew for the width, the margin and the text size of now."""
        if self.rows is None:
            return
        self.rows.paper = self._paper()
        self.rows_changed()

    def row_count(self) -> int:
        return self.rows.count if self.rows else 0

    def row_height(self, row: int) -> float:
        return self.rows.height(row) if self.rows else 0

    def scrolled(self) -> None:
        if self.margin is not None and self.rows is not None:
            self.margin.arrange(self._pins(self.rows), self.rows.paper.margin)
        super().scrolled()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.theme.color("canvas"))
        if self.rows is not None:
            paint_review(painter, self.rows, self.visible_rows(), self.theme, self._state)
            if self.margin is not None:
                self.margin.paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.rows is not None:
            self.rows.paper = self._paper()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.blink.restart()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.blink.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.relayout()

    def _paper(self) -> Paper:
        size = self.viewport().size()
        return Paper.in_viewport(
            size.width(),
            size.height(),
            self.margin.width if self.margin is not None else 0,
            measure=FOCUS_MEASURE if self._focus_mode else MEASURE,
            mirrored=self.isRightToLeft(),
        )

    def _pins(self, rows: ReviewRows) -> list[Pin]:
        return [
            Pin(placed.pin.annotation_id, round(top + row.text_top + placed.line_top))
            for number, top in self.visible_rows(CARDS_REACH, CARDS_REACH)
            if 1 <= number <= rows.turns.count
            for row in [rows.turn(number)]
            for placed in row.pins
        ]

    def _state(self, position: int) -> PaintState:
        caret = self.selection.caret
        here = caret.turn == position
        length = len(self.rows.turns.turn(position).text) if self.rows else 0
        return PaintState(
            focused=here and not self._focus_mode,
            tint=1.0 if position == self._tinted else 0.0,
            selected=self.selection.span_in(position, length),
            selected_turn=self.selection.whole_turns and self.selection.holds_turn(position),
            caret=caret.point if here and self.blink.shown else None,
            active=self.active,
            hovered=self.hovered,
            hits=self._hits.get(position, ()),
            current_hit=self._current_hit,
            fills=self.theme.fills and not self._focus_mode,
            action=self.pointed_action if here else "",
        )

    def _drop_tint(self) -> None:
        self._tinted = 0
        self.viewport().update()
