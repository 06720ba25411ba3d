"""Intercom: a conversation, whose first message is in `source`, and its parts."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.domain.transcript import Role
from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant

_ROLES: Final = {"user": Role.CUSTOMER, "lead": Role.CUSTOMER, "contact": Role.CUSTOMER, "admin": Role.AGENT}
_ROLES_OF_PROGRAMS: Final = {"bot": Role.BOT, "team": Role.AGENT}


def _conversations(value: Any) -> list[dict[str, Any]]:
    whole = parts.obj(value)
    return (
        parts.objects(value) or parts.objects(whole.get("conversations")) or parts.objects(whole.get("data")) or [whole]
    )


def _fits(value: Any) -> float:
    first = _conversations(value)[0]
    return 0.95 if "conversation_parts" in first or (first.get("type") == "conversation" and "source" in first) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for one in _conversations(value):
        source = parts.obj(one.get("source") or one.get("conversation_message"))
        draft = Draft(
            parts.plain(one.get("title")) or parts.plain(source.get("subject")), instant(one.get("created_at"))
        )
        if source.get("body") or source.get("attachments"):
            _say(draft, {**source, "created_at": one.get("created_at")}, records)
        said = one.get("conversation_parts")
        for part in parts.objects(said if isinstance(said, list) else parts.obj(said).get("conversation_parts")):
            _say(draft, part, records)
        yield draft


def _say(draft: Draft, part: dict[str, Any], records: Records) -> None:
    sent_at = instant(part.get("created_at"))
    author = parts.obj(part.get("author"))
    kind, written = parts.words(part.get("part_type")), parts.words(author.get("type"))
    text = parts.with_files(parts.plain(part.get("body")), parts.named_files(part.get("attachments") or []))
    if not text:
        parts.notice(draft, records, f"({kind.replace('_', ' ') or 'event'})", sent_at)
        return
    if kind == "note":
        parts.notice(draft, records, f"(internal note) {text}", sent_at)
        return
    role = _ROLES.get(written) or _ROLES_OF_PROGRAMS.get(written)
    name = parts.words(author.get("name")) or parts.words(author.get("email")) or written or "Unknown"
    key = f"{written} {parts.words(author.get('id'))}" if author.get("id") else ""
    parts.turn(draft, records, parts.person(draft, name, key, role), text, sent_at)


PRESET: Final = JsonPreset("intercom", "Intercom conversation", _fits, _read)
