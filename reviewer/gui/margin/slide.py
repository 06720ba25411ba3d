"""How far each card stands from its pin, moving there in 120 ms when the arrangement changes.

Only the distance to the pin moves, so that cards still scroll exactly with the text.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

DURATION = 120


class Slide(QObject):
    """Distances by comment id, in pixels."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now: dict[str, float] = {}
        self._from: dict[str, float] = {}
        self._to: dict[str, int] = {}
        self._motion = QVariantAnimation(self, duration=DURATION, startValue=0.0, endValue=1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._step)

    def set_duration(self, milliseconds: int) -> None:
        """0 moves at once, for people who asked for less motion."""
        self._motion.setDuration(milliseconds)

    def aim(self, distances: Mapping[str, int]) -> None:
        """Cards that were there slide to their new distance, others appear there."""
        if distances == self._to:
            return
        self._to = dict(distances)
        self._from = {one: self._now.get(one, there) for one, there in distances.items()}
        self._motion.stop()
        if self._motion.duration() and any(self._from[one] != there for one, there in distances.items()):
            self._now = dict(self._from)
            self._motion.start()
        else:
            self._now = dict(distances)

    def distance(self, annotation_id: str) -> int:
        """The distance to paint now; 0 for a card that is not there."""
        return round(self._now.get(annotation_id, 0))

    def _step(self, part: float) -> None:
        self._now = {one: start + (self._to[one] - start) * part for one, start in self._from.items()}
        self.moved.emit()
