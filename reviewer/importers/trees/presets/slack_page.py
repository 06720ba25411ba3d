"""Channels of Slack, saved from the browser."""

from typing import Final

from reviewer.importers.trees.preset import TreePreset
from reviewer.importers.trees.selecting import Selectors, selected

PRESET: Final[TreePreset] = selected(
    "slack_page",
    "Slack page",
    Selectors(
        row="div[data-qa=message_container],div.c-message_kit__background",
        author="[data-qa=message_sender_name],.c-message__sender_button,.c-message__sender_link",
        text="div.c-message_kit__blocks,div.p-rich_text_block,div.c-message__body,span.c-message__body",
        time="a.c-timestamp,span.c-timestamp",
        without="div.c-reaction_bar,span.c-message__edited_label,div.c-message__reply_bar",
        media="div.c-files_container,div.c-message_attachment",
        key="data-message-sender",
    ),
)
