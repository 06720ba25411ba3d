"""Where personal details stand in a text: e-mail addresses, telephone and card numbers, postal addresses."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a personal detail is; the value stands in its label."""

    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    ADDRESS = "address"


COVER: Final = "•"
"""Stands for one code point of a detail that is hidden; it sorts after all signs that details are made of."""


_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])")
_FIGURES: Final = re.compile(r"(?<![\w.,/-])(?:\+|\(\+?)?\d(?:[ \u00a0\u202f./()-]{0,2}\d){6,22}(?![\w/-]|[.,]\d)")
_ADDRESS: Final = re.compile(
    r"\b\d{1,5}[a-z]?,? (?:[^\W\d_][\w.'’-]{0,30} ){1,4}"
    r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|square|sq|place|pl|terrace|close|way"
    r"|crescent|parkway|highway)\b\.?(?:,? [^\W\d_][\w.'’ -]{1,40}?,? (?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{5}))?"
    r"|\b[^\W\d_]{2,40}(?:straße|strasse|str\.|gasse|weg|platz|allee) \d{1,4}[a-z]?\b(?:, ?\d{5} [^\W\d_]{2,40})?",
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}")
_PHONE_DIGITS: Final = range(8, 16)
_CARD_DIGITS: Final = range(13, 20)
_PHONE_WORDS: Final = re.compile(
    r"\b(?:call|phone|ring|reach|mobile|cell|tel|text|number|whatsapp|dial)", re.IGNORECASE
)
_ORDER_WORDS: Final = re.compile(
    r"\b(?:order|ticket|invoice|tracking|reference|ref|case|serial|account|booking|parcel|id|item|code|imei|policy)\b"
    r"[^.!?]{0,30}$",
    re.IGNORECASE,
)
_AROUND: Final = 60


def details_in(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Start, end (code points, end exclusive) and kind of each detail, in order, without overlaps."""
    places = sorted([*_emails(text), *_figures(text), *_addresses(text)])
    last = 0
    for start, end, kind in places:
        if start >= last:
            yield start, end, kind
            last = end


def covered(text: str) -> str:
    """The text with `COVER` in the place of each code point of a detail: places in it stay what they were."""
    for start, end, _ in details_in(text):
        text = text[:start] + COVER * (end - start) + text[end:]
    return text


def is_card(digits: str) -> bool:
    """Whether these figures can be a card number: 13 to 19 of them, with the check figure of Luhn (ISO/IEC 7812-1)."""
    if len(digits) not in _CARD_DIGITS or digits[0] == "0" or len(set(digits)) == 1:
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(figure - 9 if figure > 9 else figure for figure in doubled) % 10 == 0


def _emails(text: str) -> Iterator[tuple[int, int, Kind]]:
    if "@" in text:
        yield from ((*match.span(), Kind.EMAIL) for match in _EMAIL.finditer(text))


def _addresses(text: str) -> Iterator[tuple[int, int, Kind]]:
    yield from ((*match.span(), Kind.ADDRESS) for match in _ADDRESS.finditer(text))


def _figures(text: str) -> Iterator[tuple[int, int, Kind]]:
    for match in _FIGURES.finditer(text):
        digits = "".join(character for character in match[0] if character.isdigit())
        if is_card(digits):
            yield (*match.span(), Kind.CARD)
        elif _is_phone(text, match, digits):
            yield (*match.span(), Kind.PHONE)


def _is_phone(text: str, match: re.Match[str], digits: str) -> bool:
    if len(digits) not in _PHONE_DIGITS or _DATE.match(match[0]):
        return False
    before = text[max(0, match.start() - _AROUND) : match.start()]
    if match[0].startswith(("+", "(+", "00")):
        return True
    if _ORDER_WORDS.search(before):
        return False
    grouped = any(not character.isdigit() for character in match[0])
    return (
        bool(_PHONE_WORDS.search(before)) or (digits[0] == "0" and len(digits) >= 9) or (grouped and len(digits) >= 9)
    )
