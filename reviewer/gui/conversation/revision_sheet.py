"""The sheet of the revision: the head of the columns and the rows below it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer.domain.dialogue import Line
from reviewer.gui.conversation.accessible import tell_caret
from reviewer.gui.conversation.columns import Arrangement, Columns
from reviewer.gui.conversation.revision_painter import HEAD, RevisionPainter, paint_frame
from reviewer.gui.conversation.revision_rows import RevisionRows
from reviewer.gui.conversation.sheet_painter import paint_sheet
from reviewer.gui.conversation.turn_scroll_area import TurnScrollArea
from reviewer.gui.theme import Theme

END: Final = 24
DROP: Final = 3


class RevisionSheet(TurnScrollArea):
    """Rows count from 0; after them comes room below. The keyboard is on one row, which keeps it through changes."""

    rows: RevisionRows | None = None
    read_only = False
    """Whether rows have no buttons."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._wanted = Arrangement.SIDE_BY_SIDE
        self._focused = 0
        self._editing: int | None = None
        self.drop_gap: int | None = None
        """Before which row a turn would land that is being dragged."""
        self.head_height = HEAD
        self._names = ("Original", "Revised")

    def set_names(self, left: str, right: str) -> None:
        """What the columns are called."""
        self._names = left, right

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.theme = theme
        self.viewport().update()

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Side by side, inline or clean; below 900 px of room side by side is shown inline."""
        self._wanted = arrangement
        self.relayout()

    @property
    def focused_row(self) -> int:
        """The row that the keyboard acts on, of those that are shown."""
        return self._focused

    @property
    def focused_line(self) -> Line | None:
        """What the keyboard acts on; None where nothing is shown."""
        if self.rows is None or not self.rows.count:
            return None
        return self.rows.dialogue[self.rows.in_dialogue(min(self._focused, self.rows.count - 1))]

    def focused_turn(self) -> int:
        """The original turn that the keyboard is on, or the one before it."""
        if self.rows is None or not self.rows.count:
            return 1
        row = self.rows.in_dialogue(min(self._focused, self.rows.count - 1))
        while row >= 0:
            position = self.rows.dialogue[row].position
            if position is not None:
                return position
            row -= 1
        return 1

    def row_count(self) -> int:
        return self.rows.count + 1 if self.rows else 0

    def row_height(self, row: int) -> float:
        if self.rows is None or row >= self.rows.count:
            return END
        return self.rows.row(row).height

    def row_under(self, place: QPointF) -> int | None:
        """The row at a place of the viewport."""
        y = place.y() - HEAD
        rows = [row for row, top in self.visible_rows() if top <= y < top + self.row_height(row)]
        return rows[0] if self.rows and y >= 0 and rows and rows[0] < self.rows.count else None

    def row_top(self, row: int) -> float | None:
        """Viewport px of the top of a row on screen."""
        top = dict(self.visible_rows()).get(row)
        return None if top is None else top + HEAD

    def go_to_row(self, row: int) -> None:
        """Focus a row and show it."""
        if self.rows is None or not self.rows.count:
            return
        row = max(0, min(row, self.rows.count - 1))
        changed, self._focused = row != self._focused, row
        self.make_visible(row, 0, self.row_height(row))
        self.viewport().update()
        tell_caret(self, turn_changed=changed)
        if changed:
            self.row_changed()

    def go_to_turn(self, position: int) -> None:
        """Focus the row of an original turn and show it."""
        if self.rows is not None and self.rows.turns.count:
            position = max(1, min(position, self.rows.turns.count))
            self.go_to_row(self.rows.shown(self.rows.dialogue.row_of(position)))

    def go_to_change(self, change_id: str) -> None:
        """Focus the row where a change stands."""
        row = self.rows.dialogue.row_of_change(change_id) if self.rows else None
        if self.rows is not None and row is not None:
            self.go_to_row(self.rows.shown(row))

    def go_to_dialogue_row(self, row: int) -> None:
        """Focus a row of the dialogue, or the next one that is shown."""
        if self.rows is not None:
            self.go_to_row(self.rows.shown(row))

    def row_changed(self) -> None:
        """The keyboard is on another row."""

    def show_changed_only(self, wanted: bool) -> None:
        """Leave out rows without a change; the keyboard stays as near as it can."""
        if self.rows is not None:
            key = self.focused_key()
            self.rows.show_changed_only(wanted)
            self.rows_changed(reset=True)
            self._focused = -1
            self.go_to_row(self.rows.row_at(key))

    def show_pins(self, wanted: bool) -> None:
        """Whether the numbers of comments stand in the original."""
        if self.rows is not None:
            self.rows.pins = wanted
            self.rows_changed()

    def focused_key(self) -> str:
        """Where the focused row sorts, which it keeps when rows come and go."""
        line = self.focused_line
        return line.key if line else ""

    def relayout(self) -> None:
        """Lay out anew for the width, the arrangement and the text size of now."""
        if self.rows is not None:
            key = self.focused_key()
            self.rows.use_columns(self._columns())
            self._focused = self.rows.row_at(key)
            self.rows_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.theme.color("canvas"))
        if self.rows is not None:
            self._paint(painter, self.rows)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.rows is not None:
            self.rows.use_columns(self._columns())
        super().resizeEvent(event)

    def _columns(self) -> Columns:
        return Columns.in_viewport(self.viewport().width(), self._wanted, mirrored=self.isRightToLeft())

    def _paint(self, painter: QPainter, rows: RevisionRows) -> None:
        columns, visible = rows.columns, self.visible_rows()
        tops = dict(visible)
        bottom = tops[rows.count] + HEAD + 1 if rows.count in tops else self.viewport().height() + 32.0
        sheet = QRectF(columns.left, 0, columns.width, bottom)
        paint_sheet(painter, sheet, self.theme)
        revision = RevisionPainter(self.theme, columns, read_only=self.read_only)
        painter.save()
        painter.setClipRect(QRectF(0, HEAD, self.viewport().width(), self.viewport().height()))
        for row, top in visible:
            if row < rows.count:
                focused = row == self._focused and row != self._editing
                revision.paint(painter, rows.row(row), round(top) + HEAD, round(self.row_height(row)), focused)
        if self.drop_gap in tops:
            place = columns.rect(
                columns.column(revised=True), tops[self.drop_gap] + HEAD - 1, columns.column_width, DROP
            )
            painter.fillRect(place, self.theme.color("accent"))
        painter.restore()
        revision.paint_head(painter, self._names, (rows.turns.count, rows.dialogue.count))
        paint_frame(painter, sheet, self.theme)
