"""Text with the numbers of its comments after the words they belong to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from reviewer.gui import fonts
from reviewer.gui.conversation.marks import NumberedPin
from reviewer.gui.conversation.shown_text import Gap, ShownText
from reviewer.gui.conversation.text_block import TextBlock

SIZE: Final = 15
BEFORE, AFTER, APART = 3, 1, 4


@dataclass(frozen=True, slots=True)
class PlacedPin:
    """A pin and its rectangle, in px from the top left of the text."""

    pin: NumberedPin
    rect: QRectF
    line_top: float


class PinnedText:
    """A text block and the pins in it."""

    def __init__(
        self,
        text: str,
        pins: Sequence[NumberedPin],
        font: QFont,
        size: tuple[float, float],
        *,
        mirrored: bool = False,
        extra: Callable[[int, int], float] = lambda first, last: 0.0,
    ) -> None:
        """`size` is the width of the text and the height of a line; the rest as for `TextBlock`."""
        self._widths = [pin_width(pin.number) for pin in pins]
        gaps = [
            Gap(pin.point, BEFORE + wide + AFTER + (APART if pin.apart else 0))
            for pin, wide in zip(pins, self._widths, strict=True)
        ]
        self.block = TextBlock(ShownText(text, gaps), font, *size, mirrored=mirrored, extra=extra)
        self.pins = tuple(self._placed(number, pin) for number, pin in enumerate(pins))

    def _placed(self, number: int, pin: NumberedPin) -> PlacedPin:
        gap = self.block.gap(number)
        before = BEFORE + (APART if pin.apart else 0)
        left = gap.left + (AFTER if self.block.right_to_left else before)
        height = fonts.scaled(SIZE)
        top = gap.line.baseline - height - 1
        return PlacedPin(pin, QRectF(round(left), round(top), self._widths[number], height), gap.line.top)


def pin_width(number: int) -> int:
    """How wide the pin with this number is."""
    words = QFontMetricsF(fonts.font(10, 700)).horizontalAdvance(str(number))
    return max(fonts.scaled(SIZE), round(words) + 6)
