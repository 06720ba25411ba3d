"""Chats of a phone that imessage-exporter saves as pages."""

from typing import Final

from reviewer.importers.trees.preset import TreePreset
from reviewer.importers.trees.selecting import Selectors, selected

PRESET: Final[TreePreset] = selected(
    "imessage_html",
    "iMessage page",
    Selectors(
        row="div.message,div.announcement",
        author="span.sender",
        text="span.bubble,div.app",
        time="span.timestamp",
        system="div.announcement",
        outside="div.reply",
        without="div.tapbacks,div.replies,span.reply_context,span.edited",
        media="div.attachment,div.message_part",
    ),
)
