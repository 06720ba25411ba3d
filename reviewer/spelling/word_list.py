"""The words of one language with how often they are used; which words are right, and which were meant."""

import gzip
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

import ijson
from rapidfuzz import process
from rapidfuzz.distance import OSA

from reviewer import resources
from reviewer.spelling.british import british_forms
from reviewer.spelling.languages import LANGUAGES
from reviewer.spelling.spans import APOSTROPHES

BEST: Final = 5
FARTHEST: Final = 2
"""Letters by which a suggestion may differ; two that changed places count as one."""
RARE: Final = 200
"""A word that is so many times rarer than the commonest is not taken for half of two words written as one."""
COMPOUNDING: Final = {"de", "nl"}
"""Languages that write several words as one."""
SHORTEST_PART: Final = 4
_ELIDED: Final = {
    "fr": "l d j n s c t m qu jusqu lorsqu puisqu quoiqu presqu",
    "it": "l d un c m t s v n all dell nell sull dall coll quest quell sant bell",
}
ELIDED: Final = {language: frozenset(words.split()) for language, words in _ELIDED.items()}
"""What stands before an apostrophe, with a word of its own behind it."""
_POSSESSIVE: Final = re.compile(r"'s?$")
_FOLDED: Final = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | {"œ": "oe", "æ": "ae", "\u00ad": ""})
_ARABIC_MARKS: Final = re.compile("[\u064b-\u0652\u0640]")


class WordList:
    """Looks words up without regard to capitals."""

    def __init__(self, language: str, uses: Mapping[str, int]) -> None:
        self.language = language
        self._uses = uses
        self._words = list(uses)
        self._most = max(uses.values(), default=0)

    def knows(self, word: str) -> bool:
        """Whether a word is right: it stands in the list, or is made of words that do."""
        folded = _folded(word)
        return folded in self._uses or self._knows_parts(folded)

    def suggestions(self, word: str) -> list[str]:
        """The words that were most likely meant, the best first and five at most, in the case of `word`."""
        folded = _folded(word)
        near = process.extract(folded, self._words, scorer=OSA.distance, score_cutoff=FARTHEST, limit=None)
        found = {other: int(distance) for other, distance, _ in near if distance}
        found |= {other: 0 for other in found if other.replace("'", "") == folded}
        ranked = [(far, far > 1 and other[0] != folded[0], -self._uses[other], other) for other, far in found.items()]
        ranked += [(1, False, -uses, two) for two, uses in self._in_two(folded)]
        meant = (self._in_case_of(word, other) for *_, other in sorted(ranked))
        return list(dict.fromkeys(meant))[:BEST]

    def _in_case_of(self, word: str, other: str) -> str:
        own = self.language == "en" and (other == "i" or other.startswith("i'"))
        return in_case_of(word, f"I{other[1:]}" if own else other)

    def _knows_parts(self, word: str) -> bool:
        if "'" in word:
            first, _, rest = word.partition("'")
            elided = first in ELIDED.get(self.language, ()) and (rest in self._uses or self._compound(rest))
            return elided or (self.language == "en" and _POSSESSIVE.sub("", word) in self._uses)
        return self._compound(word)

    def _compound(self, word: str) -> bool:
        if self.language not in COMPOUNDING:
            return False
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            head, tail = word[:cut], word[cut:]
            if tail in self._uses and (head in self._uses or head.removesuffix("s") in self._uses):
                return True
        return False

    def _in_two(self, word: str) -> list[tuple[str, int]]:
        """Two words that were written as one, with a tenth of the uses of the rarer."""
        cuts = ((word[:cut], word[cut:]) for cut in range(1, len(word)))
        known = [(one, two) for one, two in cuts if self._stands_alone(one) and self._stands_alone(two)]
        return [(f"{one} {two}", min(self._uses[one], self._uses[two]) // 10) for one, two in known]

    def _stands_alone(self, word: str) -> bool:
        return self._uses.get(word, 0) * RARE > self._most


@lru_cache(maxsize=3)
def load(language: str) -> WordList:
    """The list of one language; reading it takes 0.2 to 0.4 s.

    Raises:
        ValueError: there is no list for this language.
    """
    uses = _shipped(language)
    if language == "en":
        for word, form in list(british_forms(uses)):
            uses.setdefault(form, uses[word])
    for word in _more(language):
        uses.setdefault(word, 1000)
    return WordList(language, uses)


def _shipped(language: str) -> dict[str, int]:
    """The list that pyspellchecker ships: words and how often they are used, as JSON that is packed with gzip.

    It is read piece by piece, so that other threads go on meanwhile; `SpellChecker` reads it in one go.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    place = files("spellchecker") / "resources" / f"{language}.json.gz"
    with place.open("rb") as packed, gzip.open(packed) as held:
        return {word: int(uses) for word, uses in ijson.kvitems(held, "")}


def in_case_of(word: str, other: str) -> str:
    """`other` with the capitals of `word`: all, the first, or as it is."""
    if len(word) > 1 and word.isupper():
        return other.upper()
    return other[:1].upper() + other[1:] if word[:1].isupper() else other


def _folded(word: str) -> str:
    return _ARABIC_MARKS.sub("", word.lower().translate(_FOLDED))


def _more(language: str) -> list[str]:
    """Words of customer service that the list lacks."""
    if f"{language}.txt" not in resources.names("spelling"):
        return []
    lines = resources.read_text("spelling", f"{language}.txt").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
