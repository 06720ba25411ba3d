"""The conversation as screen readers get it: a list whose items are the turns on screen.

Qt asks the factory for each widget; Python objects stay referenced by the view, since Qt keeps bare pointers to them.
A selection can be read from an item's description and not from its text interface, whose `selection` needs pointers.
"""

from typing import Final, Protocol

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QWindow,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

_TextKind: Final = QAccessible.Text
_state = {"installed": False}


class Voice(Protocol):
    """What a conversation says about itself. Turns by position, places in UTF-16 units, rectangles on the screen."""

    def turns(self) -> list[int]:
        """The turns on screen, in order."""
        ...

    def name(self, position: int) -> str:
        """All that is to be said about a turn."""
        ...

    def description(self, position: int) -> str:
        """What is selected in it, or nothing."""
        ...

    def text(self, position: int) -> str:
        """The words of a turn alone."""
        ...

    def rect(self, position: int) -> QRect:
        """Where a turn is."""
        ...

    def focused(self) -> int:
        """The turn that has the caret."""
        ...

    def caret(self) -> int:
        """Where the caret stands in it."""
        ...

    def character(self, position: int, place: int) -> QRect:
        """Where a character of a turn is."""
        ...

    def put_caret(self, position: int, first: int, last: int) -> None:
        """Select words of a turn; equal ends put the caret there."""
        ...


class TurnText(QAccessibleTextInterface):
    """The words of one item."""

    def __init__(self, item: "TurnItem") -> None:
        super().__init__()
        self._item = item

    def characterCount(self) -> int:
        return len(self._units()) // 2

    def cursorPosition(self) -> int:
        voice = self._item.voice
        return voice.caret() if voice.focused() == self._item.position else -1

    def text(self, start: int, end: int) -> str:
        return self._units()[2 * start : 2 * end].decode("utf-16-le", "replace")

    def characterRect(self, offset: int) -> QRect:
        return self._item.voice.character(self._item.position, offset)

    def offsetAtPoint(self, point: QPoint) -> int:
        inside = (place for place in range(self.characterCount()) if self.characterRect(place).contains(point))
        return next(inside, -1)

    def setCursorPosition(self, position: int) -> None:
        self._item.voice.put_caret(self._item.position, position, position)

    def setSelection(self, number: int, start: int, end: int) -> None:
        self._item.voice.put_caret(self._item.position, start, end)

    def addSelection(self, start: int, end: int) -> None:
        self._item.voice.put_caret(self._item.position, start, end)

    def removeSelection(self, number: int) -> None:
        self._item.voice.put_caret(self._item.position, self.cursorPosition(), self.cursorPosition())

    def scrollToSubstring(self, start: int, end: int) -> None:
        return

    def selectionCount(self) -> int:
        return 0

    def _units(self) -> bytes:
        return self._item.voice.text(self._item.position).encode("utf-16-le", "surrogatepass")


class TurnItem(QAccessibleInterface):
    """The turn that is at one place of the list now."""

    def __init__(self, parent: "ConversationList", place: int) -> None:
        super().__init__()
        self._parent = parent
        self._place = place
        self._text = TurnText(self)

    @property
    def voice(self) -> Voice:
        """Who knows the turns."""
        return self._parent.voice

    @property
    def position(self) -> int:
        """The turn's number; 0 when fewer turns are on screen."""
        turns = self._parent.turns()
        return turns[self._place] if self._place < len(turns) else 0

    def isValid(self) -> bool:
        return Shiboken.isValid(self._parent) and Shiboken.isValid(self._parent.view) and self.position > 0

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._parent.window()

    def parent(self) -> QAccessibleInterface:
        return self._parent

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, other: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = state.readOnly = state.multiLine = state.selectableText = True
        here = self.voice.focused() == self.position
        state.focused = here and self._parent.view.hasFocus()
        state.selected = here
        return state

    def text(self, t: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if t == _TextKind.Name:
            return self.voice.name(self.position)
        if t == _TextKind.Value:
            return self.voice.text(self.position)
        return self.voice.description(self.position) if t == _TextKind.Description else ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        return

    def rect(self) -> QRect:
        return self.voice.rect(self.position) if self.isValid() else QRect()

    def interface_cast(self, other: QAccessible.InterfaceType) -> int:
        if other != QAccessible.InterfaceType.TextInterface:
            return None  # type: ignore[return-value]
        return Shiboken.VoidPtr(Shiboken.getCppPointer(self._text)[0])  # type: ignore[return-value]


class ConversationList(QAccessibleObject):
    """The view itself."""

    def __init__(self, view: QWidget, voice: Voice) -> None:
        super().__init__(view)
        self.view = view
        self.voice = voice
        self._items: list[TurnItem] = []

    def turns(self) -> list[int]:
        """The turns on screen."""
        return self.voice.turns()

    def item(self, place: int) -> TurnItem:
        """The item at a place, from 0; made once and kept."""
        while len(self._items) <= place:
            self._items.append(TurnItem(self, len(self._items)))
        return self._items[place]

    def focused_place(self) -> int:
        """Where in the list the focused turn is; −1 when it is not on screen."""
        turns, focused = self.turns(), self.voice.focused()
        return turns.index(focused) if focused in turns else -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.view.hasFocus()
        state.invisible = not self.view.isVisible()
        return state

    def text(self, t: QAccessible.Text) -> str:
        return self.view.accessibleName() if t == _TextKind.Name else ""

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        above = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above else None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self.view.window().windowHandle()

    def childCount(self) -> int:
        return len(self.turns())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.item(index) if 0 <= index < self.childCount() else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        place = self.focused_place()
        return self.item(place) if place >= 0 else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        places = range(self.childCount())
        return next((self.item(place) for place in places if self.item(place).rect().contains(x, y)), None)

    def indexOfChild(self, other: QAccessibleInterface) -> int:
        return self._items.index(other) if isinstance(other, TurnItem) and other in self._items else -1

    def rect(self) -> QRect:
        return QRect(self.view.mapToGlobal(QPoint(0, 0)), self.view.size())


def install() -> None:
    """Let screen readers see the turns of views that have a `voice_kind`; before the first of them is made."""
    if not _state["installed"]:
        QAccessible.installFactory(_factory)
        _state["installed"] = True


def list_of(view: QWidget) -> ConversationList:
    """The list that stands for a view; made when first asked for, and kept by the view."""
    own = vars(view).get("accessible_list")
    if not isinstance(own, ConversationList):
        own = ConversationList(view, type(view).voice_kind(view))  # type: ignore[attr-defined]
        vars(view)["accessible_list"] = own
    return own


def tell_caret(view: QWidget, *, turn_changed: bool) -> None:
    """Tell a screen reader, where one listens, that the caret moved."""
    if not QAccessible.isActive() or not view.hasFocus():
        return
    own = list_of(view)
    place = own.focused_place()
    if place < 0:
        return
    if turn_changed:
        focus = QAccessibleEvent(view, QAccessible.Event.Focus)
        focus.setChild(place)
        QAccessible.updateAccessibility(focus)
    QAccessible.updateAccessibility(QAccessibleTextCursorEvent(own.item(place), own.voice.caret()))


def _factory(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    return list_of(thing) if isinstance(thing, QWidget) and hasattr(type(thing), "voice_kind") else None
