"""vCon: parties, and a dialog of texts between them (draft-ietf-vcon-vcon-core)."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant


def _fits(value: Any) -> float:
    return 0.95 if parts.has(value, "parties", "dialog") else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    whole = parts.obj(value)
    parties = parts.objects(whole.get("parties"))
    draft = Draft(parts.words(whole.get("subject")), instant(whole.get("created_at")))
    for one in parts.objects(whole.get("dialog")):
        body = parts.words(one.get("body"))
        if one.get("type") != "text" or not body:
            kind = parts.words(one.get("type")) or "unknown"
            records.skip(f"A dialog of type {kind} holds no text, and was left out.")
            continue
        text = parts.plain(body) if "html" in parts.words(one.get("mediatype")) else body
        number = _speaker(one)
        party = parties[number] if number is not None and 0 <= number < len(parties) else {}
        named = (parts.words(party.get(key)) for key in ("name", "mailto", "tel"))
        name = next((found for found in named if found), f"Party {number}")
        role = parts.declared(party.get("role"))
        person = parts.person(draft, name, str(number), role) if number is not None else None
        parts.turn(draft, records, person, text, instant(one.get("start")))
    yield draft


def _speaker(one: dict[str, Any]) -> int | None:
    originator, among = one.get("originator"), one.get("parties")
    if isinstance(originator, int) and not isinstance(originator, bool):
        return originator
    first = among[0] if isinstance(among, list) and among else among
    return first if isinstance(first, int) and not isinstance(first, bool) else None


PRESET: Final = JsonPreset("vcon", "vCon", _fits, _read)
