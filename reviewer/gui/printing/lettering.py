"""Sizes and faces of words on paper. Lengths are tenths of a point, which is fine enough for whole numbers."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from PySide6.QtGui import QFont

from reviewer.gui import fonts

PT: Final = 10.0
"""One point."""

ALTERNATES: Final = ("calt", "liga", "clig")


@dataclass(frozen=True, slots=True)
class Lettering:
    """How words are set: size and distance of lines in points, the colour by its name in the theme."""

    size: float
    leading: float
    weight: int = 400
    color: str = "text"
    italic: bool = False

    def but(self, **changes: object) -> "Lettering":
        """The same with some things otherwise."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def font(self) -> QFont:
        """Inter in this size; the system's typefaces have what it lacks."""
        return _font(self.size, self.weight, self.italic)


@cache
def _font(size: float, weight: int, italic: bool) -> QFont:
    """Without glyphs that depend on their neighbours: a file could not say which sign they stand for."""
    fonts.install()
    made = QFont([fonts.FAMILY])
    made.setPixelSize(round(size * PT))
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if hasattr(QFont, "Tag"):
        for feature in ALTERNATES:
            made.setFeature(QFont.Tag(feature), 0)
    return made


TITLE: Final = Lettering(22, 26, 700)
LEDE: Final = Lettering(11, 16, color="text2")
KICKER: Final = Lettering(9, 13, color="text3")
HEADING: Final = Lettering(14, 18, 700)
HEADING_SIDE: Final = Lettering(9, 18, color="text3")
LABEL: Final = Lettering(8, 11, color="text3")
FACT: Final = Lettering(9, 13, 500)
LIST_HEADING: Final = Lettering(10, 14, 650)
BODY: Final = Lettering(9.6, 14)
CELL: Final = Lettering(9.4, 13.5)
SMALL: Final = Lettering(8, 11, color="text3")
WHO: Final = Lettering(8.6, 13, 600)
WHO_SIDE: Final = Lettering(8, 13, color="text3")
SAID: Final = Lettering(10, 16)
SYSTEM: Final = Lettering(9, 13, color="text3", italic=True)
CARD: Final = Lettering(8.8, 12.6)
CARD_HEAD: Final = CARD.but(weight=600)
CARD_SIDE: Final = Lettering(8, 12.6, color="text3")
SUGGESTION: Final = Lettering(8.6, 12)
REVISED: Final = Lettering(9.4, 14)
REASON: Final = Lettering(8.2, 11.5, color="text2")
VOID: Final = Lettering(8.8, 13, color="text3", italic=True)
QUESTION: Final = Lettering(9.8, 14, 650)
ANSWER: Final = Lettering(9.6, 14.5)
BADGE: Final = Lettering(7, 11, 700, color="badge_text")
