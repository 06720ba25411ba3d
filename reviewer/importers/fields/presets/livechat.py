"""LiveChat: threads of events, and the users who wrote them."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant


def _chats(value: Any) -> list[dict[str, Any]]:
    whole = parts.obj(value)
    return parts.objects(value) or parts.objects(whole.get("chats")) or [whole]


def _threads(chat: dict[str, Any]) -> list[dict[str, Any]]:
    one = parts.obj(chat.get("thread"))
    return parts.objects(chat.get("threads")) or ([one] if one else [chat])


def _fits(value: Any) -> float:
    events = [event for thread in _threads(_chats(value)[0])[:3] for event in parts.objects(thread.get("events"))[:20]]
    return 0.95 if any("author_id" in one for one in events) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for chat in _chats(value):
        draft = Draft(parts.words(chat.get("id")), channel="chat")
        users = {parts.words(one.get("id")): one for one in parts.objects(chat.get("users"))}
        for thread in _threads(chat):
            known = users | {parts.words(one.get("id")): one for one in parts.objects(thread.get("users"))}
            for event in parts.objects(thread.get("events")):
                _say(draft, event, known, records)
        yield draft


def _say(draft: Draft, event: dict[str, Any], users: dict[str, dict[str, Any]], records: Records) -> None:
    sent_at = instant(event.get("created_at"))
    kind, key = parts.words(event.get("type")), parts.words(event.get("author_id"))
    text = parts.words(event.get("text"))
    if kind == "filled_form":
        fields = parts.objects(event.get("fields"))
        text = "\n".join(f"{parts.words(one.get('label'))} {parts.words(one.get('answer'))}".strip() for one in fields)
    elif kind == "rich_message":
        cards = parts.objects(event.get("elements"))
        text = "\n".join(found for one in cards if (found := parts.card(one, "title", "subtitle"))) or "(rich message)"
    elif not text:
        text = parts.with_files("", parts.named_files(event)) if kind == "file" else f"({kind or 'event'})"
    if kind == "system_message" or not key:
        parts.notice(draft, records, text, sent_at)
        return
    if event.get("visibility") == "agents":
        parts.notice(draft, records, f"(internal note) {text}", sent_at)
        return
    user = users.get(key, {})
    name = parts.words(user.get("name")) or key
    parts.turn(draft, records, parts.person(draft, name, key, parts.declared(user.get("type"))), text, sent_at)


PRESET: Final = JsonPreset("livechat", "LiveChat", _fits, _read)
