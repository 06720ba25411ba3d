"""Amazon Connect Contact Lens: chats and calls, and the segments of a call that is under way."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant, seconds_after


def _lines(value: Any) -> list[dict[str, Any]]:
    whole = parts.obj(value)
    segments = [parts.obj(one.get("Transcript")) for one in parts.objects(whole.get("Segments"))]
    return parts.objects(whole.get("Transcript")) or [one for one in segments if one]


def _fits(value: Any) -> float:
    lines = _lines(value)[:20]
    known = any("ParticipantId" in one or "ParticipantRole" in one for one in lines)
    return 0.95 if known and ("Participants" in value or "Segments" in value or "AbsoluteTime" in lines[0]) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    whole = parts.obj(value)
    people = {parts.words(one.get("ParticipantId")): one for one in parts.objects(whole.get("Participants"))}
    metadata = parts.obj(whole.get("CustomerMetadata"))
    draft = Draft(parts.words(metadata.get("ContactId")), channel=parts.words(whole.get("Channel")).lower() or None)
    for one in _lines(whole):
        _say(draft, one, people, records)
    yield draft


def _say(draft: Draft, one: dict[str, Any], people: dict[str, dict[str, Any]], records: Records) -> None:
    offset = one.get("BeginOffsetMillis")
    sent_at = instant(one.get("AbsoluteTime"))
    if sent_at is None and isinstance(offset, int | float):
        sent_at = seconds_after(None, offset / 1000)
    key = parts.words(one.get("ParticipantId"))
    known = {**people.get(key, {}), **one}
    name = parts.words(known.get("DisplayName")) or parts.words(known.get("ParticipantRole")) or key
    text = parts.words(one.get("Content"))
    if one.get("Type") == "EVENT" or not (text or one.get("Attachments")):
        event = parts.words(one.get("ContentType")).rsplit("event.", 1)[-1].replace(".", " ") or "event"
        parts.notice(draft, records, text or f"{name} ({event})".strip(), sent_at)
        return
    files = [parts.words(file.get("AttachmentName")) or "file" for file in parts.objects(one.get("Attachments"))]
    person = parts.person(draft, name, key, parts.declared(known.get("ParticipantRole")))
    parts.turn(draft, records, person, parts.with_files(text, files), sent_at)


PRESET: Final = JsonPreset("amazon_connect", "Amazon Connect transcript", _fits, _read)
