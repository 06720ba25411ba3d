"""Older logs of Adium, as pages of send, receive and status lines."""

from typing import Final

from reviewer.importers.trees.preset import TreePreset
from reviewer.importers.trees.selecting import Selectors, selected

PRESET: Final[TreePreset] = selected(
    "adium_html",
    "Old Adium log",
    Selectors(
        row="div.send,div.receive,div.status",
        author="span.sender",
        text="pre.message,span.message,div.message",
        time="span.timestamp",
        system="div.status",
    ),
)
