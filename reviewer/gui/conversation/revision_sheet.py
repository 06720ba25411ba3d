"""The sheet of the revision: the head of the columns and the rows below it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer.gui.conversation.columns import Arrangement, Columns
from reviewer.gui.conversation.revision_painter import HEAD, RevisionPainter, paint_frame
from reviewer.gui.conversation.revision_rows import RevisionRows
from reviewer.gui.conversation.sheet_painter import paint_sheet
from reviewer.gui.conversation.turn_scroll_area import TurnScrollArea
from reviewer.gui.theme import Theme

END: Final = 24


class RevisionSheet(TurnScrollArea):
    """Row n−1 is the turn at position n; the last row is room below."""

    rows: RevisionRows | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._wanted = Arrangement.SIDE_BY_SIDE
        self._focused = 1
        self._editing = 0
        self.head_height = HEAD

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.theme = theme
        self.viewport().update()

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Side by side, inline or clean; below 900 px of room side by side is shown inline."""
        self._wanted = arrangement
        self.relayout()

    def focused_turn(self) -> int:
        """The position of the turn that the keyboard acts on."""
        return self._focused

    def row_count(self) -> int:
        return self.rows.turns.count + 1 if self.rows else 0

    def row_height(self, row: int) -> float:
        if self.rows is None or row >= self.rows.turns.count:
            return END
        return self.rows.turn(row + 1).height

    def turn_at(self, place: QPointF) -> int:
        """The position of the turn at a place of the viewport; 0 for none."""
        y = place.y() - HEAD
        rows = [row for row, top in self.visible_rows() if top <= y < top + self.row_height(row)]
        return rows[0] + 1 if self.rows and y >= 0 and rows and rows[0] < self.rows.turns.count else 0

    def relayout(self) -> None:
        """Lay out anew for the width, the arrangement and the text size of now."""
        if self.rows is not None:
            self.rows.columns = self._columns()
            self.rows_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.theme.color("canvas"))
        if self.rows is not None:
            self._paint(painter, self.rows)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.rows is not None:
            self.rows.columns = self._columns()
        super().resizeEvent(event)

    def _columns(self) -> Columns:
        return Columns.in_viewport(self.viewport().width(), self._wanted, mirrored=self.isRightToLeft())

    def _paint(self, painter: QPainter, rows: RevisionRows) -> None:
        columns, visible = rows.columns, self.visible_rows()
        tops = dict(visible)
        bottom = tops[rows.turns.count] + HEAD + 1 if rows.turns.count in tops else self.viewport().height() + 32.0
        sheet = QRectF(columns.left, 0, columns.width, bottom)
        paint_sheet(painter, sheet, self.theme)
        revision = RevisionPainter(self.theme, columns)
        painter.save()
        painter.setClipRect(QRectF(0, HEAD, self.viewport().width(), self.viewport().height()))
        for row, top in visible:
            if row < rows.turns.count:
                focused = row + 1 == self._focused and row + 1 != self._editing
                revision.paint(painter, rows.turn(row + 1), round(top) + HEAD, round(self.row_height(row)), focused)
        painter.restore()
        revision.paint_head(painter, rows.turns.count)
        paint_frame(painter, sheet, self.theme)
