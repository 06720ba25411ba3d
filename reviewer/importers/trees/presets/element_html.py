"""Rooms that Element saves as pages."""

from typing import Final

from reviewer.importers.trees.preset import TreePreset
from reviewer.importers.trees.selecting import Selectors, selected

PRESET: Final[TreePreset] = selected(
    "element_html",
    "Matrix room page",
    Selectors(
        row="div.mx_EventTile,li.mx_EventTile",
        author="span.mx_DisambiguatedProfile_displayName,div.mx_DisambiguatedProfile_displayName",
        text="span.mx_EventTile_body,div.mx_EventTile_body,div.mx_TextualEvent",
        time="span.mx_MessageTimestamp,a.mx_MessageTimestamp",
        system="div.mx_TextualEvent,div.mx_EventTile_info",
        outside="blockquote.mx_ReplyChain,div.mx_ReplyChain_wrapper",
        without="span.mx_EventTile_edited,div.mx_ReactionsRow,div.mx_ReplyChain_wrapper",
        media="div.mx_MFileBody,span.mx_MFileBody",
    ),
)
