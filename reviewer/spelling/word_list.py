"""The words of one language with how often they are used; which words are right, and which were meant."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from reviewer import resources
from reviewer.spelling.british import british_forms
from reviewer.spelling.spans import APOSTROPHES

BEST: Final = 5
FARTHEST: Final = 2
"""Letters by which a suggestion may differ; two that changed places count as one."""
RARE: Final = 200
"""A word that is so many times rarer than the commonest is not taken for half of two words written as one."""
MANY: Final = 200
COMPOUNDING: Final = {"de", "nl"}
"""Languages that write several words as one."""
SHORTEST_PART: Final = 4
ELIDED: Final = {
    "fr": frozenset(["l", "d", "j", "n", "s", "c", "t", "m", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"]),
    "it": frozenset(
        [
            "l",
            "d",
            "un",
            "c",
            "m",
            "t",
            "s",
            "v",
            "n",
            "all",
            "dell",
            "nell",
            "sull",
            "dall",
            "coll",
            "quest",
            "quell",
            "sant",
            "bell",
        ]
    ),
}
_POSSESSIVE: Final = re.compile(r"'s?$")
_FOLDED: Final = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | {"œ": "oe", "æ": "ae", "\u00ad": ""})
_ARABIC_MARKS: Final = re.compile("[\u064b-\u0652\u0640]")


class WordList:
    """Looks words up without regard to capitals."""

    def __init__(self, language: str, uses: Mapping[str, int]) -> None:
        self.language = language
        self._uses = uses
        self._words = list(uses)

    def knows(self, word: str) -> bool:
        """Whether a word is right: it stands in the list, or is made of words that do."""
        folded = _folded(word)
        return folded in self._uses or self._knows_parts(folded)

    def suggestions(self, word: str) -> list[str]:
        """The words that were most likely meant, the best first and five at most, in the case of `word`."""
        folded = _folded(word)
        near = process.extract(folded, self._words, scorer=OSA.distance, score_cutoff=FARTHEST, limit=MANY)
        ranked = [(int(distance), -self._uses[found], found) for found, distance, _ in near if distance]
        ranked += [(1, -uses, two) for two, uses in self._in_two(folded)]
        ranked.sort(
            key=lambda one: (one[0], one[2][:1] != folded[:1], one[1]) if one[0] > 1 else (one[0], False, one[1])
        )
        return list(dict.fromkeys(in_case_of(word, found) for _, _, found in ranked))[:BEST]

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
        return self._uses.get(word, 0) * RARE > self._uses[self._words[0]]


@lru_cache(maxsize=3)
def load(language: str) -> WordList:
    """The list of one language; reading it takes 0.1 to 0.6 s.

    Raises:
        ValueError: there is no list for this language.
    """
    from spellchecker import SpellChecker

    uses = dict(SpellChecker(language=language).word_frequency.dictionary)
    if language == "en":
        for word, form in list(british_forms(uses)):
            uses.setdefault(form, uses[word])
    for word in _more(language):
        uses.setdefault(word, 1000)
    return WordList(language, dict(sorted(uses.items(), key=lambda one: -one[1])))


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
