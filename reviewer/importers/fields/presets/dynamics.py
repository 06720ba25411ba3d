"""Dynamics 365: messages of a chat, with words in HTML and control messages in between."""

import re
from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft, Person
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant

_ELEMENT: Final = re.compile(r"<([a-zA-Z]{1,40})>")


def _fits(value: Any) -> float:
    return 0.95 if any(parts.has(one, "content", "isControlMessage") for one in parts.objects(value)[:20]) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    draft = Draft()
    for one in parts.objects(value):
        sent_at = instant(one.get("created")) or instant(one.get("createdDateTime"))
        text = parts.plain(one.get("content"))
        files = parts.named_files(one.get("attachments")) if one.get("attachments") else []
        person = _person(draft, parts.obj(one.get("from")))
        if one.get("isControlMessage") is True or (person is None and not text):
            parts.notice(draft, records, _control(parts.words(one.get("content")), text), sent_at)
        else:
            parts.turn(draft, records, person, parts.with_files(text, files), sent_at)
    yield draft


def _control(content: str, text: str) -> str:
    """What a control message is about: the name of its element, else its words."""
    element = _ELEMENT.match(content)
    return f"({element[1]})" if element else text or "(control)"


def _person(draft: Draft, sender: dict[str, Any]) -> Person | None:
    for kind in ("user", "application", "device", "guest"):
        one = parts.obj(sender.get(kind))
        name, key = parts.words(one.get("displayName")), parts.words(one.get("id"))
        if name or key:
            role = "bot" if kind == "application" else "customer" if kind == "guest" else ""
            return parts.person(draft, name, key, parts.declared(role))
    return None


PRESET: Final = JsonPreset("dynamics", "Dynamics 365 chat", _fits, _read)
