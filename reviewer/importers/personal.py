"""Personal details in what was said: e-mail addresses, telephone and card numbers, postal addresses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Final

from reviewer.importers.base import Conversation


class Kind(StrEnum):
    """What a personal detail is; the value stands in its label."""

    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Detail:
    """One place: turn from 0, code points from `start` to before `end`. The same words have the same label."""

    turn: int
    start: int
    end: int
    kind: Kind
    text: str
    label: str


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


def details(conversation: Conversation) -> tuple[Detail, ...]:
    """All of them in the order of the turns, with labels such as “[email 1]” that count each kind from 1."""
    labels: dict[tuple[Kind, str], str] = {}
    counts = dict.fromkeys(Kind, 0)
    found: list[Detail] = []
    for at, turn in enumerate(conversation.turns):
        for start, end, kind in _in_text(turn.text):
            words = turn.text[start:end]
            same = kind, _folded(words, kind)
            if same not in labels:
                counts[kind] += 1
                labels[same] = f"[{kind.value} {counts[kind]}]"
            found.append(Detail(at, start, end, kind, words, labels[same]))
    return tuple(found)


def without(conversation: Conversation, chosen: Iterable[Detail]) -> Conversation:
    """With a label in the place of each of these details."""
    turns = list(conversation.turns)
    for at, group in groupby(sorted(chosen, key=lambda one: (one.turn, one.start)), key=lambda one: one.turn):
        text = turns[at].text
        for one in sorted(group, key=lambda one: -one.start):
            text = text[: one.start] + one.label + text[one.end :]
        turns[at] = replace(turns[at], text=text)
    return replace(conversation, turns=tuple(turns))


def is_card(digits: str) -> bool:
    """Whether these figures can be a card number: 13 to 19 of them, with the check figure of Luhn (ISO/IEC 7812-1)."""
    if len(digits) not in _CARD_DIGITS or digits[0] == "0" or len(set(digits)) == 1:
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(figure - 9 if figure > 9 else figure for figure in doubled) % 10 == 0


def _in_text(text: str) -> Iterator[tuple[int, int, Kind]]:
    places = sorted([*_emails(text), *_figures(text), *_addresses(text)])
    last = 0
    for start, end, kind in places:
        if start >= last:
            yield start, end, kind
            last = end


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


def _folded(words: str, kind: Kind) -> str:
    if kind in (Kind.CARD, Kind.PHONE):
        return "".join(character for character in words if character.isdigit())
    return words.casefold()
