"""The places of cards or numbered pins for the pins on screen; only these are measured."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect

from reviewer.gui import fonts
from reviewer.gui.conversation.margin_contract import Pin
from reviewer.gui.margin.column import KEEP_CLEAR, PIN_SIZE
from reviewer.gui.margin.layout import card_tops

ABOVE_LINE = 6
"""A card begins this much above the line of its pin, so that its first line stands beside it."""
CROWDED = 96
"""A card that would stand farther than this from its pin shows one line in place of two."""
ROOMY_LINES, CROWDED_LINES = 2, 1
PIN_GAP = 4
TOUCHING = 30
"""Pixels at the end of a lifted card that still stand beside the line of its pin."""

Measure = Callable[[str, int], int]
"""Height of the card of a comment when its text may take a number of lines."""


@dataclass(frozen=True, slots=True)
class Places:
    """Distances of the cards from their pins by comment id, and how many lines each shows."""

    distances: Mapping[str, int] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)


def card_places(
    pins: Sequence[Pin], measure: Measure, active: str = "", active_height: int = 0, lift: int = 0
) -> Places:
    """Cards beside `pins`; the card `active` stands at its pin, `lift` pixels higher when that was needed to see it."""
    wanted = [pin.y - ABOVE_LINE for pin in pins]
    roomy = card_tops(wanted, [measure(pin.annotation_id, ROOMY_LINES) for pin in pins])
    lines = {
        pin.annotation_id: CROWDED_LINES if abs(top - want) > CROWDED else ROOMY_LINES
        for pin, top, want in zip(pins, roomy, wanted, strict=True)
    }
    heights = [
        active_height if pin.annotation_id == active else measure(pin.annotation_id, lines[pin.annotation_id])
        for pin in pins
    ]
    index = _index(pins, active)
    if index is not None:
        wanted[index] -= lift
    tops = card_tops(wanted, heights, index)
    return Places({pin.annotation_id: top - pin.y for pin, top in zip(pins, tops, strict=True)}, lines)


def pin_places(pins: Sequence[Pin], active: str = "") -> Places:
    """Numbered pins in a narrow column; the active one stands exactly beside its words."""
    tops = card_tops([pin.y for pin in pins], [fonts.scaled(PIN_SIZE)] * len(pins), _index(pins, active), PIN_GAP)
    return Places({pin.annotation_id: top - pin.y for pin, top in zip(pins, tops, strict=True)})


class Lift:
    """How far the open card rises so that its end is on screen; decided when it opens or grows, not while scrolling."""

    def __init__(self) -> None:
        self._decided: tuple[str, int, int] | None = None
        self.pixels = 0

    def decide(self, pin: Pin | None, height: int, area: QRect) -> None:
        """Decide for the card of `pin` in the margin at `area`; it never rises past the line of its pin."""
        if pin is None:
            return
        case = pin.annotation_id, height, area.height()
        if case == self._decided:
            return
        self._decided = case
        below = pin.y - ABOVE_LINE + height - (area.bottom() - KEEP_CLEAR)
        on_screen = area.top() <= pin.y <= area.bottom()
        self.pixels = max(0, min(below, height - TOUCHING)) if on_screen else 0

    def forget(self) -> None:
        """Decide anew for the next card."""
        self._decided = None
        self.pixels = 0


def _index(pins: Sequence[Pin], active: str) -> int | None:
    return next((index for index, pin in enumerate(pins) if pin.annotation_id == active), None)
