"""What a job writes, told to the window a few times a second in place of once for every file."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reviewer.domain.edit import LIBRARY, Edit, Op

TOLD_MS = 250


class GatheredEdits(QObject):
    """Puts the edits of the library that come close together into one; all others are handed on at once."""

    def __init__(self, tell: Callable[[Edit], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._waiting: list[Edit] = []
        self._pause = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._pause.timeout.connect(self.tell)

    def take(self, edit: Edit) -> None:
        """Tell of an edit soon."""
        if edit.scope != LIBRARY:
            self.tell()
            self._tell(edit)
            return
        self._waiting.append(edit)
        if not self._pause.isActive():
            self._pause.start()

    def tell(self) -> None:
        """Tell of what waits, now."""
        self._pause.stop()
        waiting, self._waiting = self._waiting, []
        if len(waiting) == 1:
            self._tell(waiting[0])
        elif waiting:
            deltas = tuple(delta for edit in waiting for delta in edit.deltas)
            self._tell(Edit(Op.IMPORT_TRANSCRIPT, deltas, LIBRARY))
