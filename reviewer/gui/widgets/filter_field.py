"""A field that filters what is below it, with a magnifier before it and its key after it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme

ICON, EDGE, GAP, KEY = 14, 9, 6, 18


class FilterField(QLineEdit):
    """`key` is shown while nothing is written; the owner acts on it."""

    def __init__(self, words: str, key: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(True)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setFont(fonts.font(13))
        self.setTextMargins(fonts.scaled(ICON) + GAP, 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, ink = fonts.scaled(ICON), self._theme.color("text3")
        mirrored = self.isRightToLeft()
        left = self.width() - EDGE - size if mirrored else EDGE
        image = icons.pixmap("search", ink, size, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - size) // 2, image)
        if not self.text() and not self.hasFocus():
            self._paint_key(painter, mirrored=mirrored)
        painter.end()

    def _paint_key(self, painter: QPainter, *, mirrored: bool) -> None:
        font = fonts.font(11, 500)
        width = max(fonts.scaled(KEY), QFontMetrics(font).horizontalAdvance(self._key) + 10)
        height = fonts.scaled(KEY)
        left = EDGE if mirrored else self.width() - EDGE - width
        box = QRectF(left, (self.height() - height) / 2, width, height)
        painter.setPen(QPen(self._theme.color("line_strong"), 1))
        painter.setBrush(self._theme.color("side"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(self._theme.color("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
