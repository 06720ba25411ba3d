"""Focus mode: the conversation alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow


class FocusMode(QObject):
    """F11 enters and leaves it; Esc leaves it when there is nothing else to leave; another page ends it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.review.installEventFilter(self)
        window.pages.currentChanged.connect(lambda _: self.leave())

    def toggle(self) -> None:
        """Enter or leave."""
        if self._window.review.focusing:
            self.leave()
        elif self._window.session.full is not None:
            self._window.show_mode("review")
            self._show(on=True)

    def leave(self) -> None:
        """Show everything again."""
        if self._window.review.focusing:
            self._show(on=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() == Qt.Key.Key_Escape and self._window.review.focusing:  # type: ignore[attr-defined]
            self.leave()
            return True
        return False

    def _show(self, *, on: bool) -> None:
        window, review = self._window, self._window.review
        review.keep_all()
        review.focusing = on
        for part in (window.rail, window.status, review.toolbar):
            part.setVisible(not on)
        if on:
            review.margin.set_active("")
        review.view.set_focus_mode(on)
        review.fit()
        review.current_view.setFocus()
