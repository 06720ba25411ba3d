"""Where things are in an open conversation, for tests that click and that look at pixels."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from reviewer.gui.conversation.conversation_view import ConversationView

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def top_of(view: ConversationView, position: int) -> float:
    return dict(view.visible_rows())[position]


def rect_of(view: ConversationView, position: int, quote: str) -> QRectF:
    """The first line of some words, in viewport px."""
    row = view.rows.turn(position)
    start = row.text.index(quote)
    rect = row.rects(start, start + len(quote))[0]
    return rect.translated(view.rows.paper.text_left, top_of(view, position))


def point_in(view: ConversationView, position: int, quote: str) -> QPoint:
    """The middle of some words."""
    return rect_of(view, position, quote).center().toPoint()


def number_of(view: ConversationView, position: int) -> QPoint:
    row = view.rows.turn(position)
    return QPoint(view.rows.paper.left + 20, round(top_of(view, position) + row.top + 20))


def empty_paper(view: ConversationView, position: int = 7) -> QPoint:
    """Right of the last words of a short turn."""
    row = view.rows.turn(position)
    return QPoint(view.rows.paper.left + view.rows.paper.width - 40, round(top_of(view, position) + row.text_top + 12))


def click(view: ConversationView, place: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def drag(view: ConversationView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, modifiers, start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, left, modifiers, end)


def press(view: object, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(view, key, modifiers)


def selected(view: ConversationView) -> str:
    anchor = view.selection_anchor()
    return anchor.quote if anchor else ""
