"""Which card is under the pointer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget


class Pointer(QObject):
    """Watches a viewport and says when the pointer comes to another card."""

    moved_to = Signal(str)

    def __init__(self, viewport: QWidget, card_at: Callable[[QPoint], str | None]) -> None:
        super().__init__(viewport)
        self._card_at = card_at
        self._there = ""
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._go(self._card_at(event.position().toPoint()) or "")
        elif event.type() == QEvent.Type.Leave:
            self._go("")
        return False

    def _go(self, annotation_id: str) -> None:
        if annotation_id != self._there:
            self._there = annotation_id
            self.moved_to.emit(annotation_id)
