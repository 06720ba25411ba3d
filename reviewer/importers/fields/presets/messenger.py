"""Messenger and Instagram: the newest message first, UTF-8 written as Latin-1; and the newer form without either."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant

_MEDIA: Final = ("photos", "videos", "audio_files", "files", "gifs", "sticker", "media")


def _fits(value: Any) -> float:
    said = parts.objects(parts.obj(value).get("messages"))[:20]
    old = any(parts.has(one, "sender_name", "timestamp_ms") for one in said)
    new = any(parts.has(one, "senderName", "timestamp") for one in said)
    return 0.95 if old or new else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    whole = parts.obj(value)
    draft = Draft(parts.repaired(parts.words(whole.get("title") or whole.get("threadName"))))
    said = parts.objects(whole.get("messages"))
    old = any("sender_name" in one for one in said)
    times = [one.get("timestamp_ms") or one.get("timestamp") for one in said]
    numbers = [time for time in times if isinstance(time, int | float)]
    newest_first = old and (len(numbers) < 2 or numbers[0] >= numbers[-1])
    for one in reversed(said) if newest_first else said:
        _say(draft, one, records)
    yield draft


def _say(draft: Draft, one: dict[str, Any], records: Records) -> None:
    sent_at = instant(one.get("timestamp_ms") or one.get("timestamp"))
    name = parts.repaired(parts.words(one.get("sender_name") or one.get("senderName"))) or "Unknown"
    text = parts.repaired(parts.words(one.get("content") or one.get("text")))
    shared = parts.words(parts.obj(one.get("share")).get("link"))
    files = parts.named_files(*(one[key] for key in _MEDIA if one.get(key)))
    if one.get("is_unsent") or one.get("isUnsent"):
        text = text or "(unsent)"
    text = parts.with_files(text, [*files, *([shared] if shared and shared not in text else [])])
    parts.turn(draft, records, parts.person(draft, name), text, sent_at)


PRESET: Final = JsonPreset("messenger", "Messenger or Instagram export", _fits, _read)
