"""The revised dialogue beside the original, with the editor over the turn being rewritten."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import RevisedTurn
from reviewer.gui import fonts
from reviewer.gui.conversation.accessible import install
from reviewer.gui.conversation.columns import TEXT_LEADING, TEXT_TRAILING
from reviewer.gui.conversation.revision_mouse import RevisionMouse
from reviewer.gui.conversation.revision_painter import HEAD
from reviewer.gui.conversation.revision_row import ABOVE, RevisionRow
from reviewer.gui.conversation.revision_rows import RevisionRows
from reviewer.gui.conversation.revision_sheet import RevisionSheet
from reviewer.gui.conversation.turn_editor import TurnEditor
from reviewer.gui.conversation.turn_source import TurnSource
from reviewer.gui.conversation.voices import RevisionVoice
from reviewer.gui.theme import Theme

EDITOR_OUT: Final = 11
_Key = Qt.Key


@dataclass(frozen=True, slots=True)
class Written:
    """Words for the row that sorts by `key`, or for a `new` turn; `caret` in code points.

    `action` is what is asked of them: keep, split, join or insert.
    """

    key: str
    text: str
    action: str
    caret: int
    new: RevisedTurn | None = None


class RevisionView(RevisionSheet):
    """Asks for changes by `wanted` (a word for the action) and `written`; rows count from 0."""

    wanted = Signal(str)
    """insert, insert_above, remove, restore, revert, up, down, join or speaker: on the focused row."""
    moved = Signal(int, int)
    """A row was dragged to stand before another."""
    written = Signal(object)
    """What is Written in the editor, which is closed by then."""
    focused_turn_changed = Signal(int)
    row_moved = Signal()
    editing_changed = Signal(bool)
    context_requested = Signal(object)
    """The menu at a place of the screen."""
    drafted = Signal(str, str, object)
    """Where the row sorts, what is written there and not kept (nothing when it is), and a new turn if it is one."""

    voice_kind = RevisionVoice

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        install()
        super().__init__(theme, parent)
        self.may_edit: Callable[[], bool] = lambda: True
        self.pending: RevisedTurn | None = None
        """A new turn in the editor that is not saved yet."""
        self.editor = TurnEditor(theme, self.viewport())
        self.editor.hide()
        self.editor.done.connect(self._write)
        self.editor.left.connect(self._leave)
        self.editor.drafted.connect(self._keep_draft)
        self.drafts: dict[str, str] = {}
        """What was written and not kept, by where the row sorts."""
        self.editor.grown.connect(self._editor_grown)
        self._mouse = RevisionMouse(self)
        self.setAccessibleName("Revised dialogue")

    def open(self, full: FullReview, turns: TurnSource) -> None:
        """Show the revision of a transcript from its start."""
        self.stop_editing()
        self.rows = RevisionRows(full, turns, self._columns())
        self.rows.unfinished = frozenset(self.drafts)
        self._focused = 0
        self.rows_changed(reset=True)
        self.focused_turn_changed.emit(1)

    def set_review(self, full: FullReview) -> None:
        """Show the same transcript with the changes of `full`; what is being written stays."""
        if self.rows is None:
            return
        key, editing = self.focused_key(), self.editing_key
        self.rows.set_review(full, self.pending)
        self._focused = self.rows.row_at(key)
        if editing is not None:
            self._editing = self.rows.row_at(editing)
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
    def editing(self) -> bool:
        """Whether the editor is open."""
        return self._editing is not None

    @property
    def editing_key(self) -> str | None:
        """Where the turn in the editor sorts; None without one."""
        if self.rows is None or self._editing is None:
            return None
        return self.rows.dialogue.key_at(self.rows.in_dialogue(self._editing))

    def row_changed(self) -> None:
        self.row_moved.emit()
        self.focused_turn_changed.emit(self.focused_turn())

    def edit_turn(self, position: int) -> None:
        """Open the editor over the revised words of an original turn."""
        if self.rows is not None and 1 <= position <= self.rows.turns.count:
            self.edit_row(self.rows.shown(self.rows.dialogue.row_of(position)))

    def edit_row(self, row: int) -> None:
        """Open the editor over a row; what is written for another is kept."""
        if self.rows is None or not 0 <= row < self.rows.count or row == self._editing or not self.may_edit():
            return
        key = self.rows.dialogue.key_at(self.rows.in_dialogue(row))
        self.keep_editing()
        row = self.rows.row_at(key)
        found = self.rows.row(row)
        if found.after is None and not found.removed:
            return
        number = found.after.turn.position if found.after else found.position
        self._editing = row
        name = f"Revised turn {number}" if self.pending is None else "New turn"
        self.editor.begin(found.revised_text, name, draft=self.drafts.get(key))
        self.editor.show()
        self.rows_changed()
        self.go_to_row(row)
        self.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editing_changed.emit(True)

    def edit_key(self, key: str) -> None:
        """Open the editor over the row that sorts by `key`, or the next one."""
        if self.rows is not None and self.rows.count:
            self.edit_row(self.rows.row_at(key))

    def write_new(self, full: FullReview, pending: RevisedTurn) -> None:
        """Open the editor over a turn that is not there yet."""
        if self.rows is None or not self.may_edit():
            return
        self.keep_editing()
        self.pending = pending
        self.rows.set_review(full, pending)
        self.edit_row(self.rows.row_at(pending.order_key))

    def keep_editing(self) -> None:
        """Keep what is written in an open editor, and close it."""
        if self.editing:
            self._write("keep")

    def stop_editing(self) -> None:
        """Close the editor; what was written in it is gone."""
        if not self.editing:
            return
        self._editing = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.hide()
        if self.pending is not None and self.rows is not None:
            pending, self.pending = self.pending, None
            self.rows.set_review(self.rows.saved)
            self._focused = self.rows.row_at(pending.order_key)
        self.rows_changed()
        self.editing_changed.emit(False)

    def row_height(self, row: int) -> float:
        height = super().row_height(row)
        if self.rows is None or row != self._editing:
            return height
        top = self._editor_top(self.rows.row(row))
        return max(height, top + self.editor.height_at(self._editor_width()) + ABOVE)

    def scrolled(self) -> None:
        if self._editing is not None and self.rows is not None:
            tops = dict(self.visible_rows())
            row, width = self._editing, self._editor_width()
            columns = self.rows.columns
            left = columns.x(columns.column(revised=True) + TEXT_LEADING - EDITOR_OUT, width)
            top = HEAD + tops[row] + self._editor_top(self.rows.row(row)) if row in tops else -10_000
            self.editor.place(QRect(round(left), round(top), width, self.editor.height_at(width)))
        super().scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = self.rows.count if self.rows else 0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {_Key.Key_Up: -1, _Key.Key_K: -1, _Key.Key_Down: 1, _Key.Key_J: 1, _Key.Key_Home: -count}
        steps[_Key.Key_End] = count
        if not self.single_keys:
            del steps[_Key.Key_J], steps[_Key.Key_K]
        if plain and event.key() in steps:
            self.go_to_row(self._focused + steps[_Key(event.key())])
        elif plain and event.key() in (_Key.Key_PageUp, _Key.Key_PageDown):
            self.page_by(1 if event.key() == _Key.Key_PageDown else -1)
        elif plain and event.key() in (_Key.Key_Return, _Key.Key_Enter, _Key.Key_F2):
            self.edit_row(self._focused)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and self._mouse.take(event):
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            row = self.row_under(event.pos().toPointF())
            if row is not None:
                self.go_to_row(row)
            self.context_requested.emit(event.globalPos())
        else:
            top = self.row_top(self._focused) or HEAD
            columns = self._columns()
            place = columns.rect(columns.column(revised=True) + TEXT_LEADING, top + ABOVE + 20, 1, 1)
            self.context_requested.emit(self.viewport().mapToGlobal(place.topLeft().toPoint()))

    def _leave(self) -> None:
        """Close the editor; what is written in it waits for the next time."""
        self._keep_draft(self.editor.field.text() if self.editor.changed else "")
        self.stop_editing()

    def _keep_draft(self, text: str) -> None:
        key = self.editing_key
        if key is None or self.drafts.get(key, "") == text:
            return
        self.drafts[key] = text
        if not text:
            del self.drafts[key]
        if self.rows is not None:
            self.rows.unfinished = frozenset(self.drafts)
        self.drafted.emit(key, text, self.pending)

    def _write(self, action: str) -> None:
        key = self.editing_key
        if key is not None:
            self._keep_draft("")
            found = Written(key, self.editor.field.text(), action, self.editor.caret(), self.pending)
            self.stop_editing()
            self.written.emit(found)

    def _editor_grown(self) -> None:
        if self.editing:
            self.rows_changed()

    def _editor_width(self) -> int:
        columns = self.rows.columns if self.rows else self._columns()
        return columns.column_width - TEXT_LEADING - TEXT_TRAILING + 2 * EDITOR_OUT

    def _editor_top(self, row: RevisionRow) -> float:
        return row.revised_top + 3
