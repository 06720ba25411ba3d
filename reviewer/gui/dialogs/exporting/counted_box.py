"""A tick box with a count at its end."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.radio_box import MNEMONIC, beside_sign, words_height
from reviewer.gui.widgets.tick_box import BOX, GAP, RADIUS, paint_box

HEIGHT, COUNT_GAP = 26, 8


class CountedBox(QCheckBox):
    """Words with their Alt letter, on as many lines as they need; what has nothing in it cannot be ticked."""

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self._count = ""
        self.setFont(fonts.font(13))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_count("")

    def set_count(self, count: str) -> None:
        """Say how much of it there is."""
        self._count = count
        name = self.text().replace("&", "")
        self.setAccessibleName(f"{name}, {count}" if count else name)
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(MNEMONIC, self.text()).width()
        return QSize(fonts.scaled(BOX + GAP) + words + self._count_room() + 4, fonts.scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.scaled(BOX + GAP + 60), fonts.scaled(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        room = width - self._count_room()
        return max(fonts.scaled(HEIGHT), words_height(self.text(), self.fontMetrics(), room) + fonts.scaled(7))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        right = self.isRightToLeft()
        left = self.width() - fonts.scaled(BOX) - 2 if right else 2
        painter.setOpacity(1 if self.isEnabled() else 0.5)
        box = paint_box(painter, left, self.rect().center().y(), self._theme, on=self.isChecked())
        painter.setOpacity(1)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
        area, count = beside_sign(self, BOX + GAP), self._count_room()
        words = area.adjusted(count, 0, 0, 0) if right else area.adjusted(0, 0, -count, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.setPen(self._theme.color("text" if self.isEnabled() else "text3"))
        painter.setFont(self.font())
        painter.drawText(QRectF(words), int(flags) | MNEMONIC, self.text())
        painter.setPen(self._theme.color("text3"))
        painter.setFont(fonts.font(12, tabular=True))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing), self._count)
        painter.end()

    def _count_room(self) -> int:
        if not self._count:
            return 0
        return self.fontMetrics().horizontalAdvance(self._count) + fonts.scaled(COUNT_GAP)
