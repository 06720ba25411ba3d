"""Text conversations that Google Voice hands out as pages."""

from typing import Final

from reviewer.importers.trees.preset import TreePreset
from reviewer.importers.trees.selecting import Selectors, selected

PRESET: Final[TreePreset] = selected(
    "google_voice",
    "Google Voice page",
    Selectors(
        row="div.message",
        author="cite.sender",
        text="q",
        time="abbr.dt",
    ),
)
