"""ABCD: dialogues of a shop as pairs of a speaker and words; actions of the agent are lines of the program."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records


def _dialogues(value: Any) -> list[dict[str, Any]]:
    whole = parts.obj(value)
    if "original" in whole:
        return [whole]
    within = [one for split in whole.values() for one in parts.objects(split)]
    return [one for one in (parts.objects(value) or within) if "original" in one]


def _fits(value: Any) -> float:
    found = _dialogues(value)[:3]
    return 0.95 if found and ("scenario" in found[0] or "delexed" in found[0] or "convo_id" in found[0]) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for one in _dialogues(value):
        draft = Draft(parts.words(one.get("convo_id")))
        original = one.get("original")
        for pair in original if isinstance(original, list) else []:
            if not (isinstance(pair, list) and len(pair) >= 2):
                records.skip("A line has no speaker and words, and was left out.", str(pair))
                continue
            name, text = parts.words(pair[0]), parts.words(pair[1])
            parts.turn(draft, records, parts.person(draft, name, role=parts.declared(name)), text, None)
        yield draft


PRESET: Final = JsonPreset("abcd", "ABCD dialogues", _fits, _read)
