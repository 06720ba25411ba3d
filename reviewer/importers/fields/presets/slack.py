"""Slack: a day of a channel, or a whole channel with the list of its users."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant

_NOTICES: Final = frozenset(
    {
        *("channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name", "channel_archive"),
        *("channel_unarchive", "bot_add", "bot_remove", "group_join", "group_leave", "pinned_item"),
    }
)
_MENTION: Final = re.compile(r"<@([A-Z0-9]{2,20})(?:\|[^<>]{0,80})?>")
_ESCAPES: Final = ("&amp;", "&lt;", "&gt;")
_DEEPEST: Final = 6


def _fits(value: Any) -> float:
    said = parts.objects(value if isinstance(value, list) else parts.obj(value).get("messages"))[:30]
    known = [one for one in said if "ts" in one and ("user" in one or "bot_id" in one or "subtype" in one)]
    return 0.95 if known and len(known) * 2 >= len(said) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    whole = parts.obj(value)
    users = {parts.words(one.get("id")): _name(one) for one in parts.objects(whole.get("users"))}
    draft = Draft(parts.words(parts.obj(whole.get("channel")).get("name")))
    for one in parts.objects(value if isinstance(value, list) else whole.get("messages")):
        _say(draft, one, users, records)
    yield draft


def _say(draft: Draft, one: dict[str, Any], users: dict[str, str], records: Records) -> None:
    sent_at = instant(one.get("ts"))
    text = _text(one, users)
    if parts.words(one.get("subtype")) in _NOTICES:
        parts.notice(draft, records, text, sent_at)
        return
    profile = parts.obj(one.get("user_profile"))
    key = parts.words(one.get("user") or one.get("bot_id") or one.get("username"))
    name = users.get(key) or _name(profile) or parts.words(one.get("username")) or key or "Unknown"
    parts.turn(draft, records, parts.person(draft, name, key), text, sent_at)


def _text(one: dict[str, Any], users: dict[str, str]) -> str:
    text = parts.words(one.get("text"))
    if not text:
        fallbacks = (
            parts.words(part.get("fallback") or part.get("text")) for part in parts.objects(one.get("attachments"))
        )
        text = "\n".join(fallback for fallback in fallbacks if fallback) or _blocks(one.get("blocks"))
    text = _MENTION.sub(lambda found: f"@{users[found[1]]}" if found[1] in users else found[0], text)
    text = unescape(text) if any(sign in text for sign in _ESCAPES) else text
    return parts.with_files(text, parts.named_files(one.get("files") or []))


def _blocks(value: Any, depth: int = 0) -> str:
    """The words of rich text: a line for each section, with nothing between the pieces of one."""
    pieces = []
    for one in parts.objects(value) if depth < _DEEPEST else []:
        inner = _blocks(one.get("elements"), depth + 1)
        own = one.get("text")
        said = parts.words(own) or parts.words(parts.obj(own).get("text")) or inner or parts.words(one.get("url"))
        pieces.append(said or _sign(one))
    sections = depth == 0 or any("elements" in one for one in parts.objects(value))
    return "\n".join(piece for piece in pieces if piece) if sections else "".join(pieces)


def _sign(piece: dict[str, Any]) -> str:
    """A mention or an emoji as text writes it."""
    user, name = parts.words(piece.get("user_id")), parts.words(piece.get("name"))
    return f"<@{user}>" if user else f":{name}:" if name else ""


def _name(user: dict[str, Any]) -> str:
    profile = parts.obj(user.get("profile")) or user
    named = [profile.get(key) for key in ("display_name", "real_name", "name")]
    return next((found for one in (*named, user.get("real_name"), user.get("name")) if (found := parts.words(one))), "")


PRESET: Final = JsonPreset("slack", "Slack export", _fits, _read)
