"""How a colour and a logo will look on a page, on paper and in the dark."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from reviewer.exporters.accent import DARK_PAPERS, PAPERS, accent_of
from reviewer.exporters.logo import Logo
from reviewer.gui import fonts
from reviewer.gui.theme import Theme

OWN_COLOUR = "#2450a8"
"""The accent of pages without a theme."""

RADIUS, PAD = 5.0, 6
SAMPLE = "Aa"


class AccentPreview(QWidget):
    """Words in the colour, on paper and in the dark, as dark and as light as they will be there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._accent = accent_of(OWN_COLOUR)
        self.show_colour("")

    def show_colour(self, colour: str) -> None:
        """Show this one, `#rrggbb`; empty is the program's own."""
        self._accent = accent_of(colour or OWN_COLOUR)
        self.setAccessibleName(f"On paper {self._accent.paper}, in the dark {self._accent.dark}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(84), fonts.scaled(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.font(13, 600))
        half = self.width() / 2
        accent = self._accent
        for left, ground, words in ((0.0, PAPERS[1], accent.paper), (half, DARK_PAPERS[1], accent.dark)):
            place = QRectF(left + 0.5, 0.5, half - 5, self.height() - 1)
            painter.setPen(QPen(self._theme.color("line_strong"), 1))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
            painter.setPen(QColor(words))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, SAMPLE)
        painter.end()


class LogoPreview(QWidget):
    """The logo on white, or that there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QPixmap()
        self.show_logo(None)

    @property
    def shows_picture(self) -> bool:
        """Whether there is a logo."""
        return not self._picture.isNull()

    def show_logo(self, logo: Logo | None) -> None:
        """Show this one; None is no logo."""
        self._picture = QPixmap()
        if logo:
            self._picture.loadFromData(logo.png, "PNG")
        self.setAccessibleName(f"Logo, {logo.width} by {logo.height} pixels" if logo else "No logo")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(252), fonts.scaled(92))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(self._theme.color("line_strong"), 1))
        painter.setBrush(QColor(PAPERS[1]) if self.shows_picture else self._theme.color("side"))
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, RADIUS, RADIUS)
        if self.shows_picture:
            painter.drawPixmap(self._place_of_picture(), self._picture, QRectF(self._picture.rect()))
        else:
            painter.setPen(self._theme.color("text3"))
            painter.setFont(fonts.font(13))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "No logo")
        painter.end()

    def _place_of_picture(self) -> QRectF:
        room = QRectF(self.rect()).adjusted(PAD, PAD, -PAD, -PAD)
        size = self._picture.size()
        scale = min(1.0, room.width() / size.width(), room.height() / size.height())
        place = QRectF(0, 0, size.width() * scale, size.height() * scale)
        place.moveCenter(room.center())
        return place
