"""Which stretches of a text are words that can be looked up; links, codes and numbers are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

APOSTROPHES: Final = "'’ʼ"
LONGEST: Final = 60
"""Longer runs of letters are no words of any list."""

_SKIPPED: Final = re.compile(
    r"""(?:[A-Za-z][A-Za-z0-9+.-]{0,20}://|www\.)\S+      # links
      | [\w.%+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})*      # e-mail addresses, and names that begin with @
      | [#@/\\]\w+                                        # tags, mentions, paths
      | \[[^\[\]\s]{1,40}\]                               # masked words: [name]
      | \w*(?:[█▇■●*•_]|\w\.\w|\d)\w*                     # masked words, addresses without http, codes with digits
    """,
    re.VERBOSE,
)
_WORD: Final = re.compile(rf"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u00ad]|[{APOSTROPHES}](?=[^\W\d_]))*")
_PIECE: Final = re.compile(f"(?P<skipped>{_SKIPPED.pattern})|(?P<word>{_WORD.pattern})", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Span:
    """A word in a text, in code points, end exclusive."""

    start: int
    end: int


def words(text: str) -> Iterator[Span]:
    """The words of a text that can be looked up, in order."""
    for found in _PIECE.finditer(text):
        word = found["word"]
        if word and len(word) <= LONGEST and not any(sign.isnumeric() for sign in word):
            yield Span(found.start(), found.end())


def is_code(word: str) -> bool:
    """Whether a word is written in capitals alone, as abbreviations and codes are; or is one letter."""
    return len(word) < 2 or (word.isupper() and word.lower() != word)
