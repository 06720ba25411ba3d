"""Names of exported files."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from reviewer.domain.personal import covered

LONGEST: Final = 80
MOST_BYTES: Final = 200
"""File systems take 255 bytes; the ending needs some of them."""

_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{number}" for number in range(10)), *(f"lpt{number}" for number in range(10))}
)


@lru_cache(maxsize=4096)
def file_name(title: str, ending: str) -> str:
    """A name that every file system takes: letters, digits and hyphens of the title, then `ending`.

    Personal details in the title stay out of it: names of files are seen by more people than what is in them.
    """
    words = "-".join(_words(unicodedata.normalize("NFC", covered(title).casefold())))
    stem = words[:LONGEST].encode()[:MOST_BYTES].decode(errors="ignore").strip("-")
    if not stem or stem in _RESERVED:
        stem = f"transcript-{stem}".strip("-")
    return f"{stem}-{ending}"


def _words(text: str) -> Iterator[str]:
    """Runs of letters and digits, with the marks on them."""
    word = ""
    for sign in text:
        if sign.isalnum() or (word and unicodedata.category(sign) in ("Mn", "Mc")):
            word += sign
        elif word:
            yield word
            word = ""
    if word:
        yield word
