"""Names of exported files."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

LONGEST: Final = 80

_NOT_IN_NAMES: Final = re.compile(r"[^\w]+")
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{number}" for number in range(10)), *(f"lpt{number}" for number in range(10))}
)


@lru_cache(maxsize=4096)
def file_name(title: str, ending: str) -> str:
    """A name that every file system takes: letters, digits and hyphens of the title, then `ending`."""
    words = _NOT_IN_NAMES.sub("-", unicodedata.normalize("NFC", title).replace("_", "-").casefold()).strip("-")
    stem = words[:LONGEST].strip("-")
    if not stem or stem in _RESERVED:
        stem = f"transcript-{stem}".strip("-")
    return f"{stem}-{ending}"
