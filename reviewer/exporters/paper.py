"""Sizes of paper, and which one is usual where."""

from enum import StrEnum
from typing import Final

from babel import Locale, UnknownLocaleError, default_locale


class Paper(StrEnum):
    """210 × 297 mm, and 8.5 × 11 inches; the value is also its name on the command line."""

    A4 = "a4"
    LETTER = "letter"


LETTER_TERRITORIES: Final = frozenset(
    ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]
)
"""Where letters are written on Letter (Unicode CLDR, `paperSize` of the measurement data)."""


def usual_paper() -> Paper:
    """The size that is usual where this computer is, as the variables LC_PAPER, LC_ALL and LANG say; else A4."""
    try:
        here = Locale.parse(default_locale("LC_PAPER") or "en")
    except (UnknownLocaleError, ValueError):
        return Paper.A4
    nowhere = here.variant == "POSIX"
    return Paper.LETTER if here.territory in LETTER_TERRITORIES and not nowhere else Paper.A4
