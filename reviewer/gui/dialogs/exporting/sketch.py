"""The sketch on its sheet: as on a desktop, on a phone, or on paper; always light, as paper is."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reviewer.exporters.accent import accent_of
from reviewer.gui import fonts
from reviewer.gui.dialogs.exporting.sketch_marks import Block
from reviewer.gui.theme import Theme

SIDE, TOP, EDGE = 20.0, 18.0, 4.0
PHONE_WIDTH = 220.0
WIDTH = 396.0
A4 = 297 / 210
GAP = 12.0


class Screen(StrEnum):
    """What the page is looked at on."""

    DESKTOP = "desktop"
    PHONE = "phone"
    PAPER = "paper"


def sheet_width(screen: Screen) -> float:
    """How wide the sheet is, in px of the sketch."""
    return PHONE_WIDTH if screen is Screen.PHONE else WIDTH


def text_width(screen: Screen) -> float:
    """The room for words on it."""
    return sheet_width(screen) - 2 * (12 if screen is Screen.PHONE else SIDE)


class Sketch(QWidget):
    """Paints blocks; on paper one that does not fit goes to the next sheet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("inside")
        self._light = Theme.load("light")
        self._placed: list[tuple[float, Block]] = []
        self._sheets: list[tuple[float, float]] = []
        self.shown_on = Screen.DESKTOP

    @property
    def blocks(self) -> list[Block]:
        """What is painted, from the top."""
        return [block for _, block in self._placed]

    @property
    def sheets(self) -> int:
        """How many sheets of paper there are, or one endless one."""
        return len(self._sheets)

    def set_accent(self, colour: str) -> None:
        """The colour of an organisation (`#rrggbb`), or ours."""
        self._light = Theme.load("light", accent=accent_of(colour).paper if colour else "")

    def show_blocks(self, blocks: Iterable[Block], screen: Screen, least: float) -> None:
        """Lay them out; a sheet that is not paper is at least `least` px tall."""
        self.shown_on = screen
        placed = list(blocks)
        if screen is Screen.PAPER:
            self._on_paper(placed)
        else:
            self._in_one(placed, least / self._scale)
        self.setMinimumSize(self.sizeHint())
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        top, height = self._sheets[-1] if self._sheets else (0.0, 0.0)
        return QSize(round(WIDTH * self._scale) + 4, round((top + height) * self._scale) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        width = sheet_width(self.shown_on)
        painter.translate(max(0.0, (self.width() - width * self._scale) / 2), 1)
        painter.scale(self._scale, self._scale)
        for top, height in self._sheets:
            sheet = QRectF(0, top, width, height)
            painter.setPen(QPen(self._theme.color("line_strong"), 1))
            painter.setBrush(self._light.color("paper"))
            painter.drawRect(sheet)
            if self.shown_on is not Screen.PAPER:
                painter.fillRect(QRectF(0, top, width, EDGE), self._light.color("accent"))
        left = (width - text_width(self.shown_on)) / 2
        seen = QRectF(event.rect()).adjusted(0, -2, 0, 2)
        for top, block in self._placed:
            if top * self._scale <= seen.bottom() and (top + block.height) * self._scale >= seen.top():
                block.paint(painter, self._light, QPointF(left, top))
        painter.end()

    @property
    def _scale(self) -> float:
        return fonts.scale()

    def _in_one(self, blocks: Sequence[Block], least: float) -> None:
        y, self._placed = TOP, []
        for block in blocks:
            self._placed.append((y, block))
            y += block.height
        self._sheets = [(0.0, max(y + TOP, least))]

    def _on_paper(self, blocks: Sequence[Block]) -> None:
        tall = WIDTH * A4
        sheet, y, self._placed = 0, TOP, []
        for block in blocks:
            if y > TOP and y + block.height > tall - TOP:
                sheet, y = sheet + 1, TOP
            self._placed.append((sheet * (tall + GAP) + y, block))
            y += block.height
        self._sheets = [(one * (tall + GAP), tall) for one in range(sheet + 1)]
