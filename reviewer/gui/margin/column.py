"""The margin as a column of the viewport: where the paper ends, where cards and pins begin."""

from dataclasses import dataclass

from PySide6.QtCore import QLine, QRect

from reviewer.gui import fonts
from reviewer.gui.conversation.margin_contract import Pin

CARD_WIDTH, WIDEST_CARD = 252, 340
LEADING, TRAILING = 16, 12
COMPACT_WIDTH = 36
PIN_SIZE = 22
LEAST_CARD = 120
FAR_AWAY = -20_000
KEEP_CLEAR = 8
ABOVE_PIN = 6


@dataclass(frozen=True, slots=True)
class Column:
    """`area` in viewport pixels; `compact` holds numbered pins, else cards; `mirrored` has the paper at its right."""

    area: QRect
    compact: bool = False
    mirrored: bool = False

    @property
    def width(self) -> int:
        """Pixels that the margin asks for."""
        return fonts.scaled(COMPACT_WIDTH) if self.compact else LEADING + usual_width() + TRAILING

    @property
    def card_width(self) -> int:
        """Pixels that a card may take."""
        if self.compact or not self.area.isValid():
            return usual_width()
        return max(LEAST_CARD, self.area.width() - LEADING - TRAILING)

    def card(self, pin: Pin, distance: int, height: int) -> QRect:
        """The place of the card of `pin`."""
        left = self.area.left() + (TRAILING if self.mirrored else LEADING)
        return QRect(left, pin.y + distance, self.card_width, height)

    def numbered_pin(self, pin: Pin, distance: int, width: int) -> QRect:
        """The place of a numbered pin, in the middle of the column."""
        left = self.area.left() + (self.area.width() - width) // 2
        return QRect(left, pin.y + distance, width, fonts.scaled(PIN_SIZE))

    def popped(self, pin: QRect, height: int, viewport: QRect) -> QRect:
        """Where the card of a numbered pin opens: beside the pin, over the paper, inside the viewport."""
        width = self.card_width
        left = pin.right() + KEEP_CLEAR if self.mirrored else pin.left() - KEEP_CLEAR - width
        top = min(pin.top() - ABOVE_PIN, viewport.bottom() - KEEP_CLEAR - height)
        return QRect(max(KEEP_CLEAR, left), max(KEEP_CLEAR, top), width, height)

    def at_the_top(self, height: int, viewport: QRect) -> QRect:
        """Where the card of a comment without a place opens."""
        inside = self.area.left() + (TRAILING if self.mirrored else LEADING)
        left = viewport.right() - KEEP_CLEAR - self.width - self.card_width if self.compact else inside
        return QRect(max(KEEP_CLEAR, left), viewport.top() + KEEP_CLEAR, self.card_width, height)

    def waiting(self, height: int) -> QRect:
        """Out of sight, for an open card whose words are not on screen; it keeps the caret there."""
        return QRect(FAR_AWAY, 0, self.card_width, height)

    def leader(self, card: QRect, level: int) -> QLine:
        """The line that joins the paper, at `level`, and the open card."""
        level = max(card.top() + KEEP_CLEAR, min(level, card.bottom() - KEEP_CLEAR))
        if self.mirrored:
            return QLine(card.right(), level, self.area.right(), level)
        return QLine(self.area.left(), level, card.left(), level)


def usual_width() -> int:
    """Pixels of a card where there is room; large text widens it."""
    return max(CARD_WIDTH, min(WIDEST_CARD, fonts.scaled(CARD_WIDTH)))
