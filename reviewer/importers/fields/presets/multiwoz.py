"""MultiWOZ 2.1: dialogues by name, with a log in which the user and the system take turns."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.domain.transcript import Role
from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records

_SIDES: Final = (("user", Role.CUSTOMER), ("system", Role.BOT))


def _fits(value: Any) -> float:
    dialogues = [one for one in list(parts.obj(value).values())[:5] if parts.has(one, "goal", "log")]
    first = [log[0] for one in dialogues if (log := parts.objects(one.get("log")))]
    return 0.95 if any(parts.has(one, "text", "metadata") for one in first) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    whole = parts.obj(value)
    for name, dialogue in whole.items():
        draft = Draft(str(name).removesuffix(".json"))
        for at, one in enumerate(parts.objects(parts.obj(dialogue).get("log"))):
            side, role = _SIDES[at % 2]
            parts.turn(draft, records, parts.person(draft, side, role=role), parts.words(one.get("text")), None)
        yield draft


PRESET: Final = JsonPreset("multiwoz", "MultiWOZ dialogues", _fits, _read)
