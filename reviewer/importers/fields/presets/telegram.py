"""Telegram Desktop: one chat, or all of them in `chats.list`."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant

_KEYS: Final = frozenset({"from_id", "date_unixtime"})
_MEDIA: Final = ("photo", "file", "location_information", "contact_information", "poll")


def _chats(value: Any) -> list[dict[str, Any]]:
    return parts.objects(parts.obj(parts.obj(value).get("chats")).get("list")) or [parts.obj(value)]


def _fits(value: Any) -> float:
    chats = (
        [value] if parts.has(value, "messages") else parts.objects(parts.obj(parts.obj(value).get("chats")).get("list"))
    )
    said = [one for chat in chats[:5] for one in parts.objects(chat.get("messages"))[:20]]
    known = any(
        "from_id" in one or "date_unixtime" in one or ("from" in one and "date" in one and "text" in one)
        for one in said
    )
    return 0.95 if known and any(one.get("type") in ("message", "service") for one in said) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for chat in _chats(value):
        draft = Draft(parts.words(chat.get("name")))
        for one in parts.objects(chat.get("messages")):
            _say(draft, one, records)
        yield draft


def _say(draft: Draft, one: dict[str, Any], records: Records) -> None:
    sent_at = instant(one.get("date")) or instant(one.get("date_unixtime"))
    text = parts.entities(one.get("text"))
    if one.get("type") == "service":
        who = parts.words(one.get("actor"))
        action = parts.words(one.get("action")).replace("_", " ")
        parts.notice(draft, records, text or " ".join(word for word in (who, action) if word), sent_at)
        return
    name = parts.words(one.get("from")) or "Deleted account"
    person = parts.person(draft, name, parts.words(one.get("from_id")))
    parts.turn(draft, records, person, parts.with_files(text, list(_files(one))), sent_at)


def _files(one: dict[str, Any]) -> Iterator[str]:
    for key in _MEDIA:
        if one.get(key):
            asked = parts.words(parts.obj(one[key]).get("question"))
            kind = key.removesuffix("_information")
            yield f"{kind}: {asked}" if asked else parts.words(one.get("file_name") or one[key]) or kind


PRESET: Final = JsonPreset("telegram", "Telegram export", _fits, _read)
