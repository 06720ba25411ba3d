"""TweetSumm: turns of an agent and a customer, each in sentences."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.domain.transcript import Role
from reviewer.importers.drafts import Draft
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records

_AGENT: Final = ("agent", Role.AGENT)
_CUSTOMER: Final = ("customer", Role.CUSTOMER)


def _dialogues(value: Any) -> list[dict[str, Any]]:
    return parts.objects(value) or [parts.obj(value)]


def _turns(dialogue: dict[str, Any]) -> list[dict[str, Any]]:
    return parts.objects(parts.obj(dialogue.get("dialog")).get("turns"))


def _fits(value: Any) -> float:
    said = [one for dialogue in _dialogues(value)[:5] for one in _turns(dialogue)[:20]]
    return 0.95 if any(parts.has(one, "is_agent", "sentences") for one in said) else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for dialogue in _dialogues(value):
        draft = Draft(parts.words(dialogue.get("conversation_id")))
        for one in _turns(dialogue):
            sentences = one.get("sentences")
            text = " ".join(map(parts.words, sentences)) if isinstance(sentences, list) else parts.words(sentences)
            name, role = _AGENT if one.get("is_agent") is True else _CUSTOMER
            parts.turn(draft, records, parts.person(draft, name, role=role), text, None)
        yield draft


PRESET: Final = JsonPreset("tweetsumm", "TweetSumm dialogues", _fits, _read)
