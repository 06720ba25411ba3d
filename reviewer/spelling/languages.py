"""The languages with a word list, and a guess at the language of a chat by its most common words."""

import re
from collections.abc import Iterable
from typing import Final

LANGUAGES: Final = {
    "en": "English",
    "ar": "Arabic",
    "de": "German",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
}
"""Codes of ISO 639-1. Lists that lack everyday words (Spanish, Russian, Latvian, Basque, Persian) are left out."""

COMMON: Final = {  # of more languages than have a list, so that one is not taken for another
    "en": "the you to and of is that it in for my your this have not with be are on can was will please thanks i a we",
    "ar": "من لا في هذا على ما أنا هل أن لم إلى عن مع هو هي كان يا أو قد التي الذي لك شكرا نعم كل لكن إن كيف يمكن",
    "de": "ich ist die das nicht und der sie ein es in zu mir mit auf wie den eine für haben bitte wir hat sind ihre",
    "es": "que de no la el en es un por los una se lo con para mi está su pero las me le del como gracias hola muy al",
    "eu": "ez eta bat da dut du nahi zure izan dago hori zer ere egin dira baina nire behar duzu naiz bai mesedez",
    "fr": "de que le pas vous la je un ne et les est une il pour des en ce dans ça qui mon du votre avec sur bonjour",
    "it": "di che non il un la per in una sono mi ho si del con ma ha lo le è cosa questo grazie come mio gli della",
    "lv": "un ir par ar ka kas uz no arī lai kā vai man es nav bet jūs tas mani jūsu paldies šo jau var būs labdien",
    "nl": "je de is het ik dat een niet van we in en op te zijn er voor met die maar mijn heb u om aan bij kan wat",
    "pt": "que o de não um uma para é do com me eu os da em por se mas no na meu você isso está obrigado muito ao foi",
}
FEWEST, SHARE, LEAD = 2, 0.12, 1.2
"""Common words that must be found, their share of all words, and how much more than of any other language."""

_COMMON_WORDS: Final = {code: frozenset(words.split()) for code, words in COMMON.items()}
_WORD: Final = re.compile(r"[^\W\d_]+")
ENOUGH: Final = 2000
"""Words after which more would not change the guess."""


def language_of(tag: str | None) -> str | None:
    """The language with a list that a tag such as “en-GB” or a name such as “English” means; None without one."""
    if not tag:
        return None
    wanted = tag.strip().casefold()
    code = re.split(r"[-_]", wanted)[0]
    named = (one for one, name in LANGUAGES.items() if name.casefold() == wanted)
    return code if code in LANGUAGES else next(named, None)


def guess(texts: Iterable[str]) -> str | None:
    """The language of texts by its most common words; None where none stands out, or it has no list."""
    count = 0
    found = dict.fromkeys(_COMMON_WORDS, 0)
    for text in texts:
        for word in _WORD.findall(text.casefold()):
            count += 1
            for code, common in _COMMON_WORDS.items():
                found[code] += word in common
        if count >= ENOUGH:
            break
    first, second = sorted(found, key=lambda code: found[code], reverse=True)[:2]
    stands_out = found[first] >= FEWEST and found[first] >= SHARE * count and found[first] > LEAD * found[second]
    return first if stands_out and first in LANGUAGES else None
