"""Scrolling that counts rows, not pixels, so that a million turns open at once."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reviewer.gui.conversation.marked_scroll_bar import MarkedScrollBar

ROW_STEPS: Final = 100
"""Steps of the scroll bar for one row; fewer for conversations of millions of rows."""
MOST_STEPS: Final = 2_000_000_000
LINE: Final = 25
PIXELS_A_NOTCH: Final = 75
NOTCH: Final = 120


@dataclass(frozen=True, slots=True)
class ScrollPlace:
    """What stands at the top of the viewport: a row, and how many px of it are above the edge."""

    row: int
    pixels: float


class TurnScrollArea(QAbstractScrollArea):
    """The base of both conversations. Rows are numbered from 0; only those on screen are ever measured."""

    single_keys = True
    """Whether J and K move between turns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = ScrollPlace(0, 0)
        self._top_height = 0.0
        self._following = False
        self.head_height = 0
        """Pixels at the top of the viewport that rows never use; tops of rows count from below them."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.marked_bar = MarkedScrollBar(self)
        self.setVerticalScrollBar(self.marked_bar)
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)

    def row_count(self) -> int:
        """How many rows there are; an area of its own has none."""
        return 0

    def row_height(self, row: int) -> float:
        """The height of one row in px, at the width of now."""
        return 0.0

    def scrolled(self) -> None:
        """Something else stands on screen now."""
        self.viewport().update()

    def room(self) -> float:
        """Pixels that rows have from the top of the viewport to its bottom."""
        return float(self.viewport().height() - self.head_height)

    @property
    def scroll_place(self) -> ScrollPlace:
        """What stands at the top."""
        return self._place

    def visible_rows(self, above: float = 0, below: float = 0) -> list[tuple[int, float]]:
        """The rows on screen, and those up to so many px beyond it, with their tops in viewport px."""
        if not self.row_count():
            return []
        row, top = self._place.row, -self._place.pixels
        rows: list[tuple[int, float]] = []
        while row > 0 and top > -above:
            row -= 1
            top -= self.row_height(row)
        while row < self.row_count() and top < self.room() + below:
            rows.append((row, top))
            top += self.row_height(row)
            row += 1
        return rows

    def scroll_by(self, pixels: float) -> None:
        """Scroll down, or up with a negative number."""
        row, rest = self._place.row, self._place.pixels + pixels
        while rest < 0 and row > 0:
            row -= 1
            rest += self.row_height(row)
        while row < self.row_count() - 1 and rest >= self.row_height(row):
            rest -= self.row_height(row)
            row += 1
        self.scroll_to(ScrollPlace(row, max(0, rest)))

    def scroll_to(self, place: ScrollPlace) -> None:
        """Put a place at the top, as far as the end allows."""
        self._settle(place)
        self._move_bar()
        self.scrolled()

    def make_visible(self, row: int, top: float, bottom: float, margin: float = 24) -> None:
        """Scroll as little as needed to show a row from `top` to `bottom`, in px from its own top."""
        shown = dict(self.visible_rows())
        if row in shown:
            above = shown[row] + top - margin
            below = shown[row] + bottom + margin - self.room()
            if above < 0 or bottom - top + 2 * margin > self.room():
                self.scroll_by(above)
            elif below > 0:
                self.scroll_by(below)
            return
        after = row > self._place.row
        self._place = ScrollPlace(row, 0)
        self.scroll_by(bottom + margin - self.room() if after and bottom - top < self.room() else top - margin)

    def rows_changed(self, *, reset: bool = False) -> None:
        """Rows were added, removed or have other heights; what stands at the top stays there."""
        if reset:
            self._place = ScrollPlace(0, 0)
        self._settle(self._place)
        self._move_bar()
        self.scrolled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.row_count():
            row = min(self._place.row, self.row_count() - 1)
            share = self._place.pixels / self._top_height if self._top_height else 0
            self._place = ScrollPlace(row, share * self.row_height(row))
            self.rows_changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        precise, coarse = event.pixelDelta().y(), event.angleDelta().y()
        self.scroll_by(-precise if precise else -coarse * PIXELS_A_NOTCH / NOTCH)
        event.accept()

    def page_by(self, pages: int) -> None:
        """One viewport down, or up with −1; a line stays for the eye to go on."""
        self.scroll_by(pages * max(LINE, self.room() - 2 * LINE))

    def _settle(self, place: ScrollPlace) -> None:
        end = self._end()
        beyond = (place.row, place.pixels) > (end.row, end.pixels)
        self._place = end if beyond else place
        self._top_height = self.row_height(self._place.row) if self.row_count() else 0

    def _end(self) -> ScrollPlace:
        """The place that shows the last row at the bottom; measures one screen of rows."""
        row, left = self.row_count(), self.room()
        while row > 0 and left > 0:
            row -= 1
            left -= self.row_height(row)
        return ScrollPlace(max(row, 0), max(0.0, -left))

    def _steps(self) -> int:
        return max(1, min(ROW_STEPS, MOST_STEPS // max(1, self.row_count())))

    def _bar_value(self, place: ScrollPlace) -> int:
        height = self.row_height(place.row) if self.row_count() else 0
        share = place.pixels / height if height else 0
        return int((place.row + min(share, 1)) * self._steps())

    def _move_bar(self) -> None:
        bar = self.verticalScrollBar()
        self._following = True
        end = self._bar_value(self._end())
        bar.setRange(0, end)
        bar.setSingleStep(self._steps())
        bar.setPageStep(max(1, len(self.visible_rows()) * self._steps()))
        bar.setValue(self._bar_value(self._place))
        self._following = False

    def _bar_moved(self, value: int) -> None:
        if self._following or not self.row_count():
            return
        row, rest = divmod(value, self._steps())
        row = min(row, self.row_count() - 1)
        self._settle(ScrollPlace(row, rest / self._steps() * self.row_height(row)))
        if value >= self.verticalScrollBar().maximum():
            self._settle(self._end())
        self.scrolled()
