"""STAR: events of a dialogue; what users utter and wizards pick is said, all else is the program’s."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.domain.transcript import Role
from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant

_SAID: Final = frozenset({"utter", "pick_suggestion"})
_ROLES: Final = {"User": Role.CUSTOMER, "Wizard": Role.BOT}


def _dialogues(value: Any) -> list[dict[str, Any]]:
    return parts.objects(value) or [parts.obj(value)]


def _fits(value: Any) -> float:
    events = parts.objects(_dialogues(value)[0].get("Events"))[:20]
    return 0.95 if any(parts.has(one, "Agent", "Action") for one in events) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for dialogue in _dialogues(value):
        draft = Draft(parts.words(dialogue.get("DialogueID")))
        for one in parts.objects(dialogue.get("Events")):
            sent_at = instant(one.get("UnixTime"))
            who, text = parts.words(one.get("Agent")), parts.words(one.get("Text"))
            action = parts.words(one.get("Action"))
            if action in _SAID and who:
                parts.turn(draft, records, parts.person(draft, who, role=_ROLES.get(who)), text, sent_at)
            else:
                parts.notice(draft, records, f"{who} ({action.replace('_', ' ')}) {text}".strip(), sent_at)
        yield draft


PRESET: Final = JsonPreset("star", "STAR dialogue", _fits, _read)
