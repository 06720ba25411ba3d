"""The colour of an organisation, made as dark or as light as words in it have to be.

Contrast is the contrast ratio of WCAG 2.2, from its relative luminance
(https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). Lightness is
changed in OKLCH, where hue and strength stay what they look like: the matrices are those of Björn Ottosson, “A
perceptual color space for image processing” (2020, https://bottosson.github.io/posts/oklab/).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan2 as angle_of
from math import cbrt, cos, hypot, sin
from typing import Final

Triple = tuple[float, float, float]

LEAST_CONTRAST: Final = 4.5
"""Level AA for words of any size."""

PAPERS: Final = ("#FBFAF7", "#FFFFFF")
DARK_PAPERS: Final = ("#17181A", "#212326")
"""The grounds of the page, in its style sheet `--page` and `--paper`."""

_STEP: Final = 0.004
_TINT: Final = (0.945, 0.022)
_DARK_TINT: Final = (0.31, 0.05)
"""Lightness and highest chroma of the ground under words in the accent."""

_TO_CONES: Final = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: Final = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: Final = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES: Final = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


@dataclass(frozen=True, slots=True)
class Accent:
    """The accent and the ground under words in it, on paper and in the dark; all are `#rrggbb`."""

    paper: str
    paper_tint: str
    dark: str
    dark_tint: str


def accent_of(colour: str) -> Accent:
    """The accent that a colour `#rrggbb` becomes: itself where words in it can be read, else the nearest that can."""
    paper_tint, dark_tint = _tinted(colour, *_TINT), _tinted(colour, *_DARK_TINT)
    return Accent(
        readable(colour, (*PAPERS, paper_tint), darker=True),
        paper_tint,
        readable(colour, (*DARK_PAPERS, dark_tint), darker=False),
        dark_tint,
    )


def readable(colour: str, grounds: Iterable[str], *, darker: bool) -> str:
    """The colour, or the first darker or lighter one of its hue with a contrast of 4.5 to 1 on every ground."""
    grounds = tuple(grounds)
    lightness, chroma, hue = _lch(colour)
    end = 0.0 if darker else 1.0
    while not all(contrast(colour, ground) >= LEAST_CONTRAST for ground in grounds) and lightness != end:
        lightness = max(end, lightness - _STEP) if darker else min(end, lightness + _STEP)
        colour = _hex(lightness, chroma, hue)
    return colour.lower()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, 0 to 1."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _tinted(colour: str, lightness: float, most: float) -> str:
    _, chroma, hue = _lch(colour)
    return _hex(lightness, min(chroma, most), hue)


def _linear(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _decoded(red), _decoded(green), _decoded(blue)


def _decoded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * float(part ** (1 / 2.4)) - 0.055


def _lch(colour: str) -> Triple:
    red, green, blue = _product(_TO_CONES, _linear(colour))
    lightness, a, b = _product(_TO_LAB, (cbrt(red), cbrt(green), cbrt(blue)))
    return lightness, hypot(a, b), angle_of(b, a)


def _hex(lightness: float, chroma: float, hue: float) -> str:
    """The colour; where screens have none so strong, the strongest of this lightness and hue that they have."""
    low, high = 0.0, chroma
    if _on_screen(_from_lch(lightness, chroma, hue)):
        low = chroma
    for _ in range(16):
        middle = (low + high) / 2
        if _on_screen(_from_lch(lightness, middle, hue)):
            low = middle
        else:
            high = middle
    parts = (round(255 * _encoded(min(1.0, max(0.0, part)))) for part in _from_lch(lightness, low, hue))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _on_screen(colour: Triple) -> bool:
    return all(-1e-6 <= part <= 1 + 1e-6 for part in colour)


def _from_lch(lightness: float, chroma: float, hue: float) -> Triple:
    one, two, three = _product(_FROM_LAB, (lightness, chroma * cos(hue), chroma * sin(hue)))
    return _product(_FROM_CONES, (one**3, two**3, three**3))


def _product(matrix: tuple[Triple, ...], colour: Triple) -> Triple:
    one, two, three = (sum(factor * part for factor, part in zip(row, colour, strict=True)) for row in matrix)
    return one, two, three
