"""Chats that Facebook and Instagram hand out as pages, the newest turn first."""

from typing import Final

from reviewer.importers.trees.preset import TreePreset
from reviewer.importers.trees.selecting import Selectors, selected

PRESET: Final[TreePreset] = selected(
    "messenger_html",
    "Messenger or Instagram page",
    Selectors(
        row="div._a6-g,div._2lej",
        author="div._a6-h,h2._a6-h,div._2lel",
        text="div._a6-p,div._2let",
        time="div._a6-o,div._2lem",
        without="ul._a6-q,ul._tqp",
    ),
    newest_first=True,
)
