"""British forms of words that a list knows in their American form; both are right in English."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_IZE: Final = re.compile(r"(?<=..)(i|y)z(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)")
_NEVER_ISE: Final = re.compile(
    r"(?:cap|down|out|over|up|re|mid|under|super|bite|king|full|family|pint)siz|priz|seiz|maiz"
)
_OUR: Final = re.compile(
    r"^((?:dis|un|mis|re|multi|water|bi|tri|good|well|self|ill)?"
    r"(?:arm|ard|behavi|cand|clam|col|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig|rum"
    r"|sav|savi|splend|tum|val|vap|vig|enam))or(?!ous|ary|if|iz|is|at|ific|ium)"
)
_RE: Final = re.compile(
    r"^((?:centi|kilo|milli|epi|amphi)?(?:cent|theat|met|lit|fib|calib|spect|sab|lust|meag|somb))er(s?)$"
)


def british_forms(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a known word and its British form; words without one are left out."""
    for word in words:
        if "z" in word:
            found = _IZE.search(word)
            if found and len(word) > 5 and not _NEVER_ISE.search(word):
                yield word, f"{word[: found.end() - 1]}s{word[found.end() :]}"
        elif "or" in word:
            form = _OUR.sub(r"\1our", word)
            if form != word:
                yield word, form
        elif "er" in word:
            form = _RE.sub(r"\1re\2", word)
            if form != word:
                yield word, form
