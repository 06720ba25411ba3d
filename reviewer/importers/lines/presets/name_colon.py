"""`Name: text`."""

from typing import Final

from reviewer.importers.lines.grammar import Grammar
from reviewer.importers.lines.named import name_colon

GRAMMAR: Final = Grammar("name_colon", "Name: message", name_colon)
