"""The blinking of the caret while the conversation has the keyboard."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication


class CaretBlink:
    """Shown at once on every move, then on and off as the system says; hidden without the keyboard."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        self._view = view
        self._on = False
        self._timer = QTimer(view)
        self._timer.timeout.connect(self._turn)

    @property
    def shown(self) -> bool:
        """Whether the caret is to be painted."""
        return self._on and self._view.hasFocus()

    def restart(self) -> None:
        """The caret moved, or the keyboard came."""
        self._on = True
        time = QApplication.cursorFlashTime()
        if time > 0 and self._view.hasFocus():
            self._timer.start(time // 2)
        self._view.viewport().update()

    def stop(self) -> None:
        """The keyboard went."""
        self._timer.stop()
        self._on = False
        self._view.viewport().update()

    def _turn(self) -> None:
        self._on = not self._on
        self._view.viewport().update()
