"""One kind of export as a card: a ring, its name, and a sentence on what it is for."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from reviewer.gui import fonts
from reviewer.gui.dialogs.exporting.kinds import Card
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.radio_box import MNEMONIC, paint_ring

SIDE, TOP, SIGN, RADIUS = 12, 8, 27, 6
LINE, ABOUT_LINE = 20, 18
WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap)


class KindCard(QRadioButton):
    """The arrow keys go from card to card; a press anywhere on it chooses it."""

    def __init__(self, card: Card, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(card.title, parent)
        self.card = card
        self._theme = theme
        self.setAccessibleName(card.title.replace("&", ""))
        self.setAccessibleDescription(card.about)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: self.setFocus(Qt.FocusReason.ShortcutFocusReason))  # its Alt letter too
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(420), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.scaled(200), fonts.scaled(2 * TOP + LINE + ABOUT_LINE))

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(40, width - fonts.scaled(2 * SIDE + SIGN)), 10_000)
        about = QFontMetricsF(fonts.font(12.5)).boundingRect(room, WRAPPED, self.card.about).height()
        return fonts.scaled(2 * TOP + LINE) + max(fonts.scaled(ABOUT_LINE), round(about + 2))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        strong = on or self.underMouse()
        width = 2 if on else 1
        painter.setPen(QPen(theme.color("accent" if strong else "line_strong"), width))
        painter.setBrush(theme.color("paper"))
        inset = width / 2
        edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRoundedRect(edge.adjusted(3, 3, -3, -3), RADIUS - 3, RADIUS - 3)
        side, sign = fonts.scaled(SIDE), fonts.scaled(SIGN)
        left = self.width() - side - fonts.scaled(16) if self.isRightToLeft() else side
        paint_ring(painter, left, fonts.scaled(TOP) + fonts.scaled(LINE) / 2, theme, on=on)
        room = QRectF(self.rect()).adjusted(side, fonts.scaled(TOP), -side, -fonts.scaled(TOP - 4))
        room = room.adjusted(0, 0, -sign, 0) if self.isRightToLeft() else room.adjusted(sign, 0, 0, 0)
        self._paint_words(painter, room)
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(self._theme.color("text"))
        painter.setFont(fonts.font(13, 600))
        painter.drawText(room, WRAPPED | MNEMONIC, self.text())
        painter.setPen(self._theme.color("text2"))
        painter.setFont(fonts.font(12.5))
        painter.drawText(room.adjusted(0, fonts.scaled(LINE), 0, 0), WRAPPED, self.card.about)
