"""vCon: parties, and a dialog of texts between them (draft-ietf-vcon-vcon-core)."""

from collections.abc import Iterator
from typing import Any, Final

from reviewer.importers.drafts import Draft, Person
from reviewer.importers.fields import parts
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.instants import instant


def _conversations(value: Any) -> list[dict[str, Any]]:
    return parts.objects(value) or [parts.obj(value)]


def _fits(value: Any) -> float:
    return 0.95 if parts.has(_conversations(value)[0], "parties", "dialog") else 0.0


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for whole in _conversations(value):
        parties = parts.objects(whole.get("parties"))
        draft = Draft(parts.words(whole.get("subject")), instant(whole.get("created_at")))
        for one in parts.objects(whole.get("dialog")):
            body = parts.words(one.get("body"))
            if one.get("type") != "text" or not body:
                kind = parts.words(one.get("type")) or "unknown"
                records.skip(f"A dialog of type {kind} holds no text, and was left out.")
                continue
            written = parts.words(one.get("mediatype") or one.get("mimetype"))
            text = parts.plain(body) if "html" in written else body
            person = _person(draft, parties, _speaker(one))
            parts.turn(draft, records, person, text, instant(one.get("start")))
        if not draft.said:
            _transcripts(draft, whole, parties, records)
        yield draft


def _transcripts(draft: Draft, whole: dict[str, Any], parties: list[dict[str, Any]], records: Records) -> None:
    """What was made of a recording: words with the number or the name of the party who spoke."""
    for analysis in parts.objects(whole.get("analysis")):
        body = analysis.get("body") if analysis.get("type") == "transcript" else None
        for one in parts.objects(body) or parts.objects(parts.obj(body).get("transcript")):
            text = parts.words(one.get("text") or one.get("message"))
            said_by = one.get("speaker", one.get("party"))
            person = _person(draft, parties, _number(said_by))
            if person is None and isinstance(said_by, str) and said_by:
                person = parts.person(draft, said_by)
            parts.turn(draft, records, person, text, instant(one.get("timestamp")))


def _person(draft: Draft, parties: list[dict[str, Any]], number: int | None) -> Person | None:
    if number is None:
        return None
    party = parties[number] if 0 <= number < len(parties) else {}
    named = (parts.words(party.get(key)) for key in ("name", "mailto", "tel"))
    name = next((found for found in named if found), f"Party {number}")
    return parts.person(draft, name, str(number), parts.declared(party.get("role")))


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _speaker(one: dict[str, Any]) -> int | None:
    originator, among = _number(one.get("originator")), one.get("parties")
    return originator if originator is not None else _number(among[0] if isinstance(among, list) and among else among)


PRESET: Final = JsonPreset("vcon", "vCon", _fits, _read)
