"""Channels that DiscordChatExporter saves as pages, in its older and newer forms."""

from typing import TYPE_CHECKING, Final

from reviewer.domain.transcript import Role
from reviewer.importers.base import Options
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import Reading, TreePreset
from reviewer.importers.trees.rows import Row, Setting, setting_of
from reviewer.importers.trees.selecting import Selectors, first, fits, nodes, read
from reviewer.importers.trees.wording import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_AUTHORS: Final = "span.chatlog__author,span.chatlog__author-name,a.chatlog__system-notification-author"
_TIMES: Final = (
    "span.chatlog__timestamp,div.chatlog__short-timestamp,span.chatlog__system-notification-timestamp,"
    "div.chatlog__timestamp"
)
_NEW: Final = Selectors(
    row="div.chatlog__message-container,div.chatlog__message[data-message-id]",
    author=f"{_AUTHORS},span.chatlog__system-notification-author",
    text="div.chatlog__content,div.chatlog__embed",
    time=_TIMES,
    system="span.chatlog__system-notification-content,div.chatlog__system-notification",
    outside="div.chatlog__reply,div.chatlog__reference,div.chatlog__embed",
    without="span.chatlog__edited-timestamp,div.chatlog__reactions,div.chatlog__reply,div.chatlog__reference",
    media="div.chatlog__attachment,div.chatlog__sticker",
    key="data-user-id",
)
_GROUP: Final = "div.chatlog__message-group"


def _fits(page: Page) -> float:
    return fits(page, _NEW) or (0.95 if nodes(page.root, _GROUP) and nodes(page.root, _AUTHORS) else 0.0)


def _read(page: Page, options: Options) -> Reading:
    entries = [text_of(one).strip() for one in nodes(page.root, "div.preamble__entry,div.info__guild-name")]
    title = next(iter([*entries[1:], *entries]), "")[:100]
    return read(page, options, _NEW, Setting(title or setting_of(page).title), _of_group)


def _of_group(node: "Element", row: Row) -> None:
    """The author and time of the first turn of a group stand above it."""
    if nodes(node, "span.chatlog__bot-tag,span.chatlog__author-tag"):
        row.role = Role.BOT
    if row.author or row.system:
        return
    group = next((one for one in node.iterancestors() if "chatlog__message-group" in (one.get("class") or "")), None)
    author = first(group, _AUTHORS) if group is not None else None
    if group is None or author is None:
        return
    row.author, row.key = text_of(author), author.get("data-user-id")
    time = first(group, _TIMES)
    if not row.time and time is not None:
        row.time = time.get("title") or text_of(time)


PRESET: Final = TreePreset("discord_html", "Discord page", _fits, _read)
