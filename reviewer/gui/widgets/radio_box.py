"""One of several choices, in the colours of the theme."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme

RING, GAP, HEIGHT, LINE = 16, 8, 28, 18
MNEMONIC = int(Qt.TextFlag.TextShowMnemonic)


class RadioBox(QRadioButton):
    """A ring and words beside it, on as many lines as they need; `&` shows the Alt letter."""

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self.setFont(fonts.font(13))
        self.clicked.connect(lambda: self.setFocus(Qt.FocusReason.ShortcutFocusReason))  # its Alt letter too
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(MNEMONIC, self.text()).width()
        return QSize(fonts.scaled(RING + GAP) + words + 4, fonts.scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.scaled(RING + GAP + 60), fonts.scaled(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        return max(fonts.scaled(HEIGHT), words_height(self.text(), self.fontMetrics(), width) + fonts.scaled(8))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = self.width() - fonts.scaled(RING) - 2 if self.isRightToLeft() else 2
        ring = paint_ring(painter, left, self.rect().center().y(), self._theme, on=self.isChecked())
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring.adjusted(-1.5, -1.5, 1.5, 1.5))
        painter.setPen(self._theme.color("text" if self.isEnabled() else "text3"))
        painter.setFont(self.font())
        area = beside_sign(self, RING + GAP)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(area), int(flags) | MNEMONIC, self.text())
        painter.end()


def words_height(words: str, metrics: QFontMetrics, width: int) -> int:
    """How tall words are beside a sign, in a control of this width."""
    room = max(20, width - fonts.scaled(RING + GAP) - 2)
    return metrics.boundingRect(0, 0, room, 10_000, int(Qt.TextFlag.TextWordWrap) | MNEMONIC, words).height()


def beside_sign(widget: QWidget, width: float) -> QRectF:
    """The room for words beside a box or ring, `width` px before the text size setting."""
    taken = fonts.scaled(width)
    area = QRectF(widget.rect())
    return area.adjusted(0, 0, -taken, 0) if widget.isRightToLeft() else area.adjusted(taken, 0, 0, 0)


def paint_ring(painter: QPainter, left: float, middle: float, theme: Theme, *, on: bool) -> QRectF:
    """The ring alone, filled when it is on; gives where it stands."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = fonts.scaled(RING)
    ring = QRectF(left + 0.5, round(middle - size / 2) + 0.5, size - 1, size - 1)
    painter.setPen(QPen(theme.color("accent" if on else "control"), 1))
    painter.setBrush(theme.color("accent" if on else "paper"))
    painter.drawEllipse(ring)
    if on:
        painter.setBrush(theme.color("paper"))
        painter.setPen(Qt.PenStyle.NoPen)
        inner = size * 5 / 16
        painter.drawEllipse(ring.adjusted(inner, inner, -inner, -inner))
    return ring
