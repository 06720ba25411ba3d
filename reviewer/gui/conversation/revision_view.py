"""The revised dialogue beside the original, with the editor over the turn being rewritten."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from reviewer.domain.full_review import FullReview
from reviewer.gui import fonts
from reviewer.gui.conversation.accessible import install, tell_caret
from reviewer.gui.conversation.columns import TEXT_LEADING, TEXT_TRAILING
from reviewer.gui.conversation.revision_painter import HEAD
from reviewer.gui.conversation.revision_row import ABOVE, RevisionRow, buttons
from reviewer.gui.conversation.revision_rows import RevisionRows
from reviewer.gui.conversation.revision_sheet import RevisionSheet
from reviewer.gui.conversation.turn_editor import TurnEditor
from reviewer.gui.conversation.turn_source import TurnSource
from reviewer.gui.conversation.voices import RevisionVoice
from reviewer.gui.theme import Theme

EDITOR_OUT: Final = 11
_Key = Qt.Key


class RevisionView(RevisionSheet):
    """Positions of turns count from 1."""

    kept = Signal(int, str)
    revert_requested = Signal(int)
    focused_turn_changed = Signal(int)
    editing_changed = Signal(bool)

    voice_kind = RevisionVoice

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        install()
        super().__init__(theme, parent)
        self.may_edit: Callable[[], bool] = lambda: True
        self.editor = TurnEditor(theme, self.viewport())
        self.editor.hide()
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self.stop_editing)
        self.editor.grown.connect(self._editor_grown)
        self.setAccessibleName("Revised dialogue")

    def open(self, full: FullReview, turns: TurnSource) -> None:
        """Show the revision of a transcript from its start."""
        self.stop_editing()
        self.rows = RevisionRows(full, turns, self._columns())
        self._focused = 1
        self.rows_changed(reset=True)
        self.focused_turn_changed.emit(1)

    def set_review(self, full: FullReview) -> None:
        """Show the same transcript with the changes of `full`; what is being written stays."""
        if self.rows is not None:
            self.rows.set_review(full)
            self.rows_changed()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.editor.set_theme(theme)
        super().set_theme(theme)

    def set_text_scale(self, scale: float) -> None:
        """The text size setting; 1.0 is 100 %."""
        fonts.set_scale(scale)
        self.editor.set_theme(self.theme)
        self.relayout()

    @property
    def editing(self) -> int:
        """The position of the turn in the editor; 0 for none."""
        return self._editing

    def go_to_turn(self, position: int) -> None:
        """Focus a turn and show it."""
        if self.rows is None or not self.rows.turns.count:
            return
        position = max(1, min(position, self.rows.turns.count))
        changed, self._focused = position != self._focused, position
        self.make_visible(position - 1, 0, self.row_height(position - 1))
        self.viewport().update()
        tell_caret(self, turn_changed=changed)
        if changed:
            self.focused_turn_changed.emit(position)

    def edit_turn(self, position: int) -> None:
        """Open the editor over the revised words of a turn; what is written for another turn is kept."""
        if self.rows is None or not 1 <= position <= self.rows.turns.count or position == self._editing:
            return
        if not self.may_edit():
            return
        self.keep_editing()
        self._editing = position
        self.editor.begin(self.rows.turn(position).revised_text, f"Revised turn {position}")
        self.editor.show()
        self.rows_changed()
        self.go_to_turn(position)
        self.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editing_changed.emit(True)

    def keep_editing(self) -> None:
        """Keep what is written in an open editor, and close it."""
        if self._editing:
            self._keep(self.editor.field.text())

    def stop_editing(self) -> None:
        """Close the editor; what was written in it is gone."""
        if not self._editing:
            return
        self._editing = 0
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.hide()
        self.rows_changed()
        self.editing_changed.emit(False)

    def row_height(self, row: int) -> float:
        height = super().row_height(row)
        if self.rows is None or not self._editing or row + 1 != self._editing:
            return height
        top = self._editor_top(self.rows.turn(self._editing))
        return max(height, top + self.editor.height_at(self._editor_width()) + ABOVE)

    def scrolled(self) -> None:
        if self._editing and self.rows is not None:
            tops = dict(self.visible_rows())
            row = self._editing - 1
            width = self._editor_width()
            columns = self.rows.columns
            left = columns.x(columns.column(revised=True) + TEXT_LEADING - EDITOR_OUT, width)
            top = HEAD + tops[row] + self._editor_top(self.rows.turn(row + 1)) if row in tops else -10_000
            self.editor.place(QRect(round(left), round(top), width, self.editor.height_at(width)))
        super().scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = self.rows.turns.count if self.rows else 0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {_Key.Key_Up: -1, _Key.Key_K: -1, _Key.Key_Down: 1, _Key.Key_J: 1, _Key.Key_Home: -count}
        steps[_Key.Key_End] = count
        if not self.single_keys:
            del steps[_Key.Key_J], steps[_Key.Key_K]
        if plain and event.key() in steps:
            self.go_to_turn(self._focused + steps[_Key(event.key())])
        elif plain and event.key() in (_Key.Key_PageUp, _Key.Key_PageDown):
            self.page_by(1 if event.key() == _Key.Key_PageDown else -1)
        elif plain and event.key() in (_Key.Key_Return, _Key.Key_Enter, _Key.Key_F2):
            self.edit_turn(self._focused)
        elif event.key() == _Key.Key_Backspace and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self._revert()
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed(event.position())
            elif event.type() == QEvent.Type.MouseButtonDblClick:
                self.edit_turn(self.turn_at(event.position()))
            return True
        return super().viewportEvent(event)

    def _pressed(self, place: QPointF) -> None:
        position = self.turn_at(place)
        if self.rows is None or not position:
            return
        if position == self._focused and not self._editing:
            top = dict(self.visible_rows())[position - 1] + HEAD
            row = self.rows.turn(position)
            inside = QPointF(place.x(), place.y() - top)
            pressed = next((name for name, at in buttons(row, self.rows.columns).items() if at.contains(inside)), "")
            if pressed == "rewrite":
                self.edit_turn(position)
            elif pressed == "revert":
                self._revert()
        self.go_to_turn(position)

    def _keep(self, text: str) -> None:
        position = self._editing
        self.stop_editing()
        self.kept.emit(position, text)

    def _revert(self) -> None:
        if self.rows is not None and self.rows.turns.count and self.rows.turn(self._focused).change is not None:
            self.revert_requested.emit(self._focused)

    def _editor_grown(self) -> None:
        if self._editing:
            self.rows_changed()

    def _editor_width(self) -> int:
        columns = self.rows.columns if self.rows else self._columns()
        return columns.column_width - TEXT_LEADING - TEXT_TRAILING + 2 * EDITOR_OUT

    def _editor_top(self, row: RevisionRow) -> float:
        return row.revised_top + 3
