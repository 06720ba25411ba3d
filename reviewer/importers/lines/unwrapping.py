"""Paragraphs that were broken into short lines, made whole again."""

import re
from typing import Final

# A line that begins like an entry of a list begins anew.
_BREAK: Final = re.compile(r"(?<=\S)[ \t]*\n(?!\s|[-*•–>]\s|\d{1,3}[.)]\s|$)")


def unwrapped(text: str) -> str:
    """The text with one blank in place of each line end inside a paragraph."""
    return _BREAK.sub(" ", text)
