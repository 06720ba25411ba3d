"""Salesforce: rows of ConversationEntry, and the entries that its service hands out."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant

_SAID: Final = frozenset({"", "text", "message", "attachment", "attachments", "staticcontentmessage"})


def _entries(value: Any) -> list[dict[str, Any]]:
    whole = parts.obj(value)
    listed = whole.get("records") or whole.get("conversationEntries")
    return parts.objects(value) or parts.objects(listed)


def _fits(value: Any) -> float:
    known = any(
        parts.has(one, "ActorType", "EntryType")
        or parts.has(one, "ActorType", "EntryTime")
        or parts.has(one, "entryType", "sender", "senderDisplayName")
        for one in _entries(value)[:20]
    )
    return 0.95 if known else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    drafts: dict[str, Draft] = {}
    for one in _entries(value):
        key = parts.words(one.get("ConversationId") or one.get("conversationId"))
        _say(drafts.setdefault(key, Draft(key)), one, records)
    yield from drafts.values()


def _say(draft: Draft, one: dict[str, Any], records: Records) -> None:
    sender = parts.obj(one.get("sender"))
    part = parts.words(one.get("ActorType") or sender.get("role"))
    name = parts.words(one.get("ActorName") or one.get("senderDisplayName")) or part
    key = parts.words(one.get("ActorId") or sender.get("subject")) or f"{part} {name}".strip()
    sent_at = instant(one.get("EntryTime")) or instant(one.get("serverReceivedTimestamp") or one.get("clientTimestamp"))
    text = parts.words(one.get("Message") or one.get("MessageText") or one.get("messageText"))
    kind = parts.words(one.get("EntryType") or one.get("entryType"))
    if kind.casefold() not in _SAID or not text:
        parts.notice(draft, records, text or f"{name} ({kind or 'event'})".strip(), sent_at)
        return
    parts.turn(draft, records, parts.person(draft, name, key, parts.declared(part)) if name else None, text, sent_at)


PRESET: Final = JsonPreset("salesforce_entries", "Salesforce conversation entries", _fits, _read)
