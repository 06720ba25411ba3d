"""Genesys: transcripts of phrases, by who is inside the organisation and who outside."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.domain.transcript import Role
from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant

_ROLES: Final = {"internal": Role.AGENT, "agent": Role.AGENT, "external": Role.CUSTOMER, "customer": Role.CUSTOMER}


def _phrases(value: Any) -> list[dict[str, Any]]:
    transcripts = parts.objects(parts.obj(value).get("transcripts"))
    return [phrase for one in transcripts for phrase in parts.objects(one.get("phrases"))]


def _fits(value: Any) -> float:
    return 0.95 if any("participantPurpose" in one for one in _phrases(value)[:20]) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    whole = parts.obj(value)
    draft = Draft(parts.words(whole.get("conversationId")))
    for one in _phrases(whole):
        purpose = parts.words(one.get("participantPurpose"))
        person = parts.person(draft, purpose or "Unknown", role=_ROLES.get(purpose) or parts.declared(purpose))
        parts.turn(draft, records, person, parts.words(one.get("text")), instant(one.get("startTimeMs")))
    yield draft


PRESET: Final = JsonPreset("genesys", "Genesys transcript", _fits, _read)
