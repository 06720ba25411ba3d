"""Discord, as DiscordChatExporter writes it."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant

_SAID: Final = frozenset({"Default", "Reply", "0", "19", ""})


def _fits(value: Any) -> float:
    said = parts.objects(parts.obj(value).get("messages"))[:10]
    known = parts.has(value, "guild", "channel") or any("isPinned" in one and "author" in one for one in said)
    return 0.95 if known and any("author" in one for one in said) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    whole = parts.obj(value)
    channel = parts.obj(whole.get("channel"))
    draft = Draft(parts.words(channel.get("name")))
    for one in parts.objects(whole.get("messages")):
        author, sent_at = parts.obj(one.get("author")), instant(one.get("timestamp"))
        name = parts.words(author.get("nickname")) or parts.words(author.get("name")) or "Unknown"
        files = parts.named_files(one.get("attachments") or [])
        stickers = [parts.words(sticker.get("name")) or "sticker" for sticker in parts.objects(one.get("stickers"))]
        embedded = parts.objects(one.get("embeds"))
        embeds = [parts.words(embed.get("title") or embed.get("description")) for embed in embedded]
        text = parts.words(one.get("content"))
        text = parts.with_files(text or "\n".join(words for words in embeds if words), [*files, *stickers])
        if parts.words(one.get("type")) not in _SAID:
            parts.notice(draft, records, f"{name} {text}".strip(), sent_at)
        else:
            parts.turn(draft, records, parts.person(draft, name, parts.words(author.get("id"))), text, sent_at)
    yield draft


PRESET: Final = JsonPreset("discord", "Discord export", _fits, _read)
