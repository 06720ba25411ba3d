"""What an importer should find in the files beside the checkout, and how what it finds differs.

`python -m tests.importers.corpus [KEY…]` prints the differences.
"""

import json
import sys
from pathlib import Path
from typing import Any

from reviewer import importers
from reviewer.domain.transcript import TurnKind
from reviewer.errors import NoConversation, Unreadable
from reviewer.importers.base import Found, Source

SHARED = Path(__file__).resolve().parents[3] / "shared"
ONE_LINE = 80


def expectations(shared: Path) -> dict[str, Any]:
    """Key to path, notes and what is expected."""
    return dict(json.loads((shared / "corpus" / "expected.json").read_text(encoding="utf-8")))


def differences(shared: Path, expectation: dict[str, Any]) -> list[str]:
    """What is found otherwise than expected, in words; a refusal counts as no turns."""
    path = shared / "corpus" / expectation["path"]
    expected = expectation["expected"]
    try:
        found = importers.read(Source(path.name, path.read_bytes()))
    except (NoConversation, Unreadable) as error:
        return [] if not expected["turns"] + expected["system"] else [f"refused: {error.sentence}"]
    return list(_differ(found, expected))


def _differ(found: Found, expected: dict[str, Any]) -> list[str]:
    said = [(one, turn) for one in found.conversations for turn in one.turns if turn.kind is TurnKind.MESSAGE]
    names = [
        next((speaker.name for speaker in one.speakers if speaker.key == turn.speaker), None) for one, turn in said
    ]
    seen = {
        "conversations": len(found.conversations),
        "turns": len(said),
        "system": sum(turn.kind is TurnKind.SYSTEM for one in found.conversations for turn in one.turns),
        "participants": len(set(names) - {None}),
        "first_speaker": names[0] if names else None,
        "last_speaker": names[-1] if names else None,
        "first_text": said[0][1].text[:ONE_LINE] if said else None,
        "last_text": said[-1][1].text[:ONE_LINE] if said else None,
    }
    accepted = {"turns": expected.get("accept_turns") or [expected["turns"]]}
    return [
        f"{key}: {value!r}, not {expected[key]!r}"
        for key, value in seen.items()
        if value not in accepted.get(key, [expected[key] if not isinstance(expected[key], str) else expected[key][:80]])
    ]


def main() -> None:
    for key, expectation in expectations(SHARED).items():
        if len(sys.argv) < 2 or key in sys.argv[1:]:
            print(f"{key:15}", "; ".join(differences(SHARED, expectation)) or "ok")


if __name__ == "__main__":
    main()
