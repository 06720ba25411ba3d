"""KVRET: dialogues between a driver and the assistant of a car."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.domain.transcript import Role
from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records

_ROLES: Final = {"driver": Role.CUSTOMER, "assistant": Role.BOT}


def _dialogues(value: Any) -> list[dict[str, Any]]:
    return parts.objects(value) or [parts.obj(value)]


def _fits(value: Any) -> float:
    said = [one for dialogue in _dialogues(value)[:5] for one in parts.objects(dialogue.get("dialogue"))[:20]]
    return 0.95 if any(parts.has(one, "turn") and parts.has(one.get("data"), "utterance") for one in said) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for dialogue in _dialogues(value):
        draft = Draft(parts.words(parts.obj(dialogue.get("scenario")).get("uuid")))
        for one in parts.objects(dialogue.get("dialogue")):
            side, text = parts.words(one.get("turn")), parts.words(parts.obj(one.get("data")).get("utterance"))
            person = parts.person(draft, side, role=_ROLES.get(side) or parts.declared(side)) if side else None
            parts.turn(draft, records, person, text, None)
        yield draft


PRESET: Final = JsonPreset("kvret", "KVRET dialogues", _fits, _read)
