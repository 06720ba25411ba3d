"""The keyboard in the conversation: caret, turns, selection, scrolling."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from reviewer.gui import utf16
from reviewer.gui.conversation.selection import Spot

if TYPE_CHECKING:
    from reviewer.gui.conversation.conversation_view import ConversationView
    from reviewer.gui.conversation.review_row import ReviewRow
    from reviewer.gui.conversation.review_rows import ReviewRows

_Key = Qt.Key
LETTERS: Final = (_Key.Key_J, _Key.Key_K)
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_OTHERS: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ConversationKeys:
    """What the keys of one view do; keys that mean nothing here go on to the window."""

    def __init__(self, view: ConversationView) -> None:
        self._view = view
        self._rows: ReviewRows
        self._plain: dict[int, Callable[[], Spot]] = {
            _Key.Key_Left: self._left,
            _Key.Key_Right: self._right,
            _Key.Key_Up: lambda: self._turn(-1),
            _Key.Key_K: lambda: self._turn(-1),
            _Key.Key_Down: lambda: self._turn(1),
            _Key.Key_J: lambda: self._turn(1),
            _Key.Key_Home: lambda: Spot(1, 0),
            _Key.Key_End: self._last,
        }
        self._with_control: dict[int, Callable[[], Spot]] = {
            _Key.Key_Left: lambda: self._word(back=not self._right_to_left()),
            _Key.Key_Right: lambda: self._word(back=self._right_to_left()),
        }

    def pressed(self, event: QKeyEvent) -> bool:
        """Act on a key; says whether it meant something."""
        rows = self._view.rows
        if rows is None or not rows.turns.count or event.modifiers() & _OTHERS:
            return False
        self._rows = rows
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
            return True
        if event.matches(QKeySequence.StandardKey.Copy):
            return self._copy()
        if event.key() in (_Key.Key_PageDown, _Key.Key_PageUp) and not event.modifiers() & _CONTROL:
            self._page(1 if event.key() == _Key.Key_PageDown else -1)
            return True
        if event.key() == _Key.Key_Escape:
            return self._escape()
        return self._move(event)

    def _move(self, event: QKeyEvent) -> bool:
        table = self._with_control if event.modifiers() & _CONTROL else self._plain
        move = table.get(event.key())
        if move is None or (event.key() in LETTERS and not self._view.single_keys):
            return False
        view = self._view
        before = view.focused_turn()
        extend = bool(event.modifiers() & _SHIFT)
        view.selection.put(move(), extend=extend)
        if view.focused_turn() != before and not extend:
            view.show_turn(view.focused_turn())
        view.caret_moved()
        return True

    def _left(self) -> Spot:
        return self._step(self._row().block.left_of, back=not self._right_to_left())

    def _right(self) -> Spot:
        return self._step(self._row().block.right_of, back=self._right_to_left())

    def _step(self, move: Callable[[int], int | None], *, back: bool) -> Spot:
        caret = self._view.caret
        point = move(caret.point)
        if point is not None:
            text = self._row().text
            whole = utf16.grapheme_start if point < caret.point else utf16.grapheme_end
            return Spot(caret.turn, whole(text, point))
        return self._over_the_edge(back=back)

    def _over_the_edge(self, *, back: bool) -> Spot:
        caret = self._view.caret
        if back and caret.turn > 1:
            return Spot(caret.turn - 1, self._length(caret.turn - 1))
        if not back and caret.turn < self._count():
            return Spot(caret.turn + 1, 0)
        return caret

    def _word(self, *, back: bool) -> Spot:
        caret = self._view.caret
        text = self._row().text
        if caret.point == (0 if back else len(text)):
            return self._over_the_edge(back=back)
        move = utf16.previous_word if back else utf16.next_word
        return Spot(caret.turn, move(text, caret.point))

    def _turn(self, step: int) -> Spot:
        caret = self._view.caret
        target = caret.turn + step
        if target < 1:
            return Spot(1, 0)
        if target > self._count():
            return self._last()
        return Spot(target, 0)

    def _last(self) -> Spot:
        return Spot(self._count(), self._length(self._count()))

    def _page(self, pages: int) -> None:
        view = self._view
        view.page_by(pages)
        shown = [row for row, top in view.visible_rows() if 1 <= row <= self._count() and top >= 0]
        if shown:
            at_end = pages > 0 and shown[-1] == self._count()
            view.selection.put(Spot(shown[-1] if at_end else shown[0], 0))
        view.caret_moved(show=False)

    def _select_all(self) -> None:
        view = self._view
        caret, selection = view.caret, view.selection
        turn = Spot(caret.turn, 0), Spot(caret.turn, self._length(caret.turn))
        if selection.whole_turns or (selection.first, selection.last) == turn:
            selection.put_turns(1, self._count(), self._length(self._count()))
        else:
            selection.put_both(*turn)
        view.caret_moved(show=False)

    def _copy(self) -> bool:
        anchor = self._view.selection_anchor()
        if anchor is not None:
            QGuiApplication.clipboard().setText(anchor.quote)
        return anchor is not None

    def _escape(self) -> bool:
        view = self._view
        if view.active:
            view.activate_by_hand("")
            return True
        if view.selection.empty:
            return False
        view.clear_selection()
        return True

    def _row(self) -> ReviewRow:
        return self._rows.turn(self._view.focused_turn())

    def _right_to_left(self) -> bool:
        return self._row().block.right_to_left

    def _count(self) -> int:
        return self._rows.turns.count

    def _length(self, position: int) -> int:
        return len(self._rows.turns.turn(position).text)
