"""Chats of Teams, saved from the browser."""

from typing import Final

from reviewer.importers.trees.preset import TreePreset
from reviewer.importers.trees.selecting import Selectors, selected

PRESET: Final[TreePreset] = selected(
    "teams_page",
    "Teams page",
    Selectors(
        row="div[data-tid=chat-pane-item],li.ui-chat__item",
        author="[data-tid=message-author-name],.ui-chat__message__author,.ui-chat__messageheader__author",
        text="[data-tid=messageBodyContent],[data-tid=message-body-content],div.ui-chat__message__content",
        time="time,.ui-chat__message__timestamp",
        outside="blockquote",
        without="[data-tid=message-author-name],.ui-chat__message__author,.ui-chat__message__timestamp",
    ),
)
