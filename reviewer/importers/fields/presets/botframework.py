"""Bot Framework: a list of activities."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant

_TYPES: Final = frozenset({"message", "typing", "conversationUpdate", "event", "endOfConversation", "trace"})


def _activities(value: Any) -> list[dict[str, Any]]:
    return parts.objects(value) or parts.objects(parts.obj(value).get("activities"))


def _fits(value: Any) -> float:
    said = _activities(value)[:20]
    known = [
        one
        for one in said
        if parts.words(one.get("type")) in _TYPES and ("channelId" in one or parts.has(one, "conversation", "from"))
    ]
    return 0.95 if known and len(known) * 2 >= len(said) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    draft = Draft()
    for one in _activities(value):
        sent_at = instant(one.get("timestamp"))
        sender = parts.obj(one.get("from"))
        if one.get("type") != "message" or not sender:
            text = parts.words(one.get("text")) or f"({parts.words(one.get('type')) or 'activity'})"
            parts.notice(draft, records, text, sent_at)
            continue
        name, key = parts.words(sender.get("name")), parts.words(sender.get("id"))
        person = parts.person(draft, name, key, parts.declared(sender.get("role")))
        parts.turn(draft, records, person, _text(one), sent_at)
    yield draft


def _text(activity: dict[str, Any]) -> str:
    """The words, those of cards below them, and the names of files."""
    said, files = [parts.words(activity.get("text"))], []
    for one in parts.objects(activity.get("attachments")):
        shown = parts.card(one.get("content"), "title", "subtitle", "text")
        if shown:
            said.append(shown)
        else:
            files += parts.named_files(one)
    return parts.with_files("\n".join(words for words in said if words), files)


PRESET: Final = JsonPreset("bot_framework", "Bot Framework transcript", _fits, _read)
