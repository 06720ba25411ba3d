"""Zendesk Chat: a chat with its history, or a message left while nobody was there."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.domain.transcript import Role
from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant

_ROLES: Final = {"agent": Role.AGENT, "visitor": Role.CUSTOMER, "trigger": Role.BOT, "bot": Role.BOT}


def _chats(value: Any) -> list[dict[str, Any]]:
    whole = parts.obj(value)
    return parts.objects(value) or parts.objects(whole.get("chats")) or [whole]


def _fits(value: Any) -> float:
    first = _chats(value)[0]
    events = [parts.words(one.get("type")) for one in parts.objects(first.get("history"))[:20]]
    offline = first.get("type") == "offline_msg" and "visitor" in first
    return 0.95 if offline or any(event.startswith("chat.") for event in events) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for chat in _chats(value):
        visitor = parts.words(parts.obj(chat.get("visitor")).get("name")) or "Visitor"
        draft = Draft(parts.words(chat.get("id")), instant(chat.get("timestamp")), "chat")
        if chat.get("message"):
            person = parts.person(draft, visitor, role=Role.CUSTOMER)
            parts.turn(draft, records, person, parts.words(chat["message"]), instant(chat.get("timestamp")))
        for event in parts.objects(chat.get("history")):
            _say(draft, event, records)
        yield draft


def _say(draft: Draft, event: dict[str, Any], records: Records) -> None:
    sent_at, kind = instant(event.get("timestamp")), parts.words(event.get("type"))
    name, nick = parts.words(event.get("name")), parts.words(event.get("nick"))
    text = parts.words(event.get("msg"))
    if kind == "chat.file":
        text = parts.with_files(text, parts.named_files(event.get("attachment") or event))
    if kind not in ("chat.msg", "chat.file"):
        happened = kind.removeprefix("chat.") or "event"
        parts.notice(draft, records, text or " ".join(word for word in (name, f"({happened})") if word), sent_at)
        return
    side = parts.words(event.get("sender_type")).casefold() or nick.split(":", 1)[0]
    role = _ROLES.get(side) or (Role.AGENT if nick.startswith("agent") else None)
    parts.turn(draft, records, parts.person(draft, name or nick or "Visitor", nick, role), text, sent_at)


PRESET: Final = JsonPreset("zendesk_chat", "Zendesk Chat", _fits, _read)
