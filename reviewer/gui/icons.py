"""The icons that come with the program, drawn in the colour that a place needs."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reviewer import resources
from reviewer.gui.theme import Theme

RATIOS = (1.0, 2.0)


def pixmap(name: str, color: QColor, size: int, ratio: float = 1.0, *, mirrored: bool = False) -> QPixmap:
    """The icon `name` in one colour, `size` logical px wide, for a screen of this pixel ratio."""
    return _drawn(name, color.name(QColor.NameFormat.HexArgb), size, ratio, mirrored)


def icon(
    name: str, theme: Theme, size: int = 16, *, color: str = "text2", checked: str = "accent", gap: int = 0
) -> QIcon:
    """The icon for a button: `color` as it is, `checked` when on, faded when it cannot be pressed.

    `gap` px are left free between it and the words that follow.
    """
    made = QIcon()
    for ratio in RATIOS:
        for mode, state, tint in (
            (QIcon.Mode.Normal, QIcon.State.Off, theme.color(color)),
            (QIcon.Mode.Normal, QIcon.State.On, theme.color(checked)),
            (QIcon.Mode.Disabled, QIcon.State.Off, theme.mixed("text3", 0.5)),
        ):
            made.addPixmap(_with_gap(pixmap(name, tint, size, ratio), gap), mode, state)
    return made


def _with_gap(drawn: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return drawn
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(gap if QGuiApplication.isRightToLeft() else 0, 0, drawn)
    painter.end()
    return wide


def app_icon() -> QIcon:
    """The program's own icon."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_drawn("app", "", size, 1.0, False))
    return made


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, size: int, ratio: float, mirrored: bool) -> QPixmap:
    source = resources.read_text("icons", f"{name}.svg")
    opaque = QColor(color) if color else QColor(Qt.GlobalColor.black)
    source = source.replace("currentColor", opaque.name(QColor.NameFormat.HexRgb))
    pixels = round(size * ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(opaque.alphaF())
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image = image.mirrored(True, False) if mirrored else image
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)
