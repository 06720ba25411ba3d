"""ChatGPT: conversations as trees, of which the branch that ends at `current_node` was shown last."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.fields.reading import text_of
from reviewer.importers.instants import instant


def _conversations(value: Any) -> list[dict[str, Any]]:
    return parts.objects(value) or [parts.obj(value)]


def _fits(value: Any) -> float:
    mapping = _conversations(value)[0].get("mapping")
    nodes = [one for one in list(parts.obj(mapping).values())[:10] if isinstance(one, dict)]
    return 0.95 if any("parent" in one and "message" in one for one in nodes) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for one in _conversations(value):
        draft = Draft(parts.words(one.get("title")), instant(one.get("create_time")))
        for message in _branch(one):
            _say(draft, message, records)
        yield draft


def _branch(conversation: dict[str, Any]) -> list[dict[str, Any]]:
    mapping = parts.obj(conversation.get("mapping"))
    at = parts.words(conversation.get("current_node"))
    if at not in mapping:
        at = next((key for key, one in mapping.items() if not parts.obj(one).get("children")), "")
    found: list[dict[str, Any]] = []
    seen: set[str] = set()
    while at in mapping and at not in seen:
        seen.add(at)
        node = parts.obj(mapping[at])
        if isinstance(node.get("message"), dict):
            found.append(node["message"])
        at = parts.words(node.get("parent"))
    return found[::-1]


def _say(draft: Draft, message: dict[str, Any], records: Records) -> None:
    author = parts.obj(message.get("author"))
    role, content = parts.words(author.get("role")), parts.obj(message.get("content"))
    words = text_of(content.get("parts")) or parts.words(content.get("text"))
    text = parts.with_files(words, _files(message, content))
    if not text:
        return
    sent_at = instant(message.get("create_time"))
    name = parts.words(author.get("name")) or role or "Unknown"
    parts.turn(draft, records, parts.person(draft, name, role=parts.declared(role)), text, sent_at)


def _files(message: dict[str, Any], content: dict[str, Any]) -> list[str]:
    """What is attached by name, or else the pictures among the parts."""
    attached = parts.obj(message.get("metadata")).get("attachments") or []
    pointed = (parts.words(one.get("asset_pointer")) for one in parts.objects(content.get("parts")))
    return parts.named_files(attached) or [one for one in pointed if one]


PRESET: Final = JsonPreset("chatgpt", "ChatGPT export", _fits, _read)
