"""The mouse in the conversation: caret, words, turns, annotations, actions, scrolling at the edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QCursor, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from reviewer.gui import utf16
from reviewer.gui.conversation.comment_choice import offer_comments
from reviewer.gui.conversation.hit_test import Target, Zone
from reviewer.gui.conversation.selection import Spot
from reviewer.gui.conversation.turn_actions import ACTION_NAMES

if TYPE_CHECKING:
    from reviewer.gui.conversation.conversation_view import ConversationView

EDGE_MS: Final = 30
EDGE_SHARE: Final = 0.4
"""Pixels scrolled in each step, for every pixel that the pointer is beyond the edge."""
_LEFT: Final = Qt.MouseButton.LeftButton
_Event = QEvent.Type
CURSORS: Final = {
    Zone.WORDS: Qt.CursorShape.IBeamCursor,
    Zone.ACTION: Qt.CursorShape.PointingHandCursor,
}


class ConversationMouse:
    """What the mouse does in the viewport of one view."""

    def __init__(self, view: ConversationView) -> None:
        self._view = view
        self._pressed: Target | None = None
        self._pressed_at = QPointF()
        self._dragged = False
        self._since_double = QElapsedTimer()
        self._edge = QTimer(view)
        self._edge.setInterval(EDGE_MS)
        self._edge.timeout.connect(self._scroll_at_edge)
        self._pointer = QPointF()
        view.viewport().setMouseTracking(True)

    def handled(self, event: QEvent) -> bool:
        """Act on an event of the viewport; says whether it meant something."""
        if self._view.rows is None or not self._view.rows.turns.count:
            return False
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self._view.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            return True
        if isinstance(event, QContextMenuEvent):
            return self._context(event)
        if isinstance(event, QHelpEvent):
            return self._tip(event)
        if event.type() == _Event.Leave:
            self._hover("")
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, button = event.type(), event.button()
        if kind == _Event.MouseMove:
            return self._moved(event)
        if button != _LEFT:
            return False
        if kind == _Event.MouseButtonPress:
            self._press(event)
        elif kind == _Event.MouseButtonDblClick:
            self._double(event.position())
        elif kind == _Event.MouseButtonRelease:
            self._release(event)
        return True

    def _press(self, event: QMouseEvent) -> None:
        view, place = self._view, event.position()
        beside = view.margin.annotation_at(place.toPoint()) if view.margin is not None else None
        if beside:
            view.activate_by_hand(beside)
            return
        target = view.target_at(place)
        self._pressed, self._pressed_at, self._dragged = target, place, False
        if target.zone is Zone.ACTION:
            return
        if self._triple(place):
            self._since_double.invalidate()
            self._dragged = True
            view.selection.put_both(Spot(target.position, 0), Spot(target.position, self._length(target.position)))
        elif target.zone is Zone.NUMBER:
            view.selection.put_turns(target.position, target.position, self._length(target.position))
            self._dragged = True
        else:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._dragged = extend
            view.selection.put(self._spot(target), extend=extend)
        view.caret_moved(show=False)

    def _double(self, place: QPointF) -> None:
        target = self._view.target_at(place)
        self._since_double.start()
        self._pressed, self._pressed_at, self._dragged = target, place, True
        if target.zone in (Zone.NUMBER, Zone.ACTION):
            return
        start, end = utf16.word_at(self._text(target.position), target.point)
        self._view.selection.put_both(Spot(target.position, start), Spot(target.position, end))
        self._view.caret_moved(show=False)

    def _moved(self, event: QMouseEvent) -> bool:
        self._pointer = event.position()
        if not event.buttons() & _LEFT or self._pressed is None:
            self._point_at(event.position())
            return False
        if self._pressed.zone is Zone.ACTION:
            return True
        far = (event.position() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if far or (self._dragged and not self._since_double.isValid()):
            self._dragged = True
            self._drag_to(event.position())
            beyond = not 0 <= event.position().y() < self._view.viewport().height()
            if beyond and not self._edge.isActive():
                self._edge.start()
            elif not beyond:
                self._edge.stop()
        return True

    def _drag_to(self, place: QPointF) -> None:
        view, pressed = self._view, self._pressed
        if pressed is None:
            return
        target = view.target_at(place)
        if pressed.zone is Zone.NUMBER:
            last = self._length(max(target.position, pressed.position))
            view.selection.put_turns(pressed.position, target.position, last)
        else:
            view.selection.put(self._spot(target), extend=True)
        view.caret_moved(show=False)

    def _release(self, event: QMouseEvent) -> None:
        self._edge.stop()
        pressed, self._pressed = self._pressed, None
        view = self._view
        if pressed is None:
            return
        if pressed.zone is Zone.ACTION:
            if view.target_at(event.position()).action == pressed.action:
                view.turn_action.emit(pressed.action, pressed.position)
        elif self._dragged and not view.selection.empty:
            if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._grow()
            view.caret_moved(show=False)
            words = view.selected_rect()
            words.moveTopLeft(view.viewport().mapToGlobal(words.topLeft()))
            view.mouse_selection_finished.emit(event.globalPosition().toPoint(), words)
        else:
            self._clicked(pressed)

    def _clicked(self, target: Target) -> None:
        view, found = self._view, target.annotations
        if target.zone is Zone.MORE:
            offer_comments(view, found, view.viewport().mapToGlobal(self._pressed_at.toPoint()))
            return
        if view.active in found:
            view.activate_by_hand(found[(found.index(view.active) + 1) % len(found)])
        else:
            view.activate_by_hand(found[0] if found else "")

    def _grow(self) -> None:
        """Both ends of the selection grow to whole words."""
        selection = self._view.selection
        if selection.whole_turns:
            return
        first, last = selection.first, selection.last
        start = utf16.grown_to_words(self._text(first.turn), first.point, first.point)[0]
        end = utf16.grown_to_words(self._text(last.turn), last.point, last.point)[1]
        ends = Spot(first.turn, start), Spot(last.turn, end)
        selection.put_both(*(ends if selection.anchor <= selection.caret else ends[::-1]))

    def _scroll_at_edge(self) -> None:
        y, height = self._pointer.y(), self._view.viewport().height()
        beyond = y if y < 0 else y - height
        self._view.scroll_by(beyond * EDGE_SHARE)
        self._drag_to(QPointF(self._pointer.x(), max(0.0, min(y, height - 1.0))))

    def _point_at(self, place: QPointF) -> None:
        view = self._view
        target = view.target_at(place)
        if target.action != view.pointed_action:
            view.pointed_action = target.action
            view.viewport().update()
        beside = view.margin.annotation_at(place.toPoint()) if view.margin is not None else None
        if not beside:
            self._hover(target.annotations[0] if target.annotations else "")
        shape = CURSORS.get(target.zone, Qt.CursorShape.ArrowCursor)
        over = Qt.CursorShape.PointingHandCursor if beside or target.annotations else shape
        if view.viewport().cursor().shape() != over:
            view.viewport().setCursor(QCursor(over))

    def _hover(self, annotation_id: str) -> None:
        if annotation_id != self._view.hovered:
            self._view.set_hovered(annotation_id)
            self._view.annotation_hovered.emit(annotation_id)

    def _context(self, event: QContextMenuEvent) -> bool:
        view = self._view
        beside = view.margin.annotation_at(event.pos()) if view.margin is not None else None
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if beside and (by_mouse or not view.hasFocus()):
            view.activate_by_hand(beside)
            view.comment_menu_wanted.emit(beside, event.globalPos())
            return True
        if not by_mouse:
            caret = view.caret_rect()
            place = caret.bottomLeft() if caret.height() > 0 else QPoint(24, 24)
            view.context_requested.emit(view.viewport().mapToGlobal(place))
            return True
        target = view.target_at(QPointF(event.pos()))
        span = view.selection.span_in(target.position, self._length(target.position))
        inside = span is not None and span[0] <= target.point <= span[1]
        if target.zone is not Zone.OUTSIDE and not inside and not view.selection.whole_turns:
            view.selection.put(self._spot(target))
            view.caret_moved(show=False)
            if target.annotations and view.active not in target.annotations:
                view.activate_by_hand(target.annotations[0])
        view.context_requested.emit(event.globalPos())
        return True

    def _tip(self, event: QHelpEvent) -> bool:
        action = self._view.target_at(QPointF(event.pos())).action
        QToolTip.showText(event.globalPos(), ACTION_NAMES.get(action, ""), self._view)
        return True

    def _triple(self, place: QPointF) -> bool:
        near = (place - self._pressed_at).manhattanLength() < QApplication.startDragDistance()
        quick = self._since_double.isValid() and self._since_double.elapsed() < QApplication.doubleClickInterval()
        return near and quick

    def _spot(self, target: Target) -> Spot:
        return Spot(target.position, utf16.grapheme_start(self._text(target.position), target.point))

    def _text(self, position: int) -> str:
        return self._view.rows.turns.turn(position).text if self._view.rows else ""

    def _length(self, position: int) -> int:
        return len(self._text(position))
