"""Google Contact Center AI: entries with the number of the user, the part and microseconds."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant, seconds_after

_DAY: Final = 86_400


def _conversations(value: Any) -> list[dict[str, Any]]:
    return parts.objects(value) or [parts.obj(value)]


def _fits(value: Any) -> float:
    entries = parts.objects(_conversations(value)[0].get("entries"))[:20]
    return 0.95 if any(parts.has(one, "text", "user_id") for one in entries) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for conversation in _conversations(value):
        draft = Draft()
        for one in parts.objects(conversation.get("entries")):
            role, number = parts.words(one.get("role")), parts.words(one.get("user_id"))
            name = role.replace("_", " ").capitalize() or number
            person = parts.person(draft, name, f"{role} {number}", parts.declared(role)) if name else None
            sent_at = _sent_at(parts.words(one.get("start_timestamp_usec")))
            parts.turn(draft, records, person, parts.words(one.get("text")), sent_at)
        yield draft


def _sent_at(microseconds: str) -> str | None:
    """Since 1970, or since the start of the conversation where the number is small."""
    if not (microseconds.isascii() and microseconds.isdigit() and len(microseconds) < 25):
        return None
    since_start = int(microseconds) / 1e6
    return seconds_after(None, since_start) if since_start < _DAY else instant(microseconds)


PRESET: Final = JsonPreset("google_ccai", "Google Contact Center AI", _fits, _read)
