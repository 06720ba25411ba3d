"""What was found in a source, as the plain values that `reviewer inspect --json` prints."""

from typing import Any

from reviewer.domain.transcript import Role
from reviewer.importers.base import Conversation, Found, LineKind


def report(name: str, found: Found | str) -> dict[str, Any]:
    """The report of one file; a sentence in place of what was found says why nothing was."""
    if isinstance(found, str):
        return {
            "file": name,
            "format": None,
            "confidence": 0.0,
            "encoding": None,
            "error": found,
            "conversations": [],
            "ledger": {"total": 0, **{kind.value: 0 for kind in LineKind}},
            "problems": [],
        }
    return {
        "file": name,
        "format": found.format,
        "confidence": found.confidence,
        "encoding": found.encoding,
        "error": None,
        "conversations": [_conversation(one) for one in found.conversations],
        "ledger": found.ledger(),
        "problems": [
            {"where": list(problem.where), "what": problem.what, "excerpt": problem.excerpt}
            for problem in found.problems
        ],
    }


def _conversation(found: Conversation) -> dict[str, Any]:
    roles = {speaker.key: speaker.role for speaker in found.speakers}
    return {
        "title": found.title,
        "started_at": found.started_at,
        "speakers": [
            {
                "key": speaker.key,
                "name": speaker.name,
                "role": speaker.role.value,
                "reason": speaker.reason,
                "turns": speaker.turns,
            }
            for speaker in found.speakers
        ],
        "turns": [
            {
                "number": number,
                "kind": turn.kind.value,
                "speaker": turn.speaker,
                "role": (Role.SYSTEM if turn.speaker is None else roles[turn.speaker]).value,
                "sent_at": turn.sent_at,
                "text": turn.text,
                "where": list(turn.where),
            }
            for number, turn in enumerate(found.turns, start=1)
        ],
    }
