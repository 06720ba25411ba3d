"""The mouse on the revision: press, buttons of a row, dragging a turn by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from reviewer.gui.conversation.columns import TEXT_LEADING
from reviewer.gui.conversation.revision_row import buttons

if TYPE_CHECKING:
    from reviewer.gui.conversation.revision_view import RevisionView

FAR: Final = 6
"""Pixels of movement that begin a drag."""
EDGE, PACE = 24, 16


class RevisionMouse:
    """Reads places in viewport px."""

    def __init__(self, view: RevisionView) -> None:
        self._view = view
        self._pressed_at: QPointF | None = None
        self._row: int | None = None

    def take(self, event: QMouseEvent) -> bool:
        """Act on what the left button does; whether it was for the rows."""
        if event.type() == QEvent.Type.MouseMove:
            return self._move(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._press(event.position())
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._release()
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            row = self._view.row_under(event.position())
            if row is not None:
                self._view.edit_row(row)
        return True

    def _press(self, place: QPointF) -> None:
        row = self._view.row_under(place)
        if row is None:
            return
        name = self._button(row, place)
        on_number = self._on_number(place)
        self._view.go_to_row(row)
        if name == "rewrite":
            self._view.edit_row(row)
        elif name == "more":
            self._view.context_requested.emit(self._view.viewport().mapToGlobal(place.toPoint()))
        elif name:
            self._view.wanted.emit(name)
        elif on_number:
            self._pressed_at, self._row = place, row

    def _button(self, row: int, place: QPointF) -> str:
        view, top = self._view, self._view.row_top(row)
        found = view.rows.row(row) if view.rows else None
        if found is None or top is None or view.rows is None or view.editing or view.read_only:
            return ""
        if row != view.focused_row and not found.removed:
            return ""
        inside = QPointF(place.x(), place.y() - top)
        return next((name for name, at in buttons(found, view.rows.columns).items() if at.contains(inside)), "")

    def _on_number(self, place: QPointF) -> bool:
        columns = self._view.rows.columns if self._view.rows else None
        if columns is None:
            return False
        leading = columns.column(revised=True)
        return columns.rect(leading, 0, TEXT_LEADING - 8, 10**6).contains(place)

    def _move(self, place: QPointF) -> bool:
        if self._pressed_at is None or self._row is None:
            return False
        if self._view.drop_gap is None and abs(place.y() - self._pressed_at.y()) < FAR:
            return True
        self._view.drop_gap = self._gap(place)
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if place.y() < self._view.head_height + EDGE:
            self._view.scroll_by(-PACE)
        elif place.y() > self._view.viewport().height() - EDGE:
            self._view.scroll_by(PACE)
        self._view.viewport().update()
        return True

    def _gap(self, place: QPointF) -> int | None:
        """Before which row a turn would land."""
        row = self._view.row_under(place)
        if row is None:
            return self._view.drop_gap
        top = self._view.row_top(row) or 0
        return row if place.y() < top + self._view.row_height(row) / 2 else row + 1

    def _release(self) -> None:
        row, gap = self._row, self._view.drop_gap
        self._pressed_at = self._row = self._view.drop_gap = None
        self._view.viewport().unsetCursor()
        self._view.viewport().update()
        if row is not None and gap is not None:
            self._view.moved.emit(row, gap)
