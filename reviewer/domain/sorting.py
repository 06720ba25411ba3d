"""Words as people sort and find them: without regard to case and accents, numbers by their value."""

import re
import unicodedata

LONGEST_KEY = 200
"""So many characters decide the order of two titles."""
_DIGITS = re.compile(r"\d+")
_WIDTH = 12


def folded(text: str) -> str:
    """The text without case and accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def sort_key(text: str) -> str:
    """What puts “chat 9” before “Chat 10”, and “Übergabe” near “Uhr”."""
    return _DIGITS.sub(lambda number: number.group().zfill(_WIDTH), folded(text[:LONGEST_KEY]))
