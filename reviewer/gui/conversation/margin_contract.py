"""What the conversation view asks of whatever stands in its margin."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter


@dataclass(frozen=True, slots=True)
class Pin:
    """Where an annotation ends: `y` is the top of the line that holds its number, in viewport px."""

    annotation_id: str
    y: int


class Margin(Protocol):
    """Comment cards, or a narrow column of pins."""

    @property
    def width(self) -> int:
        """Room to keep free at the trailing side, in px."""
        ...

    def arrange(self, pins: Sequence[Pin], area: QRect) -> None:
        """Place what belongs to `pins` inside `area` of the viewport."""
        ...

    def paint(self, painter: QPainter) -> None:
        """Paint what was arranged."""
        ...

    def annotation_at(self, point: QPoint) -> str | None:
        """The annotation whose card or pin is at a point of the viewport."""
        ...
