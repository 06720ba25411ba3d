"""The tabs of a panel: names with counts; when room ends, the last ones shrink to icon and count."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme

HEIGHT, PAD, GAP, CHIP_PAD, CHIP, ICON, BAR = 42, 10, 6, 5, 16, 16, 2
LEAST_APART = 80
"""Of 255: ink that is nearer to its ground in lightness cannot be read."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A name, a count or nothing, and the icon that stands for the name where room ends; without one it stays."""

    name: str
    count: str = ""
    icon: str = ""

    @property
    def words(self) -> str:
        """“Comments  8”."""
        return f"{self.name}  {self.count}" if self.count else self.name


class PanelTabs(QTabBar):
    """Painted here, because a style sheet knows no counts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tabs: list[Tab] = []
        self._shrunk: frozenset[int] = frozenset()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setFont(fonts.font(13, 500))
        self.show_tabs(self._tabs)

    def show_tabs(self, tabs: list[Tab]) -> None:
        """Show these tabs; the chosen one stays chosen where there are as many as before."""
        self._tabs = list(tabs)
        self._shrink()
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        for number, tab in enumerate(tabs):
            if number >= self.count():
                self.addTab(tab.words)
            self.setTabText(number, tab.words)
            self.setAccessibleTabName(number, f"{tab.name}, {tab.count}" if tab.count else tab.name)
            self.setTabToolTip(number, tab.name if number in self._shrunk else "")
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._width(index, shrunk=index in self._shrunk), fonts.scaled(HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._shrink()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(min(self.count(), len(self._tabs))):
            self._paint_tab(painter, number, self.tabRect(number))
        painter.end()

    def _paint_tab(self, painter: QPainter, number: int, area: QRect) -> None:
        tab, chosen, theme = self._tabs[number], number == self.currentIndex(), self._theme
        ink = theme.color("accent" if chosen else "text2")
        mirrored = self.isRightToLeft()
        inside = QRectF(area).adjusted(PAD, 0, -PAD, 0)
        painter.setPen(ink)
        if number in self._shrunk:
            taken = float(fonts.scaled(ICON))
            left = inside.right() - taken if mirrored else inside.left()
            image = icons.pixmap(tab.icon, ink, round(taken), self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, inside.center().y() - taken / 2), image)
        else:
            font = _name_font(chosen=chosen)
            painter.setFont(font)
            taken = QFontMetrics(font).horizontalAdvance(tab.name)
            side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | side, tab.name)
        if tab.count:
            self._paint_count(painter, tab.count, inside, taken + GAP, mirrored=mirrored)
        if chosen:
            line = QRectF(area.left(), area.bottom() + 1 - BAR, area.width(), BAR)
            painter.fillRect(line, theme.color("accent"))
            if self.hasFocus():
                painter.setPen(QPen(theme.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(area).adjusted(2, 4, -2, -5), 4, 4)

    def _paint_count(self, painter: QPainter, count: str, inside: QRectF, after: float, *, mirrored: bool) -> None:
        font = fonts.font(11, 600, tabular=True)
        width, height = QFontMetrics(font).horizontalAdvance(count) + 2 * CHIP_PAD, fonts.scaled(CHIP)
        left = inside.right() - after - width if mirrored else inside.left() + after
        chip = QRectF(left, inside.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setFont(font)
        ground, ink = self._theme.color("line"), self._theme.color("text2")
        near = abs(ground.lightness() - ink.lightness()) < LEAST_APART
        painter.setPen(self._theme.color("paper") if near else ink)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, count)

    def _shrink(self) -> None:
        """As few as possible, from the last one on."""
        shrunk: set[int] = set()
        for number in reversed(range(len(self._tabs))):
            if sum(self._width(one, shrunk=one in shrunk) for one in range(len(self._tabs))) <= self.width():
                break
            if self._tabs[number].icon:
                shrunk.add(number)
        self._shrunk = frozenset(shrunk)

    def _width(self, number: int, *, shrunk: bool) -> int:
        if number >= len(self._tabs):
            return 0
        tab = self._tabs[number]
        chosen = _name_font(chosen=True)
        name = fonts.scaled(ICON) if shrunk else QFontMetrics(chosen).horizontalAdvance(tab.name)
        counted = QFontMetrics(fonts.font(11, 600, tabular=True)).horizontalAdvance(tab.count) + 2 * CHIP_PAD + GAP
        return name + 2 * PAD + (counted if tab.count else 0)


def _name_font(*, chosen: bool) -> QFont:
    return fonts.font(13, 600 if chosen else 500)
