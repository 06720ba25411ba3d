"""The typeface that comes with the program, in pixel sizes that follow the text size setting."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from reviewer import resources

FAMILY = "Inter"

_scale = 1.0


@cache
def install() -> None:
    """Load the typeface; once is enough."""
    for name in resources.names("fonts", suffix=".ttf"):
        QFontDatabase.addApplicationFontFromData(resources.read_bytes("fonts", name))


def set_scale(scale: float) -> None:
    """The text size setting: 1.0 is 100 %."""
    global _scale
    _scale = scale


def scale() -> float:
    """The text size setting."""
    return _scale


def scaled(pixels: float) -> int:
    """A length that grows with the text, in px."""
    return round(pixels * _scale)


def font(pixels: float, weight: int = 400, *, italic: bool = False, tabular: bool = False) -> QFont:
    """Inter at a size in px (before the text size setting); `tabular` makes all figures equally wide."""
    install()
    made = QFont([FAMILY])
    made.setPixelSize(max(1, round(pixels * _scale)))
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular and hasattr(QFont, "Tag"):
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
