"""A whole chat written in one string: the text engine reads it, and gives name and words of each turn."""

from typing import Final

from reviewer.importers.decoding import split_lines
from reviewer.importers.lines.engine import mark
from reviewer.importers.lines.grammar import Grammar
from reviewer.importers.lines.named import name_colon

STYLE: Final = Grammar("name_colon", "Name: message", name_colon)


def draft_of_text(text: str) -> list[list[str]]:
    """Pairs of a name and words; a line of the chat program has the name “system”. Empty when it is no chat."""
    marked = mark(split_lines(text), STYLE)
    events = [event for fragment in marked.fragments for event in fragment]
    if len([event for event in events if event.name]) < 2:
        return []
    return [[event.name or "system", event.text] for event in events]
